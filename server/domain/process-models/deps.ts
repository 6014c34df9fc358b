// What the slice is handed: ground, the read model of the engine, and what only others know.
import type { Connection } from 'mongoose';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Result } from '../../platform/result.ts';
import type { Actor, TaskRefs, Transact } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { Instances } from '../instances/index.ts';

/** The acts on the engine this slice needs; the engine client has them. */
export type EngineActs = {
  deploy(resource: { readonly name: string; readonly content: string }): Promise<Result<{ readonly version: number }>>;
  retryJob(jobKey: string): Promise<Result<true>>;
  resolveIncident(incidentKey: string): Promise<Result<true>>;
};

export type ProcessModelsDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly access: Access;
  readonly instances: Instances;
  readonly engine: EngineActs;
  /** Job types with a worker; asked late, when all slices are composed. */
  readonly jobTypes: () => readonly string[];
  /** Inspections still hidden whose list this person is not on: their instances do not exist for them. */
  readonly unseenInspections: (actor: Actor) => Promise<readonly string[]>;
  /** Number and subject of a case for those who may read it, null for all others (an administrator sees none). */
  readonly caseWords: (actor: Actor, refs: TaskRefs) => Promise<{ refNo: string; subject: string } | null>;
  /** What went wrong behind the scenes; it is tried again. */
  readonly failed: (error: unknown) => void;
  /** Open tasks of a version that are past their date, by element. */
  readonly overdueTasks: (
    definitionKey: string,
    now: Date,
  ) => Promise<readonly { readonly elementId: string; readonly inspectionId: string | null }[]>;
};
