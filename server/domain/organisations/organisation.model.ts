// The organisation tree as stored: county, bureau and sections, towns and villages, units and their sites.
import { Schema, type Connection } from 'mongoose';
import { organisationTypes, type Organisation } from '#contracts/administration.ts';

export type OrganisationRow = Omit<Organisation, 'id'> & {
  readonly _id: string;
  /** Ancestors from the root down, without itself. */
  readonly path: readonly string[];
  readonly order: number;
  readonly createdAt: Date;
};

const schema = new Schema<OrganisationRow>(
  {
    _id: String,
    name: String,
    type: { type: String, enum: organisationTypes },
    parentId: String,
    townId: String,
    active: Boolean,
    pinyin: String,
    path: [String],
    order: Number,
    createdAt: Date,
  },
  { strict: 'throw', versionKey: false, timestamps: false, autoIndex: false, autoCreate: false },
);
schema.index({ parentId: 1 });
schema.index({ path: 1 });
schema.index({ type: 1, name: 1 });

export const organisationModel = (connection: Connection) =>
  connection.model<OrganisationRow>('Organisation', schema, 'organisations');
