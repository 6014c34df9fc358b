// Who waits for messages: the message's side, the instance's side, and start events.
import type {
  MessageStartEventSubscriptionValue,
  MessageSubscriptionValue,
  ProcessMessageSubscriptionValue,
} from '../protocol/index.ts';
import { lastNum, num, text } from './store/key-parts.ts';
import type { Store } from './store/store.ts';
import type { Table } from './store/table.ts';

export type MessageSubscription = {
  readonly key: number;
  readonly correlating: boolean;
  readonly value: MessageSubscriptionValue;
};
export type ProcessMessageSubscription = {
  readonly key: number;
  readonly state: 'CREATING' | 'CREATED' | 'DELETING';
  readonly value: ProcessMessageSubscriptionValue;
};
export type StartSubscription = { readonly key: number; readonly value: MessageStartEventSubscriptionValue };

export interface MessageSubscriptionReader {
  find(elementInstanceKey: number, messageName: string): MessageSubscription | undefined;
  waiting(messageName: string, correlationKey: string): MessageSubscription[];
  ofElement(elementInstanceKey: number): ProcessMessageSubscription[];
  ofElementByName(elementInstanceKey: number, messageName: string): ProcessMessageSubscription | undefined;
  starts(messageName: string): StartSubscription[];
  startsOf(processDefinitionKey: number): StartSubscription[];
}

export interface MessageSubscriptionWriter extends MessageSubscriptionReader {
  put(subscription: MessageSubscription): void;
  remove(subscription: MessageSubscription): void;
  putOfElement(subscription: ProcessMessageSubscription): void;
  removeOfElement(elementInstanceKey: number, messageName: string): void;
  putStart(subscription: StartSubscription): void;
  removeStart(subscription: StartSubscription): void;
}

const byElement = (elementInstanceKey: number, name: string): string => num(elementInstanceKey) + text(name);
const byCorrelation = (key: number, { messageName, correlationKey }: MessageSubscriptionValue): string =>
  text(messageName) + text(correlationKey) + num(key);

export class MessageSubscriptions implements MessageSubscriptionWriter {
  readonly #subscriptions: Table<MessageSubscription>;
  readonly #waiting: Table<number>;
  readonly #ofElement: Table<ProcessMessageSubscription>;
  readonly #starts: Table<StartSubscription>;
  readonly #startsOf: Table<StartSubscription>;

  constructor(store: Store) {
    this.#subscriptions = store.table('subscription');
    this.#waiting = store.table('waiting');
    this.#ofElement = store.table('subscriptionof');
    this.#starts = store.table('start');
    this.#startsOf = store.table('startof');
  }

  find(elementInstanceKey: number, messageName: string): MessageSubscription | undefined {
    return this.#subscriptions.get(byElement(elementInstanceKey, messageName));
  }

  waiting(messageName: string, correlationKey: string): MessageSubscription[] {
    return this.#waiting.scan(text(messageName) + text(correlationKey)).flatMap(([key, elementInstanceKey]) => {
      const found = this.find(elementInstanceKey, messageName);
      return found?.key === lastNum(key) ? found : [];
    });
  }

  ofElement(elementInstanceKey: number): ProcessMessageSubscription[] {
    return this.#ofElement
      .scan(num(elementInstanceKey))
      .map(([, subscription]) => subscription)
      .sort((a, b) => a.key - b.key);
  }

  ofElementByName(elementInstanceKey: number, messageName: string): ProcessMessageSubscription | undefined {
    return this.#ofElement.get(byElement(elementInstanceKey, messageName));
  }

  starts(messageName: string): StartSubscription[] {
    return this.#starts.scan(text(messageName)).map(([, subscription]) => subscription);
  }

  startsOf(processDefinitionKey: number): StartSubscription[] {
    return this.#startsOf.scan(num(processDefinitionKey)).map(([, subscription]) => subscription);
  }

  put(subscription: MessageSubscription): void {
    const { key, value } = subscription;
    this.#subscriptions.put(byElement(value.elementInstanceKey, value.messageName), subscription);
    this.#waiting.put(byCorrelation(key, value), value.elementInstanceKey);
  }

  remove({ key, value }: MessageSubscription): void {
    this.#subscriptions.remove(byElement(value.elementInstanceKey, value.messageName));
    this.#waiting.remove(byCorrelation(key, value));
  }

  putOfElement(subscription: ProcessMessageSubscription): void {
    const { elementInstanceKey, messageName } = subscription.value;
    this.#ofElement.put(byElement(elementInstanceKey, messageName), subscription);
  }

  removeOfElement(elementInstanceKey: number, messageName: string): void {
    this.#ofElement.remove(byElement(elementInstanceKey, messageName));
  }

  putStart(subscription: StartSubscription): void {
    const { key, value } = subscription;
    this.#starts.put(text(value.messageName) + num(key), subscription);
    this.#startsOf.put(num(value.processDefinitionKey) + num(key), subscription);
  }

  removeStart({ key, value }: StartSubscription): void {
    this.#starts.remove(text(value.messageName) + num(key));
    this.#startsOf.remove(num(value.processDefinitionKey) + num(key));
  }
}
