// One institution's case as stored: deadlines, plan, signed self-check, report, story.
import { Schema, type Connection } from 'mongoose';
import type { CaseDetail } from '#contracts/cases.ts';
import type { LifeEvent } from '#contracts/issues.ts';
import type { Text } from '#contracts/problem.ts';

export type CaseState = CaseDetail['state'];
/** `id` is empty for a person named in words who has no account. */
export type Person = { readonly id: string; readonly name: string };
export type Act = Person & { readonly at: Date };
export type Deadline = { readonly at: Date; readonly how: Text };
export type Answer = NonNullable<CaseDetail['selfCheck']>['answers'][number];
export type Review = Act & { readonly accepted: boolean; readonly opinion: string };
export type Plan = {
  readonly submitted: Act;
  readonly leadingGroup: string;
  readonly workGroups: string;
  readonly zones: string;
  readonly attachments: readonly string[];
  readonly late: boolean;
  readonly signed: Act | null;
};
export type SelfCheck = {
  readonly submitted: Act;
  readonly answers: readonly Answer[];
  readonly guarantor: Person;
  readonly checker: Person;
  readonly signer: Act | null;
  readonly statement: string;
};
export type UnitReport = {
  readonly submitted: Act;
  readonly summary: string;
  readonly unfinished: string;
  readonly attachments: readonly string[];
  readonly late: boolean;
};
export type CaseDocument = {
  readonly _id: string;
  readonly version: number;
  readonly campaignId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitType: string;
  readonly townId: string | null;
  readonly teamId: string | null;
  readonly teamName: string;
  readonly state: CaseState;
  readonly planDue: Deadline;
  readonly selfCheckDue: Deadline;
  readonly reportDue: Deadline;
  readonly plan: Plan | null;
  readonly planReviews: readonly Review[];
  readonly selfCheck: SelfCheck | null;
  readonly selfCheckReturn: string;
  readonly report: UnitReport | null;
  readonly reportReviews: readonly Review[];
  readonly inspectionIds: readonly string[];
  readonly outcome: 'accepted' | 'unfinished' | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly life: readonly LifeEvent[];
};

const Any = Schema.Types.Mixed;
const schema = new Schema<CaseDocument>(
  {
    _id: String,
    version: Number,
    campaignId: String,
    unitId: String,
    unitName: String,
    unitType: String,
    townId: String,
    teamId: String,
    teamName: String,
    state: String,
    planDue: Any,
    selfCheckDue: Any,
    reportDue: Any,
    plan: Any,
    planReviews: [Any],
    selfCheck: Any,
    selfCheckReturn: String,
    report: Any,
    reportReviews: [Any],
    inspectionIds: [String],
    outcome: String,
    openedAt: Date,
    closedAt: Date,
    life: [Any],
  },
  { strict: 'throw', versionKey: false, timestamps: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ campaignId: 1, unitId: 1 }, { unique: true });
schema.index({ unitId: 1 });

export const caseModel = (connection: Connection) => connection.model<CaseDocument>('Case', schema, 'cases');
