// One matter on the ladder as stored: its grounds, its rungs so far, its papers.
import { Schema, type Connection } from 'mongoose';
import type { EscalationDetail } from '#contracts/escalations.ts';
import type { LifeEvent } from '#contracts/issues.ts';
import type { Signing } from './signing.record.ts';

export type Person = { readonly id: string; readonly name: string };
export type Ground = {
  /** What it was asked for, once: an overdue date, a false verdict. */
  readonly key: string;
  readonly trigger: string;
  readonly at: Date;
  readonly reason: string;
};
export type Paper = {
  readonly id: string;
  readonly kind: EscalationDetail['documents'][number]['kind'];
  readonly rungId: string;
  readonly docNo: string;
  readonly issuer: string;
  readonly title: string;
  readonly addressee: string;
  readonly body: string;
  readonly copies: string;
  readonly date: string;
  readonly state: EscalationDetail['documents'][number]['state'];
  readonly draftedBy: Person;
  readonly signedBy: Person | null;
  readonly deliveredAt: Date | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string;
};
export type RungTaken = { readonly rungId: string; readonly level: number; readonly at: Date; readonly note: string };
export type Reply = { readonly at: Date; readonly by: string; readonly text: string; readonly verdict: string };
export type Appeal = {
  readonly at: Date;
  readonly byId: string;
  readonly by: string;
  readonly text: string;
  readonly state: EscalationDetail['appeals'][number]['state'];
  readonly opinion: string;
  readonly idempotencyKey: string;
};
export type Accountability = {
  readonly person: string;
  readonly cause: string;
  readonly proposal: string;
  readonly basis: string;
  readonly result: string;
  readonly proposedBy: Person;
  readonly decidedBy: Person | null;
};
export type Exposure = { readonly at: Date; readonly reason: string; readonly liftedAt: Date | null };

export type EscalationRecord = {
  readonly _id: string;
  readonly version: number;
  readonly seq: number;
  readonly no: string;
  readonly campaignId: string;
  /** Requests for the same matter join the escalation that is open. */
  readonly matter: string;
  readonly open: boolean;
  readonly issueId: string | null;
  readonly issueNo: string;
  readonly caseId: string | null;
  readonly inspectionId: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly siteId: string | null;
  readonly sectionId: string | null;
  readonly teamId: string | null;
  readonly trigger: string;
  readonly fact: string;
  readonly grounds: readonly Ground[];
  readonly proposedBy: string;
  readonly proposedByName: string;
  readonly rungId: string;
  readonly level: number;
  readonly approver: string;
  readonly wait: string;
  readonly next: string | null;
  readonly audience: EscalationDetail['audience'];
  readonly state: EscalationDetail['state'];
  readonly respondBy: Date | null;
  readonly rungsTaken: readonly RungTaken[];
  readonly papers: readonly Paper[];
  readonly interview: EscalationDetail['interview'];
  readonly replies: readonly Reply[];
  readonly appeals: readonly Appeal[];
  readonly accountability: Accountability | null;
  readonly exposure: Exposure | null;
  /** The last signature; missing in matters from before there was a time to recall. */
  readonly signing?: Signing | null;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly life: readonly LifeEvent[];
};

const Any = Schema.Types.Mixed;
const schema = new Schema<EscalationRecord>(
  {
    _id: String,
    version: Number,
    seq: Number,
    no: String,
    campaignId: String,
    matter: String,
    open: Boolean,
    issueId: String,
    issueNo: String,
    caseId: String,
    inspectionId: String,
    unitId: String,
    unitName: String,
    siteId: String,
    sectionId: String,
    teamId: String,
    trigger: String,
    fact: String,
    grounds: [Any],
    proposedBy: String,
    proposedByName: String,
    rungId: String,
    level: Number,
    approver: String,
    wait: String,
    next: String,
    audience: String,
    state: String,
    respondBy: Date,
    rungsTaken: [Any],
    papers: [Any],
    interview: Any,
    replies: [Any],
    appeals: [Any],
    accountability: Any,
    exposure: Any,
    signing: Any,
    createdAt: Date,
    closedAt: Date,
    life: [Any],
  },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ 'grounds.key': 1 }, { unique: true });
// one open escalation a matter
schema.index({ matter: 1 }, { unique: true, partialFilterExpression: { open: true } });
schema.index({ campaignId: 1, open: 1, level: 1 });
schema.index({ unitId: 1, open: 1 });
schema.index({ issueId: 1 });

export const escalationModel = (connection: Connection) =>
  connection.model<EscalationRecord>('Escalation', schema, 'escalations');
