// Runs job workers: at-least-once delivery becomes exactly-once effect by remembering the job key in the same transaction.
import { Schema, type Connection } from 'mongoose';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { createInTurn } from '../in-turn.ts';
import { asMade } from '../mongo/as-made.ts';
import { isStoreAway } from '../mongo/store-away.ts';
import { ok } from '../result.ts';
import { systemActor, type Job, type JobWorkers, type Transact, type Variables } from '../slice.ts';
import type { EngineClient } from './engine-client.ts';

type HandledJob = { _id: string; at: Date };
const handledSchema = new Schema<HandledJob>(
  { _id: String, at: Date },
  { versionKey: false, autoIndex: false, autoCreate: false },
);
// the engine forgets a completed job at once; a month covers every retry
handledSchema.index({ at: 1 }, { expireAfterSeconds: 30 * 24 * 3600 });

const retryBackOffMs = 5_000;

export const createWorkerHost = (deps: {
  connection: Connection;
  transact: Transact;
  engine: EngineClient;
  logger: Logger;
  /** The store forgets by its own clock, not by the business clock. */
  storeClock: Clock;
}) => {
  const handled = deps.connection.model<HandledJob>('HandledJob', handledSchema, 'handledJobs');

  const run = async (job: Job, workers: JobWorkers): Promise<void> => {
    const worker = workers[job.type];
    if (worker === undefined) throw new Error(`Expected a worker for job type '${job.type}', but there is none`);
    const done = await deps.transact(systemActor, async (work) => {
      await handled.insertMany([{ _id: job.key, at: new Date(deps.storeClock.now()) }], {
        session: work.session,
        ...asMade,
      });
      const outcome = await worker(job, work);
      if (
        'error' in outcome &&
        typeof outcome.error === 'object' &&
        outcome.error !== null &&
        'code' in outcome.error
      ) {
        const { code, message } = outcome.error as { code: string; message: string };
        work.send({ kind: 'throwError', jobKey: job.key, errorCode: code, message });
      } else work.send({ kind: 'completeJob', jobKey: job.key, variables: outcome as Variables });
      return ok(true);
    });
    // a second delivery of a job that was answered is refused as a duplicate of its key, and so is a fault of ours
    if (!done.ok && (await handled.exists({ _id: job.key })) === null)
      throw new Error(`Expected job type '${job.type}' to be done, but it was refused: ${done.refusal.code}`);
  };

  const inTurn = createInTurn();
  const runShared = (job: Job, workers: JobWorkers): Promise<void> => {
    const shared = workers[job.type]?.sharing?.(job);
    return shared === undefined ? run(job, workers) : inTurn(shared, () => run(job, workers));
  };

  let atWork = 0;
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    atWork += 1;
    try {
      return await work();
    } finally {
      atWork -= 1;
    }
  };

  return {
    /** No job is at work here; what the engine has not handed out yet is not counted. */
    idle: (): boolean => atWork === 0,
    start: (workers: JobWorkers): void => {
      for (const type of Object.keys(workers))
        deps.engine.client.createWorker({
          taskType: type,
          maxJobsToActivate: 16,
          pollInterval: 25,
          longPoll: 30_000,
          timeout: 60_000,
          loglevel: 'NONE',
          taskHandler: async (raw) => {
            const job: Job = {
              key: raw.key,
              type: raw.type,
              variables: raw.variables as Variables,
              headers: raw.customHeaders as Record<string, string>,
              processInstanceKey: raw.processInstanceKey,
              elementInstanceKey: raw.elementInstanceKey,
              elementId: raw.elementId,
            };
            try {
              await counted(() => runShared(job, workers));
              // the outbox completes it
              return raw.forward();
            } catch (error) {
              // the job is not at fault: it costs no retry, else three short outages would make an incident
              const away = isStoreAway(error);
              deps.logger[away ? 'warn' : 'error']({ err: error, jobType: job.type, jobKey: job.key }, 'job failed');
              return await raw
                .fail({
                  errorMessage: error instanceof Error ? error.message : String(error),
                  retries: away ? raw.retries : Math.max(0, raw.retries - 1),
                  retryBackOff: retryBackOffMs,
                })
                // the engine is away too: the job comes again when its time is up
                .catch(() => raw.forward());
            }
          },
        });
    },
  };
};
