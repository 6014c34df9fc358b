// Published messages while they live, whom they reached, and which start keys are taken.
import type { MessageValue } from '../protocol/index.ts';
import type { DueWriter } from './due-dates.ts';
import { lastNum, num, text } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type Message = { readonly key: number; readonly value: MessageValue };
type Lock = { readonly bpmnProcessId: string; readonly correlationKey: string };

export interface MessageReader {
  get(key: number): Message | undefined;
  /** Oldest first. */
  buffered(name: string, correlationKey: string): Message[];
  hasId(name: string, correlationKey: string, messageId: string): boolean;
  isCorrelated(messageKey: number, bpmnProcessId: string): boolean;
  /** An instance started by a message of this key is still running. */
  isLocked(bpmnProcessId: string, correlationKey: string): boolean;
  lockOf(processInstanceKey: number): Lock | undefined;
}

export interface MessageWriter extends MessageReader {
  insert(message: Message): void;
  remove(key: number): void;
  correlate(messageKey: number, bpmnProcessId: string): void;
  uncorrelate(messageKey: number, bpmnProcessId: string): void;
  lock(processInstanceKey: number, lock: Lock): void;
  unlock(processInstanceKey: number): void;
}

const bufferKey = ({ name, correlationKey }: MessageValue): string => text(name) + text(correlationKey);

export class Messages implements MessageWriter {
  readonly #messages: Table<MessageValue>;
  readonly #buffer: Table<1>;
  readonly #ids: Table<number>;
  readonly #correlated: Table<1>;
  readonly #locks: Table<number>;
  readonly #lockOf: Table<Lock>;
  readonly #due: DueWriter;

  constructor(store: Store, due: DueWriter) {
    this.#messages = store.table('message');
    this.#buffer = store.table('buffer');
    this.#ids = store.table('messageid');
    this.#correlated = store.table('correlated');
    this.#locks = store.table('lock');
    this.#lockOf = store.table('lockof');
    this.#due = due;
  }

  get(key: number): Message | undefined {
    const value = this.#messages.get(num(key));
    return value && { key, value };
  }

  buffered(name: string, correlationKey: string): Message[] {
    return this.#buffer.scan(text(name) + text(correlationKey)).flatMap(([key]) => this.get(lastNum(key)) ?? []);
  }

  hasId(name: string, correlationKey: string, messageId: string): boolean {
    return this.#ids.has(text(name) + text(correlationKey) + text(messageId));
  }

  isCorrelated(messageKey: number, bpmnProcessId: string): boolean {
    return this.#correlated.has(num(messageKey) + text(bpmnProcessId));
  }

  isLocked(bpmnProcessId: string, correlationKey: string): boolean {
    return this.#locks.has(text(bpmnProcessId) + text(correlationKey));
  }

  lockOf(processInstanceKey: number): Lock | undefined {
    return this.#lockOf.get(num(processInstanceKey));
  }

  insert({ key, value }: Message): void {
    this.#messages.insert(num(key), value);
    this.#buffer.insert(bufferKey(value) + num(key), 1);
    if (value.messageId !== '') this.#ids.put(bufferKey(value) + text(value.messageId), key);
    this.#due.add({ at: value.deadline, kind: 'message', key });
  }

  remove(key: number): void {
    const value = this.#messages.get(num(key));
    if (value === undefined) return;
    this.#messages.remove(num(key));
    this.#buffer.remove(bufferKey(value) + num(key));
    if (value.messageId !== '') this.#ids.remove(bufferKey(value) + text(value.messageId));
    for (const [correlated] of this.#correlated.scan(num(key))) this.#correlated.remove(correlated);
    this.#due.remove({ at: value.deadline, kind: 'message', key });
  }

  correlate(messageKey: number, bpmnProcessId: string): void {
    if (this.#messages.has(num(messageKey))) this.#correlated.put(num(messageKey) + text(bpmnProcessId), 1);
  }

  uncorrelate(messageKey: number, bpmnProcessId: string): void {
    this.#correlated.remove(num(messageKey) + text(bpmnProcessId));
  }

  lock(processInstanceKey: number, lock: Lock): void {
    this.#locks.put(text(lock.bpmnProcessId) + text(lock.correlationKey), processInstanceKey);
    this.#lockOf.put(num(processInstanceKey), lock);
  }

  unlock(processInstanceKey: number): void {
    const lock = this.lockOf(processInstanceKey);
    if (lock === undefined) return;
    this.#locks.remove(text(lock.bpmnProcessId) + text(lock.correlationKey));
    this.#lockOf.remove(num(processInstanceKey));
  }
}
