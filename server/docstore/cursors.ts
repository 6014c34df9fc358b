// Open cursors: results that a client fetches batch by batch, each reading its own snapshot.
import { randomInt } from 'node:crypto';
import { Long } from 'bson';
import { CommandError } from './errors.ts';
import type { Pacer } from './plan/pacer.ts';

/** MongoDB's idle limit. */
const IDLE_MS = 10 * 60_000;
const MAX_BATCH_BYTES = 16 * 2 ** 20;

export interface CursorSource {
  documents: AsyncIterator<Buffer>;
  namespace: string;
  pacer: Pacer;
  /** With so many given there are no more, and nothing needs to look. */
  limit?: number;
  /** Told how to end the cursor, when what it reads ends first. */
  endsWith?(end: () => void): void;
  /** Gives back what the cursor holds. */
  close(): void;
}

interface OpenCursor extends CursorSource {
  id: number;
  usedAt: number;
  held: Buffer | undefined;
  busy: boolean;
  killed: boolean;
  given: number;
}

export interface Batch {
  id: Long;
  documents: Buffer[];
  namespace: string;
}

export class Cursors {
  readonly #open = new Map<number, OpenCursor>();
  readonly #releasing = new Set<Promise<unknown>>();
  /** Begins anywhere, so that an id from before a restart finds nothing. */
  #nextId = randomInt(1, 2 ** 40);

  get size(): number {
    return this.#open.size;
  }

  /** The first batch; the cursor stays open only if there is more. */
  async start(source: CursorSource, batchSize: number, single: boolean): Promise<Batch> {
    const cursor: OpenCursor = {
      ...source,
      id: this.#nextId++,
      usedAt: 0,
      held: undefined,
      busy: true,
      killed: false,
      given: 0,
    };
    this.#open.set(cursor.id, cursor);
    source.endsWith?.(() => this.#close(cursor));
    const documents = await this.#fill(cursor, batchSize);
    if (single) this.#close(cursor);
    return this.#batch(cursor, documents);
  }

  async more(id: number, namespace: string, batchSize: number): Promise<Batch> {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new CommandError(
        'Unauthorized',
        `Requested getMore on namespace '${namespace}', but cursor belongs to '${cursor.namespace}'`,
      );
    if (cursor.busy) throw new CommandError('CursorInUse', `cursor id ${id} is already in use`);
    cursor.busy = true;
    return this.#batch(cursor, await this.#fill(cursor, batchSize || Number.POSITIVE_INFINITY));
  }

  kill(id: number): boolean {
    const cursor = this.#open.get(id);
    if (cursor) this.#close(cursor);
    return cursor !== undefined;
  }

  /** Resolves when no snapshot is held any more. */
  async killAll(): Promise<void> {
    for (const cursor of [...this.#open.values()]) this.#close(cursor);
    while (this.#releasing.size > 0) await Promise.all(this.#releasing);
  }

  killIdle(): void {
    const limit = performance.now() - IDLE_MS;
    for (const cursor of [...this.#open.values()]) if (!cursor.busy && cursor.usedAt < limit) this.#close(cursor);
  }

  #batch(cursor: OpenCursor, documents: Buffer[]): Batch {
    return { id: Long.fromNumber(this.#open.has(cursor.id) ? cursor.id : 0), documents, namespace: cursor.namespace };
  }

  async #fill(cursor: OpenCursor, batchSize: number): Promise<Buffer[]> {
    const documents: Buffer[] = [];
    let bytes = 0;
    try {
      while (documents.length < batchSize && !cursor.killed) {
        const document = cursor.held ?? (await this.#next(cursor));
        cursor.held = undefined;
        if (!document) break;
        bytes += document.length;
        if (bytes > MAX_BATCH_BYTES && documents.length > 0) {
          cursor.held = document;
          break;
        }
        documents.push(document);
      }
      cursor.given += documents.length;
      if (cursor.given === cursor.limit) this.#close(cursor);
    } catch (error) {
      this.#close(cursor);
      throw error;
    } finally {
      cursor.busy = false;
      cursor.usedAt = performance.now();
      if (cursor.killed) this.#release(cursor);
    }
    return documents;
  }

  async #next(cursor: OpenCursor): Promise<Buffer | undefined> {
    const next = await cursor.documents.next();
    if (next.done) {
      this.#close(cursor);
      return undefined;
    }
    if (cursor.pacer.step()) await cursor.pacer.rest();
    return next.value;
  }

  #close(cursor: OpenCursor): void {
    this.#open.delete(cursor.id);
    cursor.killed = true;
    if (!cursor.busy) this.#release(cursor);
  }

  #release(cursor: OpenCursor): void {
    // the iterator first: it holds a place in the snapshot that close() gives up
    const releasing: Promise<unknown> = Promise.resolve(cursor.documents.return?.()).finally(() => {
      cursor.close();
      this.#releasing.delete(releasing);
    });
    this.#releasing.add(releasing);
  }
}
