// The shape of a command handler: decides from the state, emits events, and answers or refuses.
import type { Context } from '../mechanics/index.ts';
import type { Command, CommandType, DecisionEvaluationValue, DeploymentValue, Rejection } from '../protocol/index.ts';
import type { Job } from '../state/index.ts';

export type ActivatedJob = Job & { readonly variables: string };

/** What callers learn when a command was accepted; all others learn the key only. */
type Particular = {
  'DEPLOYMENT.CREATE': DeploymentValue;
  'PROCESS_INSTANCE_CREATION.CREATE': {
    readonly processDefinitionKey: number;
    readonly bpmnProcessId: string;
    readonly version: number;
    readonly processInstanceKey: number;
  };
  'JOB_BATCH.ACTIVATE': readonly ActivatedJob[];
  'DECISION_EVALUATION.EVALUATE': DecisionEvaluationValue;
};
export type ReplyValue<T extends CommandType> = T extends keyof Particular ? Particular[T] : undefined;
export type Accepted<T extends CommandType> = {
  readonly ok: true;
  readonly key: number;
  readonly value: ReplyValue<T>;
};
export type Reply<T extends CommandType> = Accepted<T> | Rejection;

export type Handler<T extends CommandType> = (ctx: Context, command: Command<T>) => Reply<T>;

export const accept = (key: number) => ({ ok: true as const, key, value: undefined });
