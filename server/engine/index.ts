// Door of the engine: opens the data directory, recovers, and serves.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { lockDataDirectory } from './data-lock.ts';
import { BulkExporter, type BulkTarget } from './exporters/index.ts';
import { createExpressions } from './expression/index.ts';
import { Gateway } from './gateway/index.ts';
import { FileLog } from './log/index.ts';
import { Management } from './management/index.ts';
import { Deferred, Exports, Store, createState } from './state/index.ts';
import { Counters, Processor, Stream, replayStep } from './stream/index.ts';
import { ControlledClock, DueChecker, type Clock } from './timers/index.ts';

export { DataDirectoryInUse } from './data-lock.ts';

export type EngineOptions = {
  readonly dataDir: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly managementPort: number;
  readonly clock: Clock;
  readonly controlledClock: boolean;
  readonly exporter?: BulkTarget | undefined;
  readonly logger: Logger;
  /** Nothing can be promised any more; the process should end and start again. */
  readonly onFatal?: (error: Error) => void;
};

export type Engine = { readonly port: number; readonly managementPort: number; stop(): Promise<void> };

const BUSINESS_ZONE = 'Asia/Shanghai';

export async function startEngine(options: EngineOptions): Promise<Engine> {
  const logDir = join(options.dataDir, 'log');
  mkdirSync(logDir, { recursive: true });
  const unlock = lockDataDirectory(options.dataDir);
  try {
    return await run(options, logDir, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function run(options: EngineOptions, logDir: string, unlock: () => void): Promise<Engine> {
  const { dataDir, logger, host } = options;
  const controlled = options.controlledClock ? new ControlledClock(options.clock, dataDir) : undefined;
  const clock = controlled ?? options.clock;
  const now = (): number => clock.now();

  const activatable = new Set<string>();
  const store = new Store(join(dataDir, 'state'));
  const state = createState(store, (type) => activatable.add(type));
  const deferred = new Deferred(store);
  const exports = new Exports(store);
  const counters = new Counters(store.meta.position, store.meta.lastKey);
  const log = await FileLog.open({
    directory: logDir,
    from: store.meta.position,
    replay: (step) => replayStep(step, state, deferred, counters),
  });

  const expressions = createExpressions({ clock, zone: BUSINESS_ZONE });
  const processor = new Processor({ store, state, deferred, expressions, counters, now });
  const fatal = (error: Error): void => {
    logger.fatal({ err: error }, 'engine cannot go on');
    options.onFatal?.(error);
  };

  const { exporter: target } = options;
  const trim = (): void => {
    const flushed = store.meta.position;
    const safe = exporter === undefined ? flushed : Math.min(flushed, exporter.position);
    log.trim(safe).catch(fatal);
  };
  const exporter =
    target && new BulkExporter({ id: 'bulk', target, log, exports, logger, onAcknowledged: () => undefined });
  const stream: Stream = new Stream({
    processor,
    counters,
    store,
    deferred,
    log,
    logger,
    onProcessed: () => {
      for (const type of activatable) gateway.queue.notify(type);
      activatable.clear();
      due.check();
    },
    onFailure: fatal,
    onFlushed: trim,
  });
  const due = new DueChecker(state, (type, key, value) => stream.submit(type, key, value), now);
  const gateway = new Gateway({ stream, host, port: options.port, now, logger });

  let ready = false;
  const management = new Management({
    host,
    port: options.managementPort,
    clock: controlled,
    isReady: () => ready,
    onClockChanged: () => due.check(),
  });
  const stop = async (): Promise<void> => {
    ready = false;
    due.stop();
    await gateway.stop();
    await management.stop();
    await exporter?.stop();
    await stream.close();
    await log.close();
    await store.close();
    unlock();
  };
  try {
    const managementPort = await management.listen();
    const port = await gateway.listen();
    stream.start();
    due.check();
    exporter?.start();
    ready = true;
    return { port, managementPort, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
