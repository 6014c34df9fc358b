// One multi-document transaction: a snapshot, private writes over it, and locks until it ends.
import { CommandError, TRANSIENT, writeConflict } from '../errors.ts';
import type { Collection } from '../storage/collection.ts';
import type { GroupCommit } from '../storage/group-commit.ts';
import type { LiveWriter } from '../storage/live-writer.ts';
import type { Holder, Locks } from '../storage/locks.ts';
import { Overlay } from '../storage/overlay.ts';
import type { Snapshot } from '../storage/view.ts';

export interface TransactionPorts {
  locks: Locks;
  commits: GroupCommit;
  snapshot(): Snapshot;
}

export class Transaction implements Holder {
  readonly since: number;
  readonly ended: Promise<void>;
  /** On the steady clock: a time of day that is set must not end transactions. */
  readonly startedAt = performance.now();
  readonly overlay: Overlay;
  /** While committing nothing ends it any more: the outcome is being written. */
  state: 'open' | 'committing' | 'committed' | 'aborted' = 'open';
  readonly #ports: TransactionPorts;
  readonly #snapshot: Snapshot;
  readonly #versions = new Map<Collection, number>();
  readonly #onEnd = new Set<() => void>();
  #release: () => void = () => undefined;
  #users = 0;

  constructor(ports: TransactionPorts) {
    this.#ports = ports;
    // taken before the snapshot, which then shows at least this much
    this.since = ports.commits.committed();
    this.#snapshot = ports.snapshot();
    this.ended = new Promise((resolve) => (this.#release = resolve));
    this.overlay = new Overlay(this.#snapshot, ports.locks, this);
    ports.locks.open(this);
  }

  /** Keeps the snapshot alive while a command works with it. */
  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.state !== 'open') throw noSuchTransaction();
    const release = this.retain();
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** The snapshot stays readable until the release. */
  retain(): () => void {
    let held = true;
    this.#users++;
    return () => {
      if (held) this.#users--;
      held = false;
      this.#closeSnapshot();
    };
  }

  /** A collection this transaction writes; its indexes must be the same at commit. */
  touch(collection: Collection): void {
    if (!this.#versions.has(collection)) this.#versions.set(collection, collection.version);
  }

  onEnd(action: () => void): void {
    this.#onEnd.add(action);
  }

  async commit(extra: (writer: LiveWriter) => void): Promise<void> {
    if (this.state !== 'open') throw noSuchTransaction();
    this.state = 'committing';
    try {
      await this.#ports.commits.run((writer) => this.#apply(writer, extra));
    } catch (error) {
      this.#end('aborted');
      throw error;
    }
    this.#end('committed');
  }

  abort(): void {
    if (this.state === 'open') this.#end('aborted');
  }

  #apply(writer: LiveWriter, extra: (writer: LiveWriter) => void): void {
    for (const [collection, version] of this.#versions) {
      if (collection.dropped || collection.version !== version) throw writeConflict();
    }
    writer.as(this, () => {
      for (const key of this.overlay.claimed) writer.claim(key);
    });
    for (const { key, value } of this.overlay.changes()) {
      if (value) writer.put(key, value);
      else writer.remove(key);
    }
    for (const [collection, change] of this.overlay.counts) writer.addCount(collection, change);
    for (const collection of this.overlay.changedCollections) writer.changed(collection);
    extra(writer);
  }

  #end(state: 'committed' | 'aborted'): void {
    this.state = state;
    for (const action of this.#onEnd) action();
    this.#ports.locks.release(this);
    this.#release();
    this.#closeSnapshot();
  }

  #closeSnapshot(): void {
    if (this.state !== 'open' && this.state !== 'committing' && this.#users === 0) this.#snapshot.close();
  }
}

export function noSuchTransaction(): CommandError {
  return new CommandError('NoSuchTransaction', 'The transaction has been aborted or does not exist; run it again', {}, [
    TRANSIENT,
  ]);
}
