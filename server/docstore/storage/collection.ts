// What the store knows of one collection and its indexes while it runs.
import type { Predicate } from '../query/predicate.ts';
import type { Doc } from '../values/document.ts';

export interface IndexField {
  path: string;
  parts: string[];
  descending: boolean;
}

export interface Index {
  id: number;
  name: string;
  fields: IndexField[];
  /** As the client wrote it; this is what listIndexes shows. */
  spec: Doc;
  unique: boolean;
  sparse: boolean;
  partial: { source: Doc; predicate: Predicate } | undefined;
  expireAfterSeconds: number | undefined;
  hidden: boolean;
  /** Per field: some document held an array on its path. Never goes back to false. */
  multikey: boolean[];
  /** The commit from which every document is in it; Infinity while it is being built. */
  readyAt: number;
}

export interface Collection {
  id: number;
  db: string;
  name: string;
  namespace: string;
  uuid: Buffer;
  indexes: Index[];
  count: number;
  nextRecord: number;
  /** Changes with every index added or taken; open transactions notice. */
  version: number;
  dropped: boolean;
}

export const ID_INDEX = '_id_';

/** The description a client sees in `listIndexes`. */
export function describeIndex(index: Index): Doc {
  return { v: 2, ...index.spec };
}
