// Who waits for signals: catch events of instances and start events of processes.
import type { SignalSubscriptionValue } from '../protocol/index.ts';
import { num, text } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type SignalSubscription = { readonly key: number; readonly value: SignalSubscriptionValue };

export interface SignalSubscriptionReader {
  waiting(signalName: string): SignalSubscription[];
  ofElement(elementInstanceKey: number): SignalSubscription[];
  startsOf(processDefinitionKey: number): SignalSubscription[];
}

export interface SignalSubscriptionWriter extends SignalSubscriptionReader {
  put(subscription: SignalSubscription): void;
  remove(subscription: SignalSubscription): void;
}

const ownerOf = ({ catchEventInstanceKey, processDefinitionKey }: SignalSubscriptionValue): string =>
  catchEventInstanceKey > 0 ? num(catchEventInstanceKey) : `-${num(processDefinitionKey)}`;

export class SignalSubscriptions implements SignalSubscriptionWriter {
  readonly #waiting: Table<SignalSubscription>;
  readonly #owned: Table<SignalSubscription>;

  constructor(store: Store) {
    this.#waiting = store.table('signal');
    this.#owned = store.table('signalof');
  }

  waiting(signalName: string): SignalSubscription[] {
    return this.#waiting.scan(text(signalName)).map(([, subscription]) => subscription);
  }

  ofElement(elementInstanceKey: number): SignalSubscription[] {
    return this.#owned.scan(num(elementInstanceKey)).map(([, subscription]) => subscription);
  }

  startsOf(processDefinitionKey: number): SignalSubscription[] {
    return this.#owned.scan(`-${num(processDefinitionKey)}`).map(([, subscription]) => subscription);
  }

  put(subscription: SignalSubscription): void {
    const { key, value } = subscription;
    this.#waiting.put(text(value.signalName) + num(key), subscription);
    this.#owned.put(ownerOf(value) + num(key), subscription);
  }

  remove({ key, value }: SignalSubscription): void {
    this.#waiting.remove(text(value.signalName) + num(key));
    this.#owned.remove(ownerOf(value) + num(key));
  }
}
