// An engine in this process with its client and a record endpoint; tests talk to it as any client would.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEngine, type Engine } from '../../../../server/engine/index.ts';
import { connect, type TestClient } from './client.ts';
import { startSink, type Sink, type SunkRecord } from './sink.ts';

export type Harness = {
  readonly client: TestClient;
  readonly sink: Sink;
  readonly dataDir: string;
  readonly port: number;
  readonly managementUrl: string;
  records(valueType: string, intent?: string): SunkRecord[];
  /** Resolves once everything asked for before has been processed and exported. */
  settled(): Promise<void>;
  last(valueType: string, intent: string): Promise<SunkRecord>;
  advance(milliseconds: number): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'engine-test-'));

export async function startHarness(dataDir = temporaryDirectory()): Promise<Harness> {
  const sink = await startSink();
  let engine: Engine = await launch(dataDir, sink);
  let client = connect(engine.port);
  let marks = 0;
  const records = (valueType: string, intent?: string): SunkRecord[] =>
    sink.records.filter((r) => r.valueType === valueType && (intent === undefined || r.intent === intent));
  const settled = async (): Promise<void> => {
    // Two marks: what the first one overtook in the queue of follow-ups stands before the second.
    for (let n = 0; n < 2; n += 1) {
      const name = `mark-${(marks += 1)}`;
      await client.publish(name, 'mark');
      await until(() =>
        sink.records.some((r) => r.valueType === 'MESSAGE' && r.value['name'] === name && r.intent === 'EXPIRED'),
      );
    }
  };
  return {
    get client() {
      return client;
    },
    sink,
    dataDir,
    get port() {
      return engine.port;
    },
    get managementUrl() {
      return `http://127.0.0.1:${engine.managementPort}`;
    },
    records,
    settled,
    last: async (valueType, intent) => {
      await settled();
      const found = records(valueType, intent).at(-1);
      if (found === undefined) throw new Error(`Expected a record ${valueType} ${intent}`);
      return found;
    },
    advance: async (offsetMilli) => {
      await fetch(`http://127.0.0.1:${engine.managementPort}/actuator/clock/add`, {
        method: 'POST',
        body: JSON.stringify({ offsetMilli }),
      });
      await settled();
    },
    restart: async () => {
      client.close();
      await engine.stop();
      engine = await launch(dataDir, sink);
      client = connect(engine.port);
    },
    stop: async () => {
      client.close();
      await engine.stop();
      await sink.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const launch = (dataDir: string, sink: Sink): Promise<Engine> =>
  startEngine({
    dataDir,
    host: '127.0.0.1',
    port: 0,
    managementPort: 0,
    clock: { now: () => Date.now() },
    controlledClock: true,
    exporter: { url: sink.url, username: 'records', password: 'secret' },
    logger: pino({ level: 'silent' }),
  });

/** Polls with a bound; the bound is only for tests that would fail anyway. */
export async function until(holds: () => boolean, bound = 20_000): Promise<void> {
  const end = Date.now() + bound;
  while (!holds()) {
    if (Date.now() > end) throw new Error('Expected the condition to hold in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const variablesOf = (harness: Harness, processInstanceKey: string): Record<string, unknown> =>
  Object.fromEntries(
    harness.sink.records
      .filter((r) => r.valueType === 'VARIABLE' && String(r.value['scopeKey']) === processInstanceKey)
      .map((r) => [String(r.value['name']), JSON.parse(String(r.value['value'])) as unknown]),
  );

/** Ids of the elements of an instance that reached a state, in order. */
export const reached = (harness: Harness, processInstanceKey: string, intent: string): string[] =>
  harness
    .records('PROCESS_INSTANCE', intent)
    .filter((r) => String(r.value['processInstanceKey']) === processInstanceKey)
    .map((r) => String(r.value['elementId']));
