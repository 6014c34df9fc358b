// A stage turns one stream of document chunks into another; between chunks other work comes in.
import type { Evaluate } from '../query/match.ts';
import type { Pacer } from '../plan/pacer.ts';
import type { Collection } from '../storage/collection.ts';
import type { Reader } from '../storage/view.ts';
import type { Doc } from '../values/document.ts';

export type Chunks = AsyncIterable<Doc[]>;

export interface StageContext {
  reader: Reader;
  pacer: Pacer;
  evaluate: Evaluate;
  variables: Doc;
  /** Another collection of the same database. */
  collection(name: string): Collection | undefined;
  /** A pipeline inside a stage, over a collection or over documents at hand. */
  run(from: Collection | Chunks | undefined, pipeline: Doc[], variables: Doc): Chunks;
}

export type Stage = (input: Chunks, operand: unknown, context: StageContext) => Chunks;

export const CHUNK = 128;

export async function* chunked(docs: AsyncIterable<Doc>): Chunks {
  let chunk: Doc[] = [];
  for await (const doc of docs) {
    chunk.push(doc);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

export async function* chunksOf(docs: Doc[], pacer: Pacer): Chunks {
  for (let at = 0; at < docs.length; at += CHUNK) {
    yield docs.slice(at, at + CHUNK);
    if (pacer.step()) await pacer.rest();
  }
}

export async function collect(input: Chunks): Promise<Doc[]> {
  const all: Doc[] = [];
  for await (const chunk of input) for (const doc of chunk) all.push(doc);
  return all;
}
