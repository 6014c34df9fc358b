import { describe, expect, it } from '@jest/globals';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { JobQueue } from '../../../../server/engine/gateway/job-queue.ts';
import { JobStreams, type JobStreamsOptions } from '../../../../server/engine/gateway/job-streams.ts';
import { until } from '../support/harness.ts';

const request = { type: 'work', worker: 'w', timeout: '60000', maxJobsToActivate: 2, requestTimeout: '1000' };
const job = (key: number) => ({ key, value: { customHeaders: {} }, variables: '{}' });

/** As grpc-js does where the connection broke unseen: the write finds out, is never answered, and tells a tick later. */
class BrokenCall extends Writable {
  readonly request = request;

  constructor() {
    super({ objectMode: true });
  }

  override _write(): void {
    process.nextTick(() => this.emit('cancelled'));
  }
}

function engineWithJobs(...keys: number[]) {
  const commands: string[] = [];
  const submit = (command: string, key: number) => {
    commands.push(command === 'JOB.YIELD' ? `${command} ${key}` : command);
    return Promise.resolve({ ok: true, key, value: command === 'JOB_BATCH.ACTIVATE' ? keys.splice(0).map(job) : [] });
  };
  const options = {
    stream: { submit },
    queue: new JobQueue(),
    now: () => 0,
    logger: pino({ level: 'silent' }),
    stopped: new AbortController().signal,
  } as unknown as JobStreamsOptions;
  return { commands, streams: new JobStreams(options) };
}

describe('jobs that the write to their worker could not deliver', () => {
  it.each(['poll', 'push'] as const)('go back to the others: %s', async (method) => {
    const { commands, streams } = engineWithJobs(1, 2);
    streams[method](new BrokenCall() as unknown as Parameters<JobStreams['poll']>[0]);
    await until(() => commands.length === 3, 2_000);
    expect(commands).toEqual(['JOB_BATCH.ACTIVATE', 'JOB.YIELD 1', 'JOB.YIELD 2']);
  });
});
