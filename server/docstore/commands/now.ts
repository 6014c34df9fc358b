// `$$NOW` in pipelines is the store's clock, not the computer's.
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';

export function withNow(body: Doc, now: Date): Doc {
  if (Array.isArray(body.pipeline)) return { ...body, pipeline: replaced(body.pipeline, now) };
  if (Array.isArray(body.update)) return { ...body, update: replaced(body.update, now) };
  if (Array.isArray(body.updates))
    return {
      ...body,
      updates: body.updates.map((one: unknown) =>
        isDoc(one) && Array.isArray(one.u) ? { ...one, u: replaced(one.u, now) } : one,
      ),
    };
  return body;
}

function replaced(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return now;
  if (Array.isArray(value)) return value.map((one) => replaced(one, now));
  if (!isDoc(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, now)]));
}
