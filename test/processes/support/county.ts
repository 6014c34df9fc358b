// A county's engine for scenarios: models deployed, a controlled clock, scenarios started by message.
import { jest } from '@jest/globals';
import { connect } from '../../server/engine/support/client.ts';
import { modelFiles } from './model-files.ts';
import { startTarget } from './engine-target.ts';
import { rootsOf, viewOf } from './record-view.ts';
import { scenario, type Scenario } from './scenario.ts';

jest.setTimeout(120_000);

const dayMs = 86_400_000;
const shanghai = 8 * 3_600_000;

/** A broker may say ready before its partition takes commands. */
const patiently = async <T>(call: () => Promise<T>): Promise<T> => {
  for (let left = 50; ; left--)
    try {
      return await call();
    } catch (error) {
      if (left === 0 || !/UNAVAILABLE|DEADLINE_EXCEEDED/.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
};

export type County = Awaited<ReturnType<typeof openCounty>>;

export const openCounty = async () => {
  const target = await startTarget();
  const client = connect(target.port);
  let offset = 0;
  let marks = 0;
  const { records } = target.sink;
  const now = (): number => Date.now() + offset;
  const until = async <T>(what: () => T | undefined, explain: () => string): Promise<T> => {
    for (const end = performance.now() + 15_000; performance.now() < end; ) {
      const found = what();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(explain());
  };
  const publish = (name: string, key: string, variables: Record<string, unknown> = {}) =>
    client.publish(name, key, variables, { timeToLive: 30 * dayMs, messageId: `${name}-${key}-${marks++}` });
  /** Everything the engine did before this has been recorded. */
  const settle = async (): Promise<void> => {
    const mark = `mark-${marks++}`;
    await client.publish('mark', mark, {}, { timeToLive: 0 });
    await until(
      () => records.find(({ valueType, value }) => valueType === 'MESSAGE' && value['correlationKey'] === mark),
      () => 'the records do not arrive',
    );
  };
  const files = Object.fromEntries(modelFiles('.bpmn', '.dmn', '.form').map(({ name, text }) => [name, text]));
  const close = async (): Promise<void> => {
    client.close();
    await target.stop();
  };
  const deployed = await patiently(() => client.deployFiles(files)).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    deployed,
    deploy: client.deployFiles,
    publish,
    settle,
    until,
    /** End of the day in Shanghai, `days` from the engine's now. */
    day: (days: number): string =>
      `${new Date(now() + shanghai + days * dayMs).toISOString().slice(0, 10)}T23:59:59+08:00`,
    hours: (hours: number): string =>
      `${new Date(now() + shanghai + hours * 3_600_000).toISOString().slice(0, 19)}+08:00`,
    seconds: (seconds: number): string =>
      `${new Date(now() + shanghai + seconds * 1_000).toISOString().slice(0, 19)}+08:00`,
    pass: async (days: number): Promise<void> => {
      const answer = await fetch(`http://127.0.0.1:${target.managementPort}/actuator/clock/add`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offsetMilli: Math.round(days * dayMs) }),
      });
      if (!answer.ok) throw new Error(`the clock answers ${answer.status}`);
      offset += Math.round(days * dayMs);
    },
    /** Publishes a start message and follows the instance it starts. */
    start: async (processId: string, message: string, key: string, variables: Record<string, unknown>) => {
      const before = new Set(rootsOf(records, processId));
      await publish(message, key, variables);
      return follow(processId, before);
    },
    /** Starts a process that others call, directly. */
    create: async (processId: string, variables: Record<string, unknown>): Promise<Scenario> => {
      const before = new Set(rootsOf(records, processId));
      await client.create(processId, variables);
      return follow(processId, before);
    },
    close,
  };

  async function follow(processId: string, before: ReadonlySet<string>): Promise<Scenario> {
    const root = await until(
      () => rootsOf(records, processId).find((key) => !before.has(key)),
      () => `no ${processId} started`,
    );
    return scenario({ client, until, settle, view: () => viewOf(records, root) });
  }
};
