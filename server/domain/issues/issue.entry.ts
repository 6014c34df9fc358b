// The ledger's append-only story: one entry an act, numbered within its row.
import { Schema, type Connection } from 'mongoose';
import type { LifeEvent } from '#contracts/issues.ts';

export type IssueEntry = {
  readonly _id: string;
  readonly issueId: string;
  readonly campaignId: string;
  readonly seq: number;
  readonly at: Date;
  readonly byId: string;
  readonly by: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly tone: LifeEvent['tone'];
  readonly refId: string | null;
};
export type EntryDraft = Pick<IssueEntry, 'kind' | 'title'> & {
  readonly detail?: string;
  readonly tone?: IssueEntry['tone'];
  readonly refId?: string;
};

const schema = new Schema<IssueEntry>(
  {
    _id: String,
    issueId: String,
    campaignId: String,
    seq: Number,
    at: Date,
    byId: String,
    by: String,
    kind: String,
    title: String,
    detail: String,
    tone: String,
    refId: String,
  },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false },
);
schema.index({ issueId: 1, seq: 1 }, { unique: true });

export const entryModel = (connection: Connection) =>
  connection.model<IssueEntry>('IssueEntry', schema, 'issueEntries');

export const presentEntry = (entry: IssueEntry): LifeEvent => ({
  at: entry.at.toISOString(),
  title: entry.title,
  detail: entry.detail,
  by: entry.by,
  tone: entry.tone,
  kind: entry.kind,
  ...(entry.refId ? { refId: entry.refId } : {}),
});
