// Preconditions of what workers say about jobs.
import type { Context } from '../mechanics/index.ts';
import { reject, type Rejection } from '../protocol/index.ts';
import type { Job } from '../state/index.ts';

type Found = { readonly ok: true; readonly job: Job } | Rejection;

export function findJob(ctx: Context, key: number, phrase: string): Found {
  const job = ctx.state.jobs.get(key);
  if (job !== undefined) return { ok: true, job };
  return reject('NOT_FOUND', `Expected to ${phrase} with key '${key}', but no such job was found`);
}

/** A job may be worked on without having been activated, but not after it failed or threw. */
export function findWorkableJob(ctx: Context, key: number, intent: string, phrase = `${intent} job`): Found {
  const job = ctx.state.jobs.get(key);
  if (job === undefined)
    return reject('NOT_FOUND', `Expected to ${phrase} with key '${key}', but no such job was found`);
  if (job.state === 'ACTIVATABLE' || job.state === 'ACTIVATED') return { ok: true, job };
  const state = job.state === 'WAITING' ? 'FAILED' : job.state;
  return reject('INVALID_STATE', `Expected to ${phrase} with key '${key}', but it is in state '${state}'`);
}
