// Sends one answer after its photos: counts them on the server first, then hands the answer in once.
import { ProblemError, call } from '../../shared/api/index.ts';
import type { BodyOf } from '#contracts/http.ts';
import { dropDraft, proofIn, refsIn, resolveRefs } from '../store/index.ts';
import type { Submission, Upload } from '../store/index.ts';
import { currentBox, putSubmission, putUpload } from './box.ts';

/** Photos of an answer that the server has not got yet. */
export const missingUploads = (submission: Submission): Upload[] =>
  refsIn(submission.body).flatMap((id) => {
    const upload = currentBox().uploads.get(id);
    return upload === undefined || upload.state === 'sent' ? [] : [upload];
  });

const isThere = async (id: string): Promise<boolean> => {
  try {
    await call('GET /api/evidence/:id', { params: { id } });
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not_found') return false;
    throw error;
  }
};

// A store brought back from an older copy may have lost what it once confirmed.
const sendAgain = async (evidenceId: string): Promise<void> => {
  const upload = [...currentBox().uploads.values()].find((one) => one.evidenceId === evidenceId);
  if (upload?.blob == null) throw new ProblemError('evidence_incomplete', 409);
  await putUpload({ ...upload, state: 'waiting', evidenceId: null });
};

/** Every photo the phone counts must be counted by the server before the answer goes. */
const countOnServer = async (body: unknown): Promise<boolean> => {
  let complete = true;
  for (const id of proofIn(body)) {
    if (await isThere(id)) continue;
    await sendAgain(id);
    complete = false;
  }
  return complete;
};

const handIn = async (submission: Submission, body: unknown): Promise<void> => {
  const idempotencyKey = submission.id;
  // The body was built for this act when it was written.
  switch (submission.act) {
    case 'complete': {
      const values = body as Record<string, unknown>;
      await call('POST /api/tasks/:key/complete', {
        params: { key: submission.target },
        body: { values, idempotencyKey },
      });
      return;
    }
    case 'extension': {
      const ask = body as Omit<BodyOf<'POST /api/issues/:id/extension'>, 'idempotencyKey'>;
      await call('POST /api/issues/:id/extension', {
        params: { id: submission.target },
        body: { ...ask, idempotencyKey },
      });
      return;
    }
    case 'appeal': {
      const appeal = body as Omit<BodyOf<'POST /api/escalations/:id/appeal'>, 'idempotencyKey'>;
      await call('POST /api/escalations/:id/appeal', {
        params: { id: submission.target },
        body: { ...appeal, idempotencyKey },
      });
    }
  }
};

// The pictures are the server's now.
const letGo = async (submission: Submission): Promise<void> => {
  for (const id of refsIn(submission.body)) {
    const upload = currentBox().uploads.get(id);
    if (upload !== undefined) await putUpload({ ...upload, blob: null });
  }
};

export const sendSubmission = async (submission: Submission): Promise<Submission | null> => {
  const evidenceOf = (id: string): string | null => currentBox().uploads.get(id)?.evidenceId ?? null;
  const body = resolveRefs(submission.body, evidenceOf);
  if (!(await countOnServer(body))) return null;
  await handIn(submission, body);
  const sent: Submission = { ...submission, state: 'sent', reason: '', sentAt: Date.now() };
  await putSubmission(sent);
  if (submission.act === 'complete') await dropDraft(submission.target);
  await letGo(submission);
  return sent;
};
