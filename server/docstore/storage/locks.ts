// Who may write which key: locks of open transactions, and what was written since each of them began.
import { writeConflict } from '../errors.ts';
import { LockedByTransaction } from './view.ts';

/** An open transaction as the lock table sees it. */
export interface Holder {
  /** Its snapshot shows every commit up to here. */
  readonly since: number;
  readonly ended: Promise<void>;
}

export class Locks {
  readonly #held = new Map<string, Holder>();
  readonly #open = new Set<Holder>();
  readonly #written = new Map<string, number>();

  open(holder: Holder): void {
    this.#open.add(holder);
  }

  /** For a transaction: fails at once when the key is held or has changed since its snapshot. */
  claim(key: Buffer, holder: Holder): void {
    const name = key.toString('latin1');
    const current = this.#held.get(name);
    if (current === holder) return;
    if (current || (this.#written.get(name) ?? 0) > holder.since) throw writeConflict();
    this.#held.set(name, holder);
  }

  /** For a write outside transactions: waits for the holder, else notes the write. */
  note(key: Buffer, sequence: number, own?: Holder): void {
    const name = key.toString('latin1');
    const holder = this.#held.get(name);
    if (holder && holder !== own) throw new LockedByTransaction(holder.ended);
    this.#written.delete(name);
    this.#written.set(name, sequence);
  }

  release(holder: Holder): void {
    if (!this.#open.delete(holder)) return;
    for (const [name, one] of this.#held) if (one === holder) this.#held.delete(name);
  }

  /** Writes every open transaction can see need no remembering. */
  forgetUpTo(committed: number): void {
    let oldest = committed;
    for (const holder of this.#open) oldest = Math.min(oldest, holder.since);
    for (const [name, sequence] of this.#written) {
      // in order of last write, since note() re-inserts
      if (sequence > oldest) break;
      this.#written.delete(name);
    }
  }
}
