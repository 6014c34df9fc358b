// What cases are handed: ground, doors of lower slices, and questions to the campaign above them.
import type { Connection } from 'mongoose';
import type { CampaignDetail } from '#contracts/campaigns.ts';
import type { Text } from '#contracts/problem.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Actor, TaskRefs, Transact } from '../../platform/slice.ts';
import type { Access } from '../access/index.ts';
import type { EvidenceDoor } from '../evidence/index.ts';
import type { Organisations } from '../organisations/index.ts';
import type { Teams } from '../teams/index.ts';
import type { Users } from '../users/index.ts';
import type { Issues } from '../issues/index.ts';

export type CampaignFacts = Pick<
  CampaignDetail,
  'id' | 'title' | 'problems' | 'settings' | 'checklistIds' | 'unitIds'
> & {
  /** When a row of this problem is due if raised now. */
  readonly rowDue: (problemNo: number | null, now: Date) => { readonly at: Date; readonly how: Text };
};
/** What an inspection counted at a place; only inspections this person may see. */
export type InspectionReading = {
  readonly orgId: string;
  readonly code: string;
  readonly value: number;
  readonly at: Date;
};
export type InspectionReadings = {
  readonly readings: readonly InspectionReading[];
  readonly lastInspectedAt: ReadonlyMap<string, Date>;
};

export type CaseDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly transact: Transact;
  readonly access: Access;
  readonly organisations: Organisations;
  readonly users: Users;
  readonly teams: Teams;
  readonly evidence: EvidenceDoor;
  readonly campaignFacts: (campaignId: string) => Promise<CampaignFacts | null>;
  readonly issues: Pick<Issues, 'raiseIssues' | 'rows' | 'lifeOf'>;
  readonly inspectionReadings: (actor: Actor, campaignId: string, unitId: string) => Promise<InspectionReadings>;
  readonly processOf: (
    refs: TaskRefs,
    actor: Actor,
  ) => Promise<{ readonly processInstanceKey: string | null; readonly openTaskKey: string | null }>;
};
