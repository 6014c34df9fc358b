// What campaigns are handed: ground, doors of lower slices, and answers of slices that stand beside or above.
import type { Connection } from 'mongoose';
import type { CampaignOverview } from '#contracts/campaigns.ts';
import type { IssueRow } from '#contracts/issues.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Actor, TaskRefs, Transact } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { Cases } from '../cases/index.ts';
import type { Escalations } from '../escalations/index.ts';
import type { EvidenceDoor } from '../evidence/index.ts';
import type { Issues } from '../issues/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { Teams } from '../teams/index.ts';

export type CampaignDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly access: Access;
  readonly organisations: Organisations;
  readonly teams: Teams;
  readonly cases: Cases;
  readonly issues: Pick<Issues, 'raiseIssues' | 'rows' | 'openCount' | 'carryOver' | 'tableOf'>;
  readonly evidence: Pick<EvidenceDoor, 'list'>;
  readonly escalationsOf: Escalations['historyOf'];
  readonly ladderCounts: (
    actor: Actor,
    campaignId: string,
  ) => Promise<readonly { rung: NonNullable<IssueRow['rung']>; count: number }[]>;
  /** Inspections that are not published yet, in the reader's right. */
  readonly openInspections: (actor: Actor, campaignId: string) => Promise<number>;
  /** Open tasks this person may decide, by type. */
  readonly decisions: (actor: Actor, campaignId: string) => Promise<CampaignOverview['decisions']>;
  readonly processOf: (
    refs: TaskRefs,
    actor: Actor,
  ) => Promise<{ readonly processInstanceKey: string | null; readonly openTaskKey: string | null }>;
};
