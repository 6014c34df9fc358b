// What a command may use while it is processed: read the state, emit events, ask for follow-ups.
import type { Expressions } from '../expression/index.ts';
import type {
  BpmnElementType,
  CommandType,
  CommandValues,
  Document,
  EventType,
  EventValues,
  Outcome,
} from '../protocol/index.ts';
import type { StateReader } from '../state/index.ts';
import type { Frame } from './frame.ts';

/** Told to whoever waits, after the commit. */
export type InstanceResult = { readonly processInstanceKey: number; readonly variables: Document };

export type Context = {
  readonly state: StateReader;
  readonly expressions: Expressions;
  readonly now: number;
  nextKey(): number;
  /** Writes the event and applies it at once. */
  emit<T extends EventType>(type: T, key: number, value: EventValues[T]): void;
  /** Processed after this command, in order, in the same step where it fits. */
  follow<T extends CommandType>(type: T, key: number, value: CommandValues[T]): void;
  behaviourOf(type: BpmnElementType): Behaviour;
  /** Somebody waits for the end of this instance. */
  isAwaited(processInstanceKey: number): boolean;
  tellResult(result: InstanceResult): void;
};

/** What is particular about an element; the lifecycle around it is common to all. */
export type Behaviour = {
  /** After ELEMENT_ACTIVATING; must lead to ELEMENT_ACTIVATED itself. A failure becomes an incident. */
  activate(ctx: Context, frame: Frame): Outcome;
  /** After ELEMENT_COMPLETING; must lead to ELEMENT_COMPLETED itself. */
  complete(ctx: Context, frame: Frame): Outcome;
  /** After ELEMENT_TERMINATING; must end in termination now or when its children are gone. */
  terminate(ctx: Context, frame: Frame): void;
  /** Scopes: before a child is completed; the result is handed to `childCompleted`. */
  childCompleting?(ctx: Context, frame: Frame, child: Frame): Outcome<boolean>;
  childCompleted?(ctx: Context, frame: Frame, child: Frame, satisfied: boolean): void;
};
