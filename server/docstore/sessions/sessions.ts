// Sessions by id: the transaction each has open, and the rule that one command of a session runs at a time.
import { Binary } from 'bson';
import { CommandError, badValue } from '../errors.ts';
import { executedStatements } from './retry-log.ts';
import type { Reader } from '../storage/view.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { numeric } from '../values/number.ts';
import { Transaction, noSuchTransaction } from './transaction.ts';
import type { TransactionPorts } from './transaction.ts';

/** MongoDB's transactionLifetimeLimitSeconds. */
export const TRANSACTION_LIFETIME_MS = 60_000;

/** What the greeting promises. */
const SESSION_LIFETIME_MS = 30 * 60_000;

interface Session {
  txnNumber: bigint;
  transaction: Transaction | undefined;
  /** The connection the transaction was last used on. */
  connection: object | undefined;
  tail: Promise<unknown>;
  busy: number;
  usedAt: number;
}

export function sessionId(lsid: unknown): Buffer | undefined {
  if (!isDoc(lsid) || !(lsid.id instanceof Binary) || lsid.id.position !== 16) return undefined;
  return Buffer.from(lsid.id.buffer.subarray(0, 16));
}

export function txnNumberOf(body: Doc): bigint | undefined {
  const number = numeric(body.txnNumber);
  if (number === undefined) return undefined;
  if (typeof number === 'number' && !Number.isSafeInteger(number)) throw badValue('txnNumber must be an integer');
  return BigInt(number);
}

export class Sessions {
  readonly #byId = new Map<string, Session>();
  readonly #ports: TransactionPorts;

  constructor(ports: TransactionPorts) {
    this.#ports = ports;
  }

  /** Commands with one transaction number wait for each other, so a repeat never overtakes the original. */
  async inTurn<T>(id: Buffer, work: () => Promise<T>): Promise<T> {
    const session = this.#session(id);
    session.usedAt = performance.now();
    const previous = session.tail;
    let done: () => void = () => undefined;
    session.tail = new Promise<void>((resolve) => (done = resolve));
    session.busy++;
    try {
      await previous;
      return await work();
    } finally {
      session.busy--;
      done();
    }
  }

  begin(id: Buffer, txnNumber: bigint, connection: object): Transaction {
    const session = this.#session(id);
    this.#refuseOld(id, session, txnNumber);
    if (session.txnNumber === txnNumber) throw noSuchTransaction();
    session.transaction?.abort();
    session.txnNumber = txnNumber;
    session.transaction = new Transaction(this.#ports);
    session.connection = connection;
    return session.transaction;
  }

  current(id: Buffer, txnNumber: bigint, connection: object): Transaction {
    const session = this.#byId.get(id.toString('hex'));
    if (!session?.transaction || session.txnNumber !== txnNumber) throw noSuchTransaction();
    session.connection = connection;
    return session.transaction;
  }

  /** The transaction of this number, in whatever state, if this process has seen it. */
  open(id: Buffer, txnNumber: bigint): Transaction | undefined {
    const session = this.#byId.get(id.toString('hex'));
    return session?.txnNumber === txnNumber ? session.transaction : undefined;
  }

  end(ids: Buffer[]): void {
    for (const id of ids) {
      const name = id.toString('hex');
      const session = this.#byId.get(name);
      session?.transaction?.abort();
      if (session?.busy === 0) this.#byId.delete(name);
    }
  }

  disconnected(connection: object): void {
    for (const session of this.#byId.values()) if (session.connection === connection) session.transaction?.abort();
  }

  /** Ends transactions past their time and forgets sessions nobody uses. */
  abortOverdue(): void {
    const limit = performance.now() - TRANSACTION_LIFETIME_MS;
    for (const [name, session] of this.#byId) {
      if (
        session.busy === 0 &&
        session.transaction?.state !== 'open' &&
        session.usedAt < performance.now() - SESSION_LIFETIME_MS
      )
        this.#byId.delete(name);
      if (session.transaction?.state === 'open' && session.transaction.startedAt <= limit) session.transaction.abort();
    }
  }

  abortAll(): void {
    for (const session of this.#byId.values()) session.transaction?.abort();
  }

  #session(id: Buffer): Session {
    const name = id.toString('hex');
    const found = this.#byId.get(name);
    if (found) return found;
    const fresh: Session = {
      txnNumber: -1n,
      transaction: undefined,
      connection: undefined,
      tail: Promise.resolve(),
      busy: 0,
      usedAt: 0,
    };
    this.#byId.set(name, fresh);
    return fresh;
  }

  #refuseOld(id: Buffer, session: Session, txnNumber: bigint): void {
    if (txnNumber < session.txnNumber)
      throw new CommandError(
        'TransactionTooOld',
        `Cannot start transaction ${txnNumber} on this session: a newer one, ${session.txnNumber}, has already started`,
      );
    const reader: Reader & { close(): void } = this.#ports.snapshot();
    try {
      executedStatements(reader, { session: id, txnNumber });
    } finally {
      reader.close();
    }
  }
}
