// Accounts and their memberships as stored; the password only as an argon2id hash.
import { Schema, type Connection } from 'mongoose';
import { roles, type Role } from '#contracts/roles.ts';

export type StoredMembership = { readonly role: Role; readonly scopeId: string | null };
export type UserDocument = {
  readonly _id: string;
  readonly username: string;
  readonly name: string;
  readonly title: string;
  readonly pinyin: string;
  readonly orgId: string | null;
  readonly memberships: readonly StoredMembership[];
  readonly passwordHash: string;
  readonly active: boolean;
  readonly lastSeenAt: Date | null;
  readonly createdAt: Date;
};

const schema = new Schema<UserDocument>(
  {
    _id: String,
    username: String,
    name: String,
    title: String,
    pinyin: String,
    orgId: String,
    memberships: [{ _id: false, role: { type: String, enum: roles }, scopeId: String }],
    passwordHash: String,
    active: Boolean,
    lastSeenAt: Date,
    createdAt: Date,
  },
  { strict: 'throw', versionKey: false, timestamps: false, autoIndex: false, autoCreate: false },
);
schema.index({ username: 1 }, { unique: true });
schema.index({ 'memberships.role': 1, 'memberships.scopeId': 1 });

export const userModel = (connection: Connection) => connection.model<UserDocument>('User', schema, 'users');
