// One-task instances a second, embedded engine and real Zeebe in turn in one run: only their ratio travels.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava, javaMissing, startZeebe, ZEEBE_VERSION } from '../../scripts/zeebe/index.mjs';
import { bpmn, chain, end, service, start } from '../server/engine/support/model.ts';
import { connect } from '../server/engine/support/client.ts';
import { print, type Line } from './table.ts';

const CALLERS = 32;
const WARM_MS = 3_000;
const MEASURED_MS = 10_000;
const ROUNDS = 2;

export type RunningEngine = { readonly port: number; stop(): Promise<void> };

export async function startEmbedded(env: Readonly<Record<string, string>> = {}): Promise<RunningEngine> {
  const dataDir = mkdtempSync(join(tmpdir(), 'bench-engine-'));
  const child = spawn(process.execPath, ['dist/server/engine.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      ENGINE_PORT: '0',
      ENGINE_MANAGEMENT_PORT: '0',
      LOG_LEVEL: 'error',
      ...env,
    },
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', () => reject(new Error('the engine did not start')));
  });
  return {
    port: (JSON.parse(line) as { port: number }).port,
    stop: async () => {
      const over = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await over;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Callers create as fast as they are answered; one worker takes the jobs from a stream and completes them. */
async function throughput(port: number): Promise<number> {
  const client = connect(port);
  await client.deploy(bpmn('bench', start(), service('t', 'bench'), end(), chain('s', 't', 'e')));
  let running = true;
  let completed = 0;
  const jobs = client.stream('StreamActivatedJobs', { type: 'bench', worker: 'bench', timeout: 60_000 });
  jobs.on('error', () => undefined);
  jobs.on('data', ({ key }: { key: string }) => {
    client.complete(key).then(
      () => (completed += 1),
      () => undefined,
    );
  });
  const callers = Array.from({ length: CALLERS }, async () => {
    while (running) await client.create('bench', { n: 1 }).catch(() => undefined);
  });
  await pause(WARM_MS);
  const [before, begun] = [completed, performance.now()];
  await pause(MEASURED_MS);
  const perSecond = (completed - before) / ((performance.now() - begun) / 1000);
  running = false;
  await Promise.all(callers);
  jobs.cancel();
  client.close();
  return perSecond;
}

export async function benchEngines(): Promise<void> {
  const engines: (readonly [string, () => Promise<RunningEngine>])[] = [['embedded engine', () => startEmbedded()]];
  if (findJava() !== undefined) engines.push([`Zeebe ${ZEEBE_VERSION}`, () => startZeebe()]);
  const rates = new Map<string, number[]>(engines.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, begin] of engines) {
      const engine = await begin();
      const rate = await throughput(engine.port).finally(() => engine.stop());
      rates.get(name)?.push(rate);
      process.stderr.write(`${name}: ${rate.toFixed(0)}/s\n`);
    }
  const best = (name: string): number => Math.max(...(rates.get(name) ?? [Number.NaN]));
  const lines: Line[] = engines.map(([name]) => ({
    what: name,
    figure: `${best(name).toFixed(0)}/s (${(rates.get(name) ?? []).map((rate) => rate.toFixed(0)).join(', ')})`,
  }));
  const ratio = best('embedded engine') / best(`Zeebe ${ZEEBE_VERSION}`);
  if (engines.length > 1) lines.push({ what: 'embedded : Zeebe', figure: `${ratio.toFixed(1)} : 1` });
  print(`Completed one-task instances a second, ${CALLERS} callers, best of ${ROUNDS}`, lines);
  if (engines.length === 1) process.stdout.write(`  ${javaMissing}\n`);
}

const pause = (milliseconds: number): Promise<void> => new Promise((resume) => setTimeout(resume, milliseconds));
