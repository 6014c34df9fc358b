// Supervision teams and the units assigned to them; who sits in a team is a membership of the person.
import { Schema, type Connection } from 'mongoose';

export type TeamDocument = {
  readonly _id: string;
  readonly name: string;
  readonly unitIds: readonly string[];
  readonly active: boolean;
  readonly createdAt: Date;
};

const schema = new Schema<TeamDocument>(
  { _id: String, name: String, unitIds: [String], active: Boolean, createdAt: Date },
  { strict: 'throw', versionKey: false, timestamps: false, autoIndex: false, autoCreate: false },
);
schema.index({ unitIds: 1 });

export const teamModel = (connection: Connection) => connection.model<TeamDocument>('Team', schema, 'teams');
