// The engine a scenario runs on: embedded by default, a real broker with SCENARIO_TARGET=zeebe.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { startSink, type Sink } from '../../server/engine/support/sink.ts';

export type Target = {
  readonly port: number;
  readonly managementPort: number;
  readonly sink: Sink;
  stop(): Promise<void>;
};
type Running = { readonly port: number; readonly managementPort: number; stop(): Promise<void> };

const zeebe = async (exporterUrl: string): Promise<Running> => {
  const { startZeebe } = await import('../../../scripts/zeebe/index.mjs');
  return startZeebe({ exporterUrl, username: 'records', password: 'records', controlledClock: true });
};

const embedded = async (url: string): Promise<Running> => {
  const { startEngine } = await import('../../../server/engine/index.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'scenario-'));
  const engine = await startEngine({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    managementPort: 0,
    clock: { now: () => Date.now() },
    controlledClock: true,
    logger: pino({ level: 'silent' }),
    exporter: { url, username: 'records', password: 'records' },
  });
  return {
    port: engine.port,
    managementPort: engine.managementPort,
    stop: async () => {
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

export const startTarget = async (): Promise<Target> => {
  const sink = await startSink();
  const engine = await (process.env['SCENARIO_TARGET'] === 'zeebe' ? zeebe : embedded)(sink.url);
  return {
    port: engine.port,
    managementPort: engine.managementPort,
    sink,
    stop: async () => {
      await engine.stop();
      await sink.stop();
    },
  };
};
