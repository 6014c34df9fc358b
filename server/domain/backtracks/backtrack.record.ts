// One trace-back: who guaranteed, checked and signed, and what was found about each. Known to few.
import { Schema, type Connection } from 'mongoose';

export type Duty = 'guaranteed' | 'checked' | 'signed';
export type TracedPerson = {
  readonly userId: string | null;
  readonly name: string;
  readonly duty: Duty;
  readonly at: string;
  readonly statement: string;
  readonly finding: string;
};
export type BacktrackRecord = {
  readonly _id: string;
  readonly escalationId: string;
  readonly campaignId: string;
  readonly unitId: string;
  readonly persons: readonly TracedPerson[];
  readonly propose: boolean | null;
  readonly proposal: string;
  readonly tracedBy: { readonly id: string; readonly name: string } | null;
  readonly tracedAt: Date | null;
  /** On the accountability list (问责清单). */
  readonly listedAt: Date | null;
  readonly createdAt: Date;
};

const Any = Schema.Types.Mixed;
const schema = new Schema<BacktrackRecord>(
  {
    _id: String,
    escalationId: String,
    campaignId: String,
    unitId: String,
    persons: [Any],
    propose: Boolean,
    proposal: String,
    tracedBy: Any,
    tracedAt: Date,
    listedAt: Date,
    createdAt: Date,
  },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ escalationId: 1, createdAt: -1 });
schema.index({ campaignId: 1, listedAt: 1 });

export const backtrackModel = (connection: Connection) =>
  connection.model<BacktrackRecord>('Backtrack', schema, 'backtracks');
