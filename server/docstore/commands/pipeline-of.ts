// The pipeline an aggregate command carries.
import { parseError } from '../errors.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';

export function pipelineOf(body: Doc): Doc[] {
  if (!Array.isArray(body.pipeline)) throw parseError("'pipeline' option must be specified as an array");
  return body.pipeline.map((stage: unknown) => {
    if (!isDoc(stage)) throw parseError('Each element of the pipeline array must be an object');
    return stage;
  });
}
