// Sessions: the token itself is never stored, only its SHA-256.
import { Schema, type Connection } from 'mongoose';

export type SessionDocument = {
  readonly _id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly expiresAt: Date;
};

const schema = new Schema<SessionDocument>(
  { _id: String, userId: String, createdAt: Date, seenAt: Date, expiresAt: Date },
  { strict: 'throw', versionKey: false, timestamps: false, autoIndex: false, autoCreate: false },
);
schema.index({ userId: 1 });
schema.index({ expiresAt: 1 });

export const sessionModel = (connection: Connection) =>
  connection.model<SessionDocument>('Session', schema, 'sessions');
