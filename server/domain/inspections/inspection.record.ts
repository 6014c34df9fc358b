// An inspection as stored; until `visibleFrom` is set it exists only for those on its list.
import { Schema, type Connection } from 'mongoose';
import type { Checklist } from './inspection.deps.ts';
import type { InspectionDetail } from '#contracts/inspections.ts';
import type { LifeEvent } from '#contracts/issues.ts';

export type Target = InspectionDetail['targets'][number];
export type InspectionAnswer = Target['answers'][number];
export type Deduction = InspectionDetail['deductions'][number];
export type Person = { readonly id: string; readonly name: string };

export type InspectionRecord = {
  readonly _id: string;
  readonly version: number;
  readonly idempotencyKey: string;
  readonly campaignId: string;
  readonly mode: InspectionDetail['mode'];
  readonly state: InspectionDetail['state'];
  /** Unannounced or undercover: nothing of it reaches anyone else before `visibleFrom`. */
  readonly secret: boolean;
  readonly undercover: boolean;
  readonly visibleFrom: Date | null;
  /** 密 nn: private to the team. */
  readonly secretNo: string;
  /** 督 nn: drawn the moment it becomes visible, so that no gap betrays it. */
  readonly publicNo: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly leaderId: string | null;
  readonly memberIds: readonly string[];
  readonly members: readonly { readonly id: string; readonly name: string; readonly conflict: string }[];
  readonly plannedFor: string;
  readonly purpose: string;
  readonly place: string;
  readonly checklist: Checklist | null;
  readonly targets: readonly Target[];
  /** Null where the targets were chosen by hand; absent from plans older than drawing by lot. */
  readonly sampling?: InspectionDetail['sampling'];
  readonly targetOrgIds: readonly string[];
  readonly targetUnitIds: readonly string[];
  readonly plannedBy: Person;
  readonly plannedAt: Date;
  readonly approvedBy: Person | null;
  readonly startedAt: Date | null;
  readonly startedBy: Person | null;
  readonly opinion: string;
  readonly findingNotes: string;
  readonly opinionBy: Person | null;
  readonly opinionAt: Date | null;
  readonly deductions: readonly Deduction[];
  readonly pointsTenths: number;
  readonly publishedAt: Date | null;
  readonly publishedBy: Person | null;
  readonly returnReason: string;
  readonly life: readonly LifeEvent[];
};

const Any = Schema.Types.Mixed;
const schema = new Schema<InspectionRecord>(
  {
    _id: String,
    version: Number,
    idempotencyKey: String,
    campaignId: String,
    mode: String,
    state: String,
    secret: Boolean,
    undercover: Boolean,
    visibleFrom: Date,
    secretNo: String,
    publicNo: String,
    teamId: String,
    teamName: String,
    leaderId: String,
    memberIds: [String],
    members: [Any],
    plannedFor: String,
    purpose: String,
    place: String,
    checklist: Any,
    targets: [Any],
    sampling: Any,
    targetOrgIds: [String],
    targetUnitIds: [String],
    plannedBy: Any,
    plannedAt: Date,
    approvedBy: Any,
    startedAt: Date,
    startedBy: Any,
    opinion: String,
    findingNotes: String,
    opinionBy: Any,
    opinionAt: Date,
    deductions: [Any],
    pointsTenths: Number,
    publishedAt: Date,
    publishedBy: Any,
    returnReason: String,
    life: [Any],
  },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ 'plannedBy.id': 1, idempotencyKey: 1 }, { unique: true });
schema.index({ campaignId: 1, plannedFor: 1 });
schema.index({ teamId: 1 });
schema.index({ targetUnitIds: 1 });

export type InspectionView = {
  readonly _id: string;
  readonly inspectionId: string;
  readonly at: Date;
  readonly byId: string;
  readonly by: string;
};
const viewSchema = new Schema<InspectionView>(
  { _id: String, inspectionId: String, at: Date, byId: String, by: String },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false },
);
viewSchema.index({ inspectionId: 1, at: 1 });

export const inspectionModel = (connection: Connection) =>
  connection.model<InspectionRecord>('Inspection', schema, 'inspections');
export const viewModel = (connection: Connection) =>
  connection.model<InspectionView>('InspectionView', viewSchema, 'inspectionViews');
