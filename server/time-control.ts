// Moves the business clock of server and engine together: demo seeding and acceptance tests drive months in seconds.
import type { ShiftableClock } from './platform/clock.ts';

type Deps = {
  readonly clock: ShiftableClock;
  readonly engineManagementUrl: () => string | null;
  /** Whether the management endpoint may be used from outside this process. */ readonly enabled: boolean;
};
type EngineTime = { readonly epochMilli: number };

export const createTimeControl = ({ clock, engineManagementUrl, enabled }: Deps) => {
  const ask = async (method: string, path: string, body?: unknown): Promise<EngineTime | null> => {
    const base = engineManagementUrl();
    if (base === null) return null;
    const response = await fetch(`${base}/actuator/clock${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.ok ? ((await response.json()) as EngineTime) : null;
  };
  /** The engine's clock is the one that timers obey; the server follows it. */
  const follow = async (): Promise<void> => {
    const base = clock.now() - clock.offset();
    const time = await ask('GET', '').catch(() => null);
    const offset = time === null ? 0 : time.epochMilli - base;
    clock.setOffset(Math.abs(offset) < 1_000 ? 0 : offset);
  };
  const add = async (milliseconds: number): Promise<number> => {
    // server first: what the timers cause must not be older than its cause
    clock.setOffset(clock.offset() + milliseconds);
    await ask('POST', '/add', { offsetMilli: milliseconds });
    return clock.now();
  };
  return {
    follow,
    add,
    now: () => clock.now(),
    to: (epochMilli: number) => add(epochMilli - clock.now()),
    /** Back to the machine's own time. */
    reset: async (): Promise<void> => {
      await add(-clock.offset());
      await ask('DELETE', '');
      clock.setOffset(0);
    },
    manage: async (method: string, path: string, body: string): Promise<{ status: number; body: unknown } | null> => {
      if (!enabled || path !== '/clock') return null;
      if (method === 'POST') await add(Number((JSON.parse(body) as { offsetMilli: number }).offsetMilli));
      return { status: 200, body: { epochMilli: clock.now() } };
    },
  };
};
export type TimeControl = ReturnType<typeof createTimeControl>;
