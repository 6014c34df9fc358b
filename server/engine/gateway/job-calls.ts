// What workers say about single jobs.
import type { Stream } from '../stream/index.ts';
import { execute, int, text, type Unary } from './call.ts';
import { readDocument } from './documents.ts';
import { checkPartition } from './errors.ts';

export const jobCalls = (stream: Stream): Record<string, Unary> => ({
  CompleteJob: async (request) => {
    const key = jobKey(request);
    await execute(stream, 'JOB.COMPLETE', key, { variables: readDocument(text(request, 'variables')) });
    return {};
  },
  FailJob: async (request) => {
    const key = jobKey(request);
    await execute(stream, 'JOB.FAIL', key, {
      retries: int(request, 'retries'),
      errorMessage: text(request, 'errorMessage'),
      retryBackoff: int(request, 'retryBackOff'),
      variables: readDocument(text(request, 'variables')),
    });
    return {};
  },
  ThrowError: async (request) => {
    const key = jobKey(request);
    await execute(stream, 'JOB.THROW_ERROR', key, {
      errorCode: text(request, 'errorCode'),
      errorMessage: text(request, 'errorMessage'),
      variables: readDocument(text(request, 'variables')),
    });
    return {};
  },
  UpdateJobRetries: async (request) => {
    await execute(stream, 'JOB.UPDATE_RETRIES', jobKey(request), { retries: int(request, 'retries') });
    return {};
  },
  UpdateJobTimeout: async (request) => {
    await execute(stream, 'JOB.UPDATE_TIMEOUT', jobKey(request), { timeout: int(request, 'timeout') });
    return {};
  },
});

function jobKey(request: Parameters<Unary>[0]): number {
  const key = int(request, 'jobKey');
  checkPartition(key);
  return key;
}
