// What inspections are handed: ground, doors of lower slices, and functions of their neighbours.
import type { Connection } from 'mongoose';
import type { z } from 'zod';
import type { checklist } from '#contracts/cases.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Actor, TaskRefs, Transact, Work } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { EvidenceDoor } from '../evidence/index.ts';
import type { CampaignFacts, Issues } from '../issues/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { Teams } from '../teams/index.ts';
import type { Users } from '../users/index.ts';

export type Checklist = z.infer<typeof checklist>;

/** How a unit's own signed self-check had answered an item. */
export type SelfCheckAnswer = {
  readonly caseId: string;
  readonly answer: 'pass' | 'fail' | 'na';
  readonly signedAt: Date | null;
};
export type TraceBackRequest = {
  readonly dedupeKey: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly issueId: string;
  readonly inspectionId: string;
  readonly trigger: string;
  readonly reason: string;
};

export type InspectionDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly access: Access;
  readonly organisations: Organisations;
  readonly teams: Teams;
  readonly users: Users;
  readonly evidence: EvidenceDoor;
  readonly issues: Issues;
  readonly campaignFacts: (campaignId: string) => Promise<CampaignFacts | null>;
  /** As asked in this campaign. */
  readonly checklistOf: (checklistId: string, campaignId: string) => Promise<Checklist | null>;
  readonly selfCheckAnswer: (
    campaignId: string,
    unitId: string,
    itemId: string,
    siteId: string | null,
  ) => Promise<SelfCheckAnswer | null>;
  /** Of each inspected unit, the moment everyone may know. */
  readonly afterStarted: (work: Work, campaignId: string, unitId: string, inspectionId: string) => Promise<void>;
  readonly caseOf: (campaignId: string, unitId: string) => Promise<string | null>;
  readonly requestEscalation: (work: Work, request: TraceBackRequest) => Promise<void>;
  /** Of each matter the open task this person can do. */
  readonly openTasksOf: (
    actor: Actor,
    ref: keyof TaskRefs,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
};
