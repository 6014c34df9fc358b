import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { DataDirectoryInUse, startEngine } from '../../../../server/engine/index.ts';
import { startHarness, type Harness } from '../support/harness.ts';

describe('the management endpoint', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness.stop());
  const clock = async (
    method: string,
    path = '',
    body?: object,
  ): Promise<{ status: number; epochMilli: number; instant: string }> => {
    const reply = await fetch(`${harness.managementUrl}/actuator/clock${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: reply.status, ...((await reply.json()) as { epochMilli: number; instant: string }) };
  };

  it('says that the engine is up and ready', async () => {
    for (const path of ['/actuator/health', '/actuator/health/readiness']) {
      const reply = await fetch(harness.managementUrl + path);
      expect([reply.status, await reply.json()]).toEqual([200, { status: 'UP' }]);
    }
  });

  it('pins the clock, moves it, and lets it go again', async () => {
    const pinned = await clock('POST', '/pin', { epochMilli: 1_900_000_000_000 });
    expect(pinned).toMatchObject({ status: 200, epochMilli: 1_900_000_000_000, instant: '2030-03-17T17:46:40.000Z' });
    expect((await clock('POST', '/add', { offsetMilli: 1_000 })).epochMilli).toBe(1_900_000_001_000);
    expect((await clock('GET')).epochMilli).toBe(1_900_000_001_000);
    expect(Math.abs((await clock('DELETE')).epochMilli - Date.now())).toBeLessThan(60_000);
  });

  it('refuses times that are none', async () => {
    expect((await clock('POST', '/add', { offsetMilli: 'soon' })).status).toBe(400);
    expect((await clock('POST', '/nowhere', {})).status).toBe(404);
  });

  it('lets a second engine on the same data directory know in one sentence', async () => {
    const options = { host: '127.0.0.1', port: 0, managementPort: 0, clock: { now: () => 0 }, controlledClock: false };
    const second = startEngine({ ...options, dataDir: harness.dataDir, logger: pino({ level: 'silent' }) });
    await expect(second).rejects.toThrow(DataDirectoryInUse);
    await expect(second).rejects.toThrow(/is in use by process \d+; stop that process or set DATA_DIR/u);
  });
});
