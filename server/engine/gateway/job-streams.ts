// Hands jobs to workers: long polling and pushed streams.
import { setMaxListeners } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { ActivatedJob } from '../commands/index.ts';
import { TENANT, type ActivateJobsValue } from '../protocol/index.ts';
import type { Stream } from '../stream/index.ts';
import { execute, int, text, texts, type Request, type Response } from './call.ts';
import { asCallError, invalid } from './errors.ts';
import type { JobQueue } from './job-queue.ts';

type Call = ServerWritableStream<Request, Response>;
const DEFAULT_POLL = 10_000;
const PUSHED_AT_ONCE = 32;

export type JobStreamsOptions = {
  readonly stream: Stream;
  readonly queue: JobQueue;
  readonly now: () => number;
  readonly logger: Logger;
  /** Ends when the engine stops. */
  readonly stopped: AbortSignal;
};

export class JobStreams {
  readonly #options: JobStreamsOptions;

  constructor(options: JobStreamsOptions) {
    this.#options = options;
  }

  readonly poll = (call: Call): void => {
    void this.#guard(call, (signal) => this.#poll(call, signal));
  };

  readonly push = (call: Call): void => {
    void this.#guard(call, (signal) => this.#push(call, signal));
  };

  async #poll(call: Call, signal: AbortSignal): Promise<void> {
    const wanted = wantedBy(call.request, int(call.request, 'maxJobsToActivate'));
    if (wanted.maxJobsToActivate < 1 && wanted.type.trim() !== '' && wanted.timeout > 0) return;
    const asked = int(call.request, 'requestTimeout');
    const wait = asked === 0 ? DEFAULT_POLL : asked;
    const until = performance.now() + Math.max(0, wait);
    while (!signal.aborted) {
      const since = this.#options.queue.news(wanted.type);
      const jobs = await this.#activate(wanted);
      if (jobs.length > 0) {
        this.#options.queue.wakeNext(wanted.type);
        if (!(await handedOver(call, { jobs: jobs.map(activatedJob) }, signal))) await this.#giveBack(jobs);
        return;
      }
      const worth = await this.#options.queue.wait(wanted.type, since, until - performance.now(), signal);
      if (!worth) return;
    }
  }

  async #push(call: Call, signal: AbortSignal): Promise<void> {
    const wanted = wantedBy(call.request, PUSHED_AT_ONCE);
    while (!signal.aborted) {
      const since = this.#options.queue.news(wanted.type);
      const jobs = await this.#activate(wanted);
      if (jobs.length > 0) this.#options.queue.wakeNext(wanted.type);
      const taken = await Promise.all(jobs.map((job) => handedOver(call, activatedJob(job), signal)));
      await this.#giveBack(jobs.filter((_, index) => taken[index] === false));
      if (jobs.length < PUSHED_AT_ONCE)
        await this.#options.queue.wait(wanted.type, since, Number.POSITIVE_INFINITY, signal);
    }
  }

  async #activate(wanted: ActivateJobsValue): Promise<readonly ActivatedJob[]> {
    return (await execute(this.#options.stream, 'JOB_BATCH.ACTIVATE', -1, wanted)).value;
  }

  /** The worker left meanwhile: others need not wait for its leases to end. */
  async #giveBack(jobs: readonly ActivatedJob[]): Promise<void> {
    await Promise.all(jobs.map(({ key }) => this.#options.stream.submit('JOB.YIELD', key, {})));
  }

  async #guard(call: Call, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const gone = new AbortController();
    // Each message under way listens.
    setMaxListeners(0, gone.signal);
    const leave = (): void => gone.abort();
    call.on('cancelled', leave);
    this.#options.stopped.addEventListener('abort', leave);
    try {
      await work(gone.signal);
      call.end();
    } catch (error) {
      const { code, details } = asCallError(error);
      call.emit('error', { code, details });
    } finally {
      this.#options.stopped.removeEventListener('abort', leave);
    }
  }
}

function wantedBy(request: Request, maxJobsToActivate: number): ActivateJobsValue {
  const timeout = int(request, 'timeout');
  if (!Number.isFinite(timeout)) throw invalid('Expected a timeout');
  return {
    type: text(request, 'type'),
    worker: text(request, 'worker'),
    timeout,
    maxJobsToActivate,
    fetchVariables: texts(request, 'fetchVariable'),
  };
}

/** Only the socket knows whether the worker is still there: true once it has taken the message. */
function handedOver(call: Call, message: Response, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const left = (): void => resolve(false);
    signal.addEventListener('abort', left, { once: true });
    call.write(message, (error?: Error | null) => {
      signal.removeEventListener('abort', left);
      resolve(!error);
    });
  });
}

const activatedJob = ({ key, value, variables }: ActivatedJob): Response => ({
  key,
  type: value.type,
  processInstanceKey: value.processInstanceKey,
  bpmnProcessId: value.bpmnProcessId,
  processDefinitionVersion: value.processDefinitionVersion,
  processDefinitionKey: value.processDefinitionKey,
  elementId: value.elementId,
  elementInstanceKey: value.elementInstanceKey,
  customHeaders: JSON.stringify(value.customHeaders),
  worker: value.worker,
  retries: value.retries,
  deadline: value.deadline,
  variables,
  tenantId: TENANT,
});
