// The box of what waits to be sent: kept on the phone first, mirrored in memory for the screen.
import { useSyncExternalStore } from 'react';
import { phone } from '../store/index.ts';
import type { Submission, Upload } from '../store/index.ts';

export type Box = {
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly submissions: ReadonlyMap<string, Submission>;
  /** Fractions of what is on its way now, by upload. */
  readonly progress: ReadonlyMap<string, number>;
};
const keptAfterSent = 24 * 3_600_000;
const nothing: Box = { uploads: new Map(), submissions: new Map(), progress: new Map() };

let box = nothing;
const listeners = new Set<() => void>();

const show = (next: Partial<Box>): void => {
  box = { ...box, ...next };
  listeners.forEach((tell) => tell());
};
const withEntry = <T extends { id: string }>(map: ReadonlyMap<string, T>, one: T): Map<string, T> =>
  new Map(map).set(one.id, one);
const without = <T>(map: ReadonlyMap<string, T>, id: string): Map<string, T> => {
  const next = new Map(map);
  next.delete(id);
  return next;
};

export const currentBox = (): Box => box;
export const useBox = (): Box =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => box,
  );

/** What was on its way when the page closed waits again; what was sent long ago goes. */
export const openBox = async (): Promise<void> => {
  const database = await phone();
  const oldest = Date.now() - keptAfterSent;
  const fresh = <T extends { state: string; sentAt: number }>(one: T): boolean =>
    one.state !== 'sent' || one.sentAt > oldest;
  const again = <T extends { state: string }>(one: T): T =>
    one.state === 'sending' ? { ...one, state: 'waiting' } : one;
  const uploads = (await database.getAll('uploads')).filter(fresh).map(again);
  const submissions = (await database.getAll('submissions')).filter(fresh).map(again);
  show({
    uploads: new Map(uploads.map((one) => [one.id, one])),
    submissions: new Map(submissions.map((one) => [one.id, one])),
  });
};
export const emptyBox = (): void => show(nothing);

export const putUpload = async (upload: Upload): Promise<void> => {
  await (await phone()).put('uploads', upload);
  show({ uploads: withEntry(box.uploads, upload) });
};
export const putSubmission = async (submission: Submission): Promise<void> => {
  await (await phone()).put('submissions', submission);
  show({ submissions: withEntry(box.submissions, submission) });
};
export const dropUpload = async (id: string): Promise<void> => {
  await (await phone()).delete('uploads', id);
  show({ uploads: without(box.uploads, id) });
};
export const dropSubmission = async (id: string): Promise<void> => {
  await (await phone()).delete('submissions', id);
  show({ submissions: without(box.submissions, id) });
};
export const showProgress = (id: string, fraction: number | null): void =>
  show({ progress: fraction === null ? without(box.progress, id) : new Map(box.progress).set(id, fraction) });
