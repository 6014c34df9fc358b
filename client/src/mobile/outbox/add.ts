// Puts a photo or an answer into the box; it is safe on the phone when the promise answers.
import { clientId } from '../../shared/api/index.ts';
import type { EvidenceFields } from '../../shared/api/index.ts';
import { businessNow } from '../time/index.ts';
import { localRef, refsIn } from '../store/index.ts';
import type { Submission } from '../store/index.ts';
import { currentBox, putSubmission, putUpload } from './box.ts';
import { pump } from './pump.ts';

export type NewUpload = Omit<EvidenceFields, 'clientId' | 'takenAt' | 'sha256'> & { title: string; hold?: boolean };

export const addUpload = async (blob: Blob, upload: NewUpload): Promise<string> => {
  const { title, hold = false, ...fields } = upload;
  const id = clientId();
  await putUpload({
    id,
    title,
    blob,
    bytes: blob.size,
    fields: { ...fields, clientId: id, takenAt: businessNow().toISOString() },
    state: hold ? 'held' : 'waiting',
    tries: 0,
    reason: '',
    refused: false,
    addedAt: Date.now(),
    sentAt: 0,
    evidenceId: null,
    url: '',
    thumbUrl: '',
  });
  void pump();
  return localRef(id);
};

export type NewSubmission = Pick<Submission, 'act' | 'target' | 'issueId' | 'title' | 'body'>;

export const addSubmission = async (submission: NewSubmission): Promise<string> => {
  const id = clientId();
  const kept: Submission = {
    ...submission,
    id,
    state: 'waiting',
    tries: 0,
    reason: '',
    addedAt: Date.now(),
    sentAt: 0,
    refused: false,
  };
  for (const ref of refsIn(submission.body)) {
    const upload = currentBox().uploads.get(ref);
    if (upload?.state === 'held') await putUpload({ ...upload, state: 'waiting' });
  }
  await putSubmission(kept);
  void pump();
  return id;
};
