import { describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type TestClient } from '../support/client.ts';
import { temporaryDirectory } from '../support/harness.ts';
import { bpmn, chain, end, service, start } from '../support/model.ts';

const ROUNDS = 3;

async function launch(dataDir: string): Promise<{ child: ChildProcess; client: TestClient }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('server', 'engine', 'main.ts')], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATA_DIR: dataDir,
      ENGINE_PORT: '0',
      ENGINE_MANAGEMENT_PORT: '0',
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', () => reject(new Error('the engine did not start')));
  });
  const { port } = JSON.parse(line) as { port: number };
  return { child, client: connect(port) };
}

const killed = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

describe('kill -9', () => {
  it('under load loses nothing that was acknowledged and repeats nothing that was done', async () => {
    const dataDir = temporaryDirectory();
    const created = new Set<string>();
    const completed = new Set<string>();
    const underWay = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { child, client } = await launch(dataDir);
      await client.deploy(bpmn('p', start(), service('t', 'work'), end(), chain('s', 't', 'e')));
      let running = true;
      const creators = Array.from({ length: 6 }, async () => {
        while (running) created.add(await client.create('p', { n: 1 }));
      });
      const worker = async (): Promise<void> => {
        while (running) {
          for (const job of await client.activate('work', { maxJobsToActivate: 5, requestTimeout: 200, timeout: 1 })) {
            expect(completed).not.toContain(job.processInstanceKey);
            underWay.add(job.processInstanceKey);
            await client.complete(job.key);
            completed.add(job.processInstanceKey);
          }
        }
      };
      const work = Promise.allSettled([...creators, worker()]);
      const enough = created.size + 60 + round * 37;
      while (created.size < enough) await new Promise((resolve) => setTimeout(resolve, 1));
      await killed(child);
      running = false;
      for (const result of await work)
        if (result.status === 'rejected' && !('code' in (result.reason as object))) throw result.reason;
      client.close();
    }
    const { child, client } = await launch(dataDir);
    const left = new Set<string>();
    for (;;) {
      const jobs = await client.activate('work', { maxJobsToActivate: 500, requestTimeout: -1, timeout: 600_000 });
      if (jobs.length === 0) break;
      for (const job of jobs) {
        expect(left).not.toContain(job.processInstanceKey);
        left.add(job.processInstanceKey);
      }
    }
    for (const instance of completed) expect(left).not.toContain(instance);
    // A completion may be done without its answer having arrived; nothing else may be missing.
    const gone = [...created].filter((instance) => !left.has(instance));
    expect(gone.filter((instance) => !underWay.has(instance))).toEqual([]);
    client.close();
    await killed(child);
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);
});
