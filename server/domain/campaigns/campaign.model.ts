// A campaign as stored: the plan, its state, who decided, its story.
import { Schema, type Connection } from 'mongoose';
import type { CampaignDetail, CampaignDraft } from '#contracts/campaigns.ts';
import type { LifeEvent } from '#contracts/issues.ts';
import type { Text } from '#contracts/problem.ts';

export type CampaignState = CampaignDetail['state'];
export type Person = { readonly id: string; readonly name: string };
export type Act = Person & { readonly at: Date };
export type CampaignReport = {
  readonly organisation: string;
  readonly nextSteps: string;
  readonly contact: string;
  readonly by: Act;
  readonly approvedBy: Act | null;
  readonly publishedAt: Date | null;
};
/** When the engine reached a stage; the plan's dates stay beside it. */
export type StageMark = { readonly code: string; readonly enteredAt: Date | null; readonly leftAt: Date | null };
/** Deadlines as computed at opening, each with the sentence that explains it. */
export type Deadline = { readonly at: Date; readonly how: Text };
export type Deadlines = {
  readonly plan: Deadline;
  readonly selfCheck: Deadline;
  readonly report: Deadline;
  readonly end: Deadline;
  readonly summary: Deadline;
};
export type CampaignDocument = CampaignDraft & {
  readonly _id: string;
  readonly version: number;
  readonly state: CampaignState;
  readonly leadUnit: string;
  readonly origin: string;
  readonly templateId: string | null;
  readonly notes: readonly Text[];
  readonly siteIds: readonly string[];
  readonly submitted: Act | null;
  readonly approved: Act | null;
  readonly startedAt: Date | null;
  readonly closedAt: Date | null;
  readonly deadlines: Deadlines | null;
  readonly stageMarks: readonly StageMark[];
  readonly report: CampaignReport | null;
  /** Running numbers of the messages this campaign sends. */
  readonly signals: number;
  readonly createdAt: Date;
  readonly life: readonly LifeEvent[];
};

const Any = Schema.Types.Mixed;
const schema = new Schema<CampaignDocument>(
  {
    _id: String,
    version: Number,
    state: String,
    title: String,
    documentNo: String,
    leadUnit: String,
    origin: String,
    templateId: String,
    notes: [Any],
    sources: [Any],
    aims: [String],
    focusAreas: [String],
    stages: [Any],
    problems: [Any],
    unitIds: [String],
    siteIds: [String],
    teamIds: [String],
    settings: Any,
    campaignEnd: String,
    summaryDue: String,
    checklistIds: [String],
    submitted: Any,
    approved: Any,
    startedAt: Date,
    closedAt: Date,
    deadlines: Any,
    stageMarks: [Any],
    report: Any,
    signals: Number,
    createdAt: Date,
    life: [Any],
  },
  { strict: 'throw', versionKey: false, timestamps: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ state: 1, createdAt: -1 });

export const campaignModel = (connection: Connection) =>
  connection.model<CampaignDocument>('Campaign', schema, 'campaigns');
