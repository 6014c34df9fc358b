// Follows the log and sends every record at least once, in order; goes on where it was last acknowledged.
import { Agent } from 'node:http';
import type { Logger } from 'pino';
import type { FileLog, LogStep } from '../log/index.ts';
import { PARTITION_ID } from '../protocol/index.ts';
import type { ExportProgress, Exports } from '../state/index.ts';
import { postBulk, type BulkTarget } from './bulk-sender.ts';
import { isExported, recordJson, splitType } from './record-json.ts';

const LARGEST_BULK = 4 * 1024 * 1024;
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 5_000;
const SEQUENCE_BASE = PARTITION_ID * 2 ** 51;

export type BulkExporterOptions = {
  readonly id: string;
  readonly target: BulkTarget;
  readonly log: FileLog;
  readonly exports: Exports;
  readonly logger: Logger;
  readonly onAcknowledged: (position: number) => void;
};

type Bulk = { readonly body: string; readonly progress: ExportProgress };

export class BulkExporter {
  readonly #options: BulkExporterOptions;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #abort = new AbortController();
  #progress: ExportProgress;
  /** Ends the sleep under way. */
  #wake: (() => void) | undefined;
  #waitsForLog = false;
  #commits = 0;
  #running: Promise<void> | undefined;

  constructor(options: BulkExporterOptions) {
    this.#options = options;
    this.#progress = options.exports.get(options.id);
  }

  get position(): number {
    return this.#progress.position;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    this.#wake?.();
    await this.#running;
    this.#agent.destroy();
  }

  async #run(): Promise<void> {
    const reader = this.#options.log.reader(this.#progress.position);
    const unlisten = this.#options.log.onDurable(() => {
      this.#commits += 1;
      if (this.#waitsForLog) this.#wake?.();
    });
    try {
      while (!this.#abort.signal.aborted) {
        const seen = this.#commits;
        const steps = await reader.next();
        if (steps === undefined) await this.#waitForLog(seen);
        else for (const bulk of this.#bulks(steps)) await this.#deliver(bulk);
      }
    } catch (error) {
      if (!this.#abort.signal.aborted) this.#options.logger.error({ err: error }, 'export stopped');
    } finally {
      unlisten();
      await reader.close();
    }
  }

  *#bulks(steps: readonly LogStep[]): Generator<Bulk> {
    let lines: string[] = [];
    let size = 0;
    let position = this.#progress.position;
    const sequences: Record<string, number> = { ...this.#progress.sequences };
    const cut = (): Bulk => ({ body: lines.join('\n') + '\n', progress: { position, sequences: { ...sequences } } });
    for (const step of steps) {
      for (const event of step.events) {
        if (event.position <= this.#progress.position || !isExported(event)) continue;
        const [valueType] = splitType(event.type);
        const sequence = (sequences[valueType] ?? SEQUENCE_BASE) + 1;
        sequences[valueType] = sequence;
        const { action, record } = recordJson(event, step.source, sequence);
        lines.push(action, record);
        size += record.length;
        position = event.position;
        if (size < LARGEST_BULK) continue;
        yield cut();
        lines = [];
        size = 0;
      }
      position = step.lastPosition;
    }
    yield cut();
  }

  /** Tries until it is taken: an endpoint that restarts loses nothing. */
  async #deliver({ body, progress }: Bulk): Promise<void> {
    for (let pause = FIRST_PAUSE; !this.#abort.signal.aborted; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      try {
        if (body.length > 1) await postBulk(this.#options.target, this.#agent, body, this.#abort.signal);
        this.#progress = progress;
        this.#options.exports.put(this.#options.id, progress);
        this.#options.onAcknowledged(progress.position);
        return;
      } catch (error) {
        if (this.#abort.signal.aborted) return;
        this.#options.logger.warn({ reason: String(error) }, 'records were not taken; trying again');
        await this.#sleep(pause);
      }
    }
  }

  async #waitForLog(seen: number): Promise<void> {
    if (this.#commits !== seen) return;
    this.#waitsForLog = true;
    await this.#sleep(LONGEST_PAUSE);
    this.#waitsForLog = false;
  }

  #sleep(milliseconds: number): Promise<void> {
    if (this.#abort.signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
