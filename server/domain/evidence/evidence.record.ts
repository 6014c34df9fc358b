// One piece of evidence as stored: where it belongs, who took it, which bytes it is.
import { Schema, type Connection } from 'mongoose';
import type { EvidenceItem } from '#contracts/evidence.ts';

export type EvidenceRecord = {
  readonly _id: string;
  readonly no: string;
  readonly clientId: string;
  readonly kind: EvidenceItem['kind'];
  readonly phase: EvidenceItem['phase'];
  readonly label: string;
  readonly round: number;
  readonly campaignId: string | null;
  readonly unitId: string | null;
  readonly siteId: string | null;
  readonly villageId: string | null;
  readonly placeName: string;
  readonly issueId: string | null;
  readonly caseId: string | null;
  readonly inspectionId: string | null;
  readonly taskKey: string | null;
  /** Belongs to an inspection its target must not know of yet. */
  readonly hidden: boolean;
  readonly takenAt: Date;
  readonly receivedAt: Date;
  readonly uploadedBy: string;
  readonly takenBy: string;
  readonly byUnit: string;
  readonly name: string;
  readonly mime: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  /** Of the bytes kept; `sourceSha256` is of the bytes received. */
  readonly sha256: string;
  readonly sourceSha256: string;
  readonly thumbSha256: string | null;
  readonly fingerprint: string | null;
  readonly bands: readonly string[];
  readonly similar: {
    readonly id: string;
    readonly no: string;
    readonly percent: number;
    readonly takenAt: Date;
  } | null;
  readonly mark: EvidenceItem['mark'] | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
};

const schema = new Schema<EvidenceRecord>(
  {
    _id: String,
    no: String,
    clientId: String,
    kind: String,
    phase: String,
    label: String,
    round: Number,
    campaignId: String,
    unitId: String,
    siteId: String,
    villageId: String,
    placeName: String,
    issueId: String,
    caseId: String,
    inspectionId: String,
    taskKey: String,
    hidden: Boolean,
    takenAt: Date,
    receivedAt: Date,
    uploadedBy: String,
    takenBy: String,
    byUnit: String,
    name: String,
    mime: String,
    bytes: Number,
    width: Number,
    height: Number,
    sha256: String,
    sourceSha256: String,
    thumbSha256: String,
    fingerprint: String,
    bands: [String],
    similar: Schema.Types.Mixed,
    mark: Schema.Types.Mixed,
    place: Schema.Types.Mixed,
  },
  { strict: 'throw', versionKey: false, autoIndex: false, autoCreate: false, minimize: false },
);
schema.index({ uploadedBy: 1, clientId: 1 }, { unique: true });
schema.index({ issueId: 1, receivedAt: 1 });
schema.index({ inspectionId: 1 });
schema.index({ caseId: 1 });
schema.index({ unitId: 1, receivedAt: -1 });
schema.index({ bands: 1 });
schema.index({ sourceSha256: 1 });

export const evidenceModel = (connection: Connection) =>
  connection.model<EvidenceRecord>('Evidence', schema, 'evidence');
export type EvidenceModel = ReturnType<typeof evidenceModel>;
