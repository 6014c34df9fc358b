// The whole state; commands receive it as a reader, appliers alone as a writer.
import { Definitions, type DefinitionReader, type DefinitionWriter } from './definitions.ts';
import { DueDates, type DueReader } from './due-dates.ts';
import { Elements, type ElementReader, type ElementWriter } from './elements.ts';
import { Incidents, type IncidentReader, type IncidentWriter } from './incidents.ts';
import { Jobs, type JobReader, type JobWriter } from './jobs.ts';
import {
  MessageSubscriptions,
  type MessageSubscriptionReader,
  type MessageSubscriptionWriter,
} from './message-subscriptions.ts';
import { Messages, type MessageReader, type MessageWriter } from './messages.ts';
import {
  SignalSubscriptions,
  type SignalSubscriptionReader,
  type SignalSubscriptionWriter,
} from './signal-subscriptions.ts';
import type { Store } from './store/store.ts';
import { Timers, type TimerReader, type TimerWriter } from './timers.ts';
import { Triggers, type TriggerReader, type TriggerWriter } from './triggers.ts';
import { Variables, type VariableReader, type VariableWriter } from './variables.ts';

export type StateReader = {
  readonly definitions: DefinitionReader;
  readonly elements: ElementReader;
  readonly variables: VariableReader;
  readonly triggers: TriggerReader;
  readonly jobs: JobReader;
  readonly timers: TimerReader;
  readonly messages: MessageReader;
  readonly messageSubscriptions: MessageSubscriptionReader;
  readonly signalSubscriptions: SignalSubscriptionReader;
  readonly incidents: IncidentReader;
  readonly due: DueReader;
};

export type StateWriter = {
  readonly definitions: DefinitionWriter;
  readonly elements: ElementWriter;
  readonly variables: VariableWriter;
  readonly triggers: TriggerWriter;
  readonly jobs: JobWriter;
  readonly timers: TimerWriter;
  readonly messages: MessageWriter;
  readonly messageSubscriptions: MessageSubscriptionWriter;
  readonly signalSubscriptions: SignalSubscriptionWriter;
  readonly incidents: IncidentWriter;
};

export function createState(store: Store, onActivatable: (type: string) => void): StateReader & StateWriter {
  const due = new DueDates(store);
  return {
    definitions: new Definitions(store),
    elements: new Elements(store),
    variables: new Variables(store),
    triggers: new Triggers(store),
    jobs: new Jobs(store, due, onActivatable),
    timers: new Timers(store, due),
    messages: new Messages(store, due),
    messageSubscriptions: new MessageSubscriptions(store),
    signalSubscriptions: new SignalSubscriptions(store),
    incidents: new Incidents(store),
    due,
  };
}
