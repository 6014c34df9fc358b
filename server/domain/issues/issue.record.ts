// One row of the rectification ledger as stored: the official columns, who answers, and its rounds.
import { Schema, type Connection } from 'mongoose';
import type { IssueDetail, IssueRow, MeasuredItem } from '#contracts/issues.ts';
import type { Text } from '#contracts/problem.ts';

export type IssueState = IssueRow['state'];
export type LedgerStatus = IssueRow['status'];
export type Person = { readonly id: string; readonly name: string };
export type Link = { readonly id: string; readonly no: string };

/** One hand-in of evidence and what became of it. */
export type Round = {
  readonly round: number;
  readonly submittedAt: Date;
  readonly by: Person;
  readonly did: string;
  readonly cause: string;
  readonly verdict: IssueDetail['rounds'][number]['verdict'];
  readonly reason: string;
  readonly decidedAt: Date | null;
  readonly decidedBy: Person | null;
  readonly signedBy: Person | null;
  readonly signedAt: Date | null;
  readonly verifiedBy: Person | null;
  readonly verifiedAt: Date | null;
  readonly method: 'onSite' | 'photo' | 'phone' | null;
};
export type Extension = {
  readonly id: string;
  readonly no: number;
  readonly askedAt: Date;
  readonly askedBy: Person;
  readonly newDue: Date;
  readonly reason: string;
  readonly done: string;
  readonly state: IssueDetail['extensions'][number]['state'];
  readonly opinion: string;
  readonly endorsedBy: Person | null;
  readonly decidedBy: Person | null;
  readonly idempotencyKey: string;
};
export type DueChange = {
  readonly at: Date;
  readonly setAt: Date;
  readonly reason: Text;
  readonly by: string;
};
export type Returned = {
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
  readonly items: NonNullable<IssueDetail['returned']>['items'];
};
export type Proposal = {
  readonly title: string;
  readonly body: string;
  readonly to: string;
  readonly draftedBy: Person;
  readonly draftedAt: Date;
  readonly outcome: 'agreed' | 'refused' | null;
  readonly opinion: string;
  readonly decidedBy: Person | null;
};
export type LookBack = {
  readonly at: Date;
  readonly by: Person;
  readonly relapsed: boolean;
  readonly opinion: string;
};
export type StrikeOff = {
  readonly appliedAt: Date;
  readonly signedBy: Person;
  readonly verifiedBy: Person;
  readonly verifiedAt: Date;
  readonly approvedBy: Person;
  readonly approvedAt: Date;
};

export type IssueRecord = {
  readonly _id: string;
  readonly version: number;
  /** What it was raised for, once: a finding, a problem for a unit, a relapse. */
  readonly key: string;
  readonly no: string;
  readonly seq: number;
  readonly campaignId: string;
  readonly problemNo: number | null;
  readonly problemTitle: string;
  readonly category: string;
  readonly state: IssueState;
  readonly status: LedgerStatus;
  readonly statusRank: number;
  /** The deadline while it runs for the unit, else far away: overdue is a flag computed by comparison. */
  readonly openDue: Date;
  readonly continuing: boolean;
  readonly relapseOf: Link | null;
  readonly relapses: readonly Link[];
  readonly source: string;
  readonly feedbackAt: Date | null;
  readonly description: string;
  readonly basis: { readonly text: string; readonly source: string } | null;
  readonly foundBy: string;
  readonly foundAt: Date;
  readonly caseId: string | null;
  readonly inspectionId: string | null;
  readonly itemId: string | null;
  readonly severity: 'A' | 'B' | 'C' | null;
  readonly fixableOnSpot: boolean;
  readonly needsPolicy: boolean;
  readonly conditionsReady: boolean;
  readonly unitId: string;
  readonly unitName: string;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly townId: string | null;
  readonly sectionId: string | null;
  readonly sectionName: string;
  readonly teamId: string | null;
  readonly teamName: string;
  readonly goal: string;
  readonly standard: string;
  readonly rootCause: string;
  readonly measures: string;
  readonly responsibleLeader: string;
  readonly cooperatingLeader: string;
  readonly person: string;
  readonly registeredBy: Person | null;
  readonly confirmedBy: Person | null;
  readonly dueAt: Date;
  readonly dueHistory: readonly DueChange[];
  readonly percent: number;
  readonly progress: string;
  readonly rung: IssueRow['rung'];
  readonly measured: readonly MeasuredItem[];
  readonly requiredEvidence: IssueDetail['requiredEvidence'];
  readonly evidenceCount: number;
  readonly rounds: readonly Round[];
  readonly returned: Returned | null;
  readonly verifyFailCount: number;
  readonly extensions: readonly Extension[];
  readonly proposals: readonly Proposal[];
  readonly lookBacks: readonly LookBack[];
  readonly strikeOff: StrikeOff | null;
  readonly struckOffAt: Date | null;
  readonly cancelAsked: { readonly by: Person; readonly at: Date; readonly reason: string } | null;
  readonly cancelledBy: readonly Person[];
  readonly carriedOverAt: Date | null;
  readonly note: string;
  readonly entryCount: number;
  readonly search: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

const Any = Schema.Types.Mixed;
const schema = new Schema<IssueRecord>(
  {
    _id: String,
    version: Number,
    key: String,
    no: String,
    seq: Number,
    campaignId: String,
    problemNo: Number,
    problemTitle: String,
    category: String,
    state: String,
    status: String,
    statusRank: Number,
    openDue: Date,
    continuing: Boolean,
    relapseOf: Any,
    relapses: [Any],
    source: String,
    feedbackAt: Date,
    description: String,
    basis: Any,
    foundBy: String,
    foundAt: Date,
    caseId: String,
    inspectionId: String,
    itemId: String,
    severity: String,
    fixableOnSpot: Boolean,
    needsPolicy: Boolean,
    conditionsReady: Boolean,
    unitId: String,
    unitName: String,
    siteId: String,
    siteName: String,
    townId: String,
    sectionId: String,
    sectionName: String,
    teamId: String,
    teamName: String,
    goal: String,
    standard: String,
    rootCause: String,
    measures: String,
    responsibleLeader: String,
    cooperatingLeader: String,
    person: String,
    registeredBy: Any,
    confirmedBy: Any,
    dueAt: Date,
    dueHistory: [Any],
    percent: Number,
    progress: String,
    rung: String,
    measured: [Any],
    requiredEvidence: [Any],
    evidenceCount: Number,
    rounds: [Any],
    returned: Any,
    verifyFailCount: Number,
    extensions: [Any],
    proposals: [Any],
    lookBacks: [Any],
    strikeOff: Any,
    struckOffAt: Date,
    cancelAsked: Any,
    cancelledBy: [Any],
    carriedOverAt: Date,
    note: String,
    entryCount: Number,
    search: String,
    createdAt: Date,
    updatedAt: Date,
  },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ key: 1 }, { unique: true });
schema.index({ campaignId: 1, seq: 1 }, { unique: true });
schema.index({ campaignId: 1, status: 1, openDue: 1 });
schema.index({ campaignId: 1, unitId: 1, status: 1 });
schema.index({ campaignId: 1, problemNo: 1, statusRank: 1 });
schema.index({ unitId: 1, state: 1 });
schema.index({ siteId: 1, state: 1 });
schema.index({ sectionId: 1, state: 1 });

export const issueModel = (connection: Connection) => connection.model<IssueRecord>('Issue', schema, 'issues');
export type IssueModel = ReturnType<typeof issueModel>;
