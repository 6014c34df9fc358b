// The domain's only way to any engine, ours or a real Zeebe: zeebe-node behind the few acts the product needs.
import { ZBClient } from 'zeebe-node';
import type { Logger } from '../logger.ts';
import type { Decide, Json, OutboxEntry, Variables } from '../slice.ts';
import type { Delivery } from '../mongo/outbox.ts';
import { ok, refuse, type Result } from '../result.ts';
import { migrateInstance } from './migrate-instance.ts';

/** Longer than any retry of the outbox, so that a repeated publish is recognised. */
const messageLifeMs = 30 * 24 * 3600 * 1000;

export type Resource = { readonly name: string; readonly content: string };
export type Deployed = { readonly id: string; readonly version: number; readonly key: string };

const codes = {
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  FAILED_PRECONDITION: 9,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  UNAUTHENTICATED: 16,
} as const;
/** The engine has looked and says no; all else is the way to it: away, busy, a session closed under the call. */
const final: ReadonlySet<number> = new Set(Object.values(codes));

const codeOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number' ? error.code : -1;
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const asDelivery = (entry: OutboxEntry, error: unknown): Delivery => {
  const code = codeOf(error);
  // a repeated send after a crash: the engine has it already
  if (entry.kind === 'publishMessage' && code === codes.ALREADY_EXISTS) return { kind: 'accepted' };
  if (entry.kind === 'completeJob' || entry.kind === 'throwError') {
    // a job that is gone was completed or cancelled
    if (code === codes.NOT_FOUND) return { kind: 'accepted' };
    // a second run of the same job failed it meanwhile: it takes its answer when its back-off is over
    if (code === codes.FAILED_PRECONDITION) return { kind: 'later', reason: reasonOf(error) };
  }
  return final.has(code) ? { kind: 'refused', reason: reasonOf(error) } : { kind: 'later', reason: reasonOf(error) };
};

const plain = (variables: Variables): Record<string, never> =>
  JSON.parse(JSON.stringify(variables)) as Record<string, never>;

export const createEngineClient = (deps: { address: string; logger: Logger }) => {
  const client = new ZBClient(deps.address, {
    loglevel: 'NONE',
    retry: false,
    longPoll: 30_000,
    pollInterval: 25,
    eagerConnection: false,
  });

  const send = async (entry: OutboxEntry): Promise<void> => {
    switch (entry.kind) {
      case 'completeJob':
        await client.completeJob({ jobKey: entry.jobKey, variables: plain(entry.variables) });
        return;
      case 'throwError':
        await client.throwError({ jobKey: entry.jobKey, errorCode: entry.errorCode, errorMessage: entry.message });
        return;
      case 'publishMessage':
        await client.publishMessage({
          name: entry.name,
          correlationKey: entry.correlationKey,
          messageId: entry.messageId,
          timeToLive: entry.timeToLiveMs ?? messageLifeMs,
          variables: plain(entry.variables),
        });
        return;
      case 'migrateInstance':
        await migrateInstance(client, entry);
        return;
    }
  };

  const decide: Decide = async (decisionId, variables): Promise<Result<Json>> => {
    try {
      const answer = await client.evaluateDecision({ decisionId, variables: plain(variables) });
      if (answer.failureMessage !== '')
        return refuse('engine_refused', { details: { decisionId, reason: answer.failureMessage } });
      const output: unknown = answer.decisionOutput;
      return ok((typeof output === 'string' ? JSON.parse(output) : output) as Json);
    } catch (error) {
      return refuse(final.has(codeOf(error)) ? 'engine_refused' : 'engine_unavailable', {
        details: { decisionId, reason: reasonOf(error) },
      });
    }
  };

  const deploy = async (resource: Resource): Promise<Result<Deployed>> => {
    const bytes = Buffer.from(resource.content, 'utf8');
    try {
      if (resource.name.endsWith('.dmn')) {
        const { deployments } = await client.deployResource({ name: resource.name, decision: bytes });
        const decision = deployments[0]?.decision;
        return ok({
          id: decision?.dmnDecisionId ?? '',
          version: Number(decision?.version ?? 0),
          key: String(decision?.decisionKey ?? ''),
        });
      }
      if (resource.name.endsWith('.form')) {
        const { deployments } = await client.deployResource({ name: resource.name, form: bytes });
        const form = deployments[0]?.form;
        return ok({ id: form?.formId ?? '', version: Number(form?.version ?? 0), key: String(form?.formKey ?? '') });
      }
      const { deployments } = await client.deployResource({ name: resource.name, process: bytes });
      const process = deployments[0]?.process;
      return ok({
        id: process?.bpmnProcessId ?? '',
        version: Number(process?.version ?? 0),
        key: String(process?.processDefinitionKey ?? ''),
      });
    } catch (error) {
      if (!final.has(codeOf(error))) return refuse('engine_unavailable', { details: { reason: reasonOf(error) } });
      return refuse('model_invalid', { details: { resource: resource.name, reason: reasonOf(error) } });
    }
  };

  const operate = async (act: () => Promise<unknown>): Promise<Result<true>> => {
    try {
      await act();
      return ok(true);
    } catch (error) {
      return refuse(final.has(codeOf(error)) ? 'engine_refused' : 'engine_unavailable', {
        message: { zh: `流程引擎拒绝：${reasonOf(error)}`, en: `The engine refused: ${reasonOf(error)}` },
      });
    }
  };

  return {
    client,
    decide,
    deploy,
    deliver: async (entry: OutboxEntry): Promise<Delivery> => {
      try {
        await send(entry);
        return { kind: 'accepted' };
      } catch (error) {
        return asDelivery(entry, error);
      }
    },
    retryJob: (jobKey: string) => operate(() => client.updateJobRetries({ jobKey, retries: 3 })),
    resolveIncident: (incidentKey: string) => operate(() => client.resolveIncident({ incidentKey })),
    /** Resolves when the engine answers; refuses with a plain sentence after `timeoutMs`. */
    reachable: async (timeoutMs: number): Promise<boolean> => {
      const attempts = Math.max(1, Math.ceil(timeoutMs / 250));
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const answered = await client.topology().then(
          (topology) => topology.brokers.length > 0,
          () => false,
        );
        if (answered) return true;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return false;
    },
    close: () => client.close(1_000),
  };
};
export type EngineClient = ReturnType<typeof createEngineClient>;
