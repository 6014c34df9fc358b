// The engine under test: ours in this process, or a real Zeebe broker when CONFORMANCE_TARGET=zeebe.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startZeebe } from '../../scripts/zeebe/index.mjs';
import { startEngine } from '../../server/engine/index.ts';
import { GatewayClient } from './gateway-client.ts';
import { RecordSink } from './record-sink.ts';

export const onZeebe = process.env.CONFORMANCE_TARGET === 'zeebe';

export type Target = {
  readonly client: GatewayClient;
  readonly sink: RecordSink;
  passTime(ms: number): Promise<void>;
  stop(): Promise<void>;
};

export async function startTarget(): Promise<Target> {
  const sink = await RecordSink.open();
  const { port, managementPort, stop } = onZeebe
    ? await startZeebe({ controlledClock: true, exporterUrl: sink.url })
    : await startEmbedded(sink.url);
  const client = new GatewayClient(port);
  return {
    client,
    sink,
    async passTime(ms) {
      const response = await fetch(`http://127.0.0.1:${managementPort}/actuator/clock/add`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offsetMilli: ms }),
      });
      if (!response.ok) throw new Error(`the clock answered ${response.status}`);
    },
    async stop() {
      client.close();
      await stop();
      await sink.close();
    },
  };
}

async function startEmbedded(exporterUrl: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'conformance-'));
  const engine = await startEngine({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    managementPort: 0,
    clock: { now: () => Date.now() },
    controlledClock: true,
    exporter: { url: exporterUrl },
    logger: pino({ level: 'silent' }),
  });
  const stop = async (): Promise<void> => {
    await engine.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { port: engine.port, managementPort: engine.managementPort, stop };
}
