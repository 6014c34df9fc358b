// What waits to leave the phone: each photo by itself, and each answer with the photos it needs.
import type { EvidenceFields } from '../../shared/api/index.ts';

/** `held`: part of an answer still being filled in, not to be sent before it is handed in. */
export type SendState = 'held' | 'waiting' | 'sending' | 'failed' | 'sent';
/** `reason` is shown as it stands; `refused`: the server said no, sending the same again cannot help by itself. */
type Sending = {
  id: string;
  title: string;
  state: SendState;
  tries: number;
  reason: string;
  refused: boolean;
  addedAt: number;
  sentAt: number;
};

export type Upload = Sending & {
  /** Gone once the answer it belongs to is in. */
  blob: Blob | null;
  bytes: number;
  fields: EvidenceFields;
  evidenceId: string | null;
  url: string;
  thumbUrl: string;
};
export type Submission = Sending & {
  act: 'complete' | 'extension' | 'appeal';
  /** The task, issue or escalation the answer is for. */
  target: string;
  issueId: string;
  body: Record<string, unknown>;
};

const localMark = 'local:';
export const localRef = (uploadId: string): string => `${localMark}${uploadId}`;
export const uploadOf = (ref: string): string | null =>
  ref.startsWith(localMark) ? ref.slice(localMark.length) : null;

/** Every reference to a photo on this phone inside an answer, at any depth. */
export const refsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return uploadOf(value) === null ? [] : [value.slice(localMark.length)];
  if (Array.isArray(value)) return value.flatMap(refsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(refsIn) : [];
};

const evidenceKeys = ['evidenceId', 'photos', 'documents', 'attachments', 'evidence', 'afterEvidence'];

/** Everything an answer hands in as proof: photos still here and evidence already there, each once. */
export const proofIn = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') return evidenceKeys.includes(key) && value !== '' ? [value] : [];
  if (Array.isArray(value)) return [...new Set(value.flatMap((one) => proofIn(one, key)))];
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.entries(value).flatMap(([name, one]) => proofIn(one, name)))];
};

/** The same answer with the server's evidence ids; a reference without one is left out. */
export const resolveRefs = (value: unknown, evidenceOf: (uploadId: string) => string | null): unknown => {
  if (typeof value === 'string') {
    const upload = uploadOf(value);
    return upload === null ? value : (evidenceOf(upload) ?? undefined);
  }
  if (Array.isArray(value)) return value.map((one) => resolveRefs(one, evidenceOf)).filter((one) => one !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, resolveRefs(one, evidenceOf)] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
};
