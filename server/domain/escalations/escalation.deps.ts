// What escalations are handed: ground, doors of lower slices, and functions of their neighbours.
import type { Connection } from 'mongoose';
import type { EscalationDetail } from '#contracts/escalations.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Actor, Decide, TaskRefs, Transact } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { EvidenceDoor } from '../evidence/index.ts';
import type { Issues } from '../issues/index.ts';
import type { Organisations } from '../organisations/index.ts';

export type CaseFacts = {
  readonly campaignId: string;
  readonly unitId: string;
  /** What the unit owes, by trigger. */
  readonly owed: Readonly<Record<string, string>>;
};

export type EscalationDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly decide: Decide;
  readonly access: Access;
  readonly organisations: Organisations;
  readonly evidence: EvidenceDoor;
  readonly issues: Issues;
  readonly caseFacts: (caseId: string) => Promise<CaseFacts | null>;
  readonly backtrackOf: (escalationId: string) => Promise<EscalationDetail['backtrack']>;
  /** Of each matter the open task this person can do. */
  readonly openTasksOf: (
    actor: Actor,
    ref: keyof TaskRefs,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
  /** When the open step of each matter is due, whoever holds it. */
  readonly stepDuesOf: (ref: keyof TaskRefs, ids: readonly string[]) => Promise<ReadonlyMap<string, Date | null>>;
  /** 文号: as the source leaves it, blank until the office types one; or a running number behind this prefix. */
  readonly numbering?: { readonly prefix: string; readonly running: boolean };
};
