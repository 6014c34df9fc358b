// What the ledger is handed: ground, doors of lower slices, and questions to higher ones.
import type { Connection } from 'mongoose';
import type { CampaignDetail } from '#contracts/campaigns.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Actor, Decide, TaskRefs, Transact, Work } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { EvidenceDoor } from '../evidence/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { Teams } from '../teams/index.ts';

/** What rows take from their campaign. */
export type CampaignFacts = Pick<
  CampaignDetail,
  'id' | 'title' | 'leadUnit' | 'problems' | 'sources' | 'settings' | 'campaignEnd'
>;
export type Settled = { readonly campaignId: string; readonly issueId: string; readonly unitId: string };

export type IssueDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly decide: Decide;
  readonly access: Access;
  readonly organisations: Organisations;
  readonly teams: Teams;
  readonly evidence: EvidenceDoor;
  /** Campaigns stand above issues. */
  readonly campaignFacts: (campaignId: string) => Promise<CampaignFacts | null>;
  /** A row was struck off or cancelled: campaigns count, escalations of the row are resolved. */
  readonly afterSettled: (work: Work, settled: Settled) => Promise<void>;
  readonly processOf: (
    refs: TaskRefs,
    actor: Actor,
  ) => Promise<{
    readonly processInstanceKey: string | null;
    readonly openTaskKey: string | null;
    readonly heldTaskKey?: string | null;
  }>;
};
