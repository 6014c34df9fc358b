// Sends what waits, one thing after another, again and again until the box is empty or the server refuses.
import { isPassing } from '../../shared/api/index.ts';
import { failureText } from '../failure/index.ts';
import { renewTopic } from '../store/index.ts';
import type { Submission, Upload } from '../store/index.ts';
import { currentBox, putSubmission, putUpload } from './box.ts';
import { missingUploads, sendSubmission } from './send-submission.ts';
import { sendUpload } from './send-upload.ts';

const triesBeforeFailed = 3;
const longestPause = 30_000;

let running = false;
let pause = 1_000;
let timer: ReturnType<typeof setTimeout> | undefined;

const afterFailure = <T extends Upload | Submission>(one: T, error: unknown): T => {
  const tries = one.tries + 1;
  const passing = isPassing(error);
  const state = passing && tries < triesBeforeFailed ? 'waiting' : 'failed';
  return { ...one, tries, state, refused: !passing, reason: failureText(error) };
};

const sendPhotos = async (): Promise<boolean> => {
  for (const upload of [...currentBox().uploads.values()].filter((one) => one.state === 'waiting')) {
    await putUpload({ ...upload, state: 'sending' });
    try {
      await sendUpload(upload);
    } catch (error) {
      await putUpload(afterFailure(upload, error));
      if (isPassing(error)) return false;
    }
  }
  return true;
};

const sendAnswers = async (): Promise<boolean> => {
  for (const submission of [...currentBox().submissions.values()].filter((one) => one.state === 'waiting')) {
    if (missingUploads(submission).length > 0) continue;
    await putSubmission({ ...submission, state: 'sending' });
    try {
      const sent = await sendSubmission(submission);
      if (sent === null) await putSubmission(submission);
      else renewTopic('outbox');
    } catch (error) {
      await putSubmission(afterFailure(submission, error));
      if (isPassing(error)) return false;
    }
  }
  return true;
};

const waitingLeft = (): boolean => {
  const { uploads, submissions } = currentBox();
  const ready = [...submissions.values()].some((one) => one.state === 'waiting' && missingUploads(one).length === 0);
  return ready || [...uploads.values()].some((one) => one.state === 'waiting');
};

/** Starts or goes on; harmless to call at any time. */
export const pump = async (): Promise<void> => {
  if (running || !navigator.onLine) return;
  running = true;
  clearTimeout(timer);
  try {
    const passed = (await sendPhotos()) && (await sendAnswers());
    pause = passed ? 1_000 : Math.min(pause * 2, longestPause);
  } finally {
    running = false;
  }
  if (waitingLeft()) timer = setTimeout(() => void pump(), pause);
};

/** A returned network gives what failed in passing another chance; a person gives it to everything. */
export const retryFailed = async (all: boolean): Promise<void> => {
  const { uploads, submissions } = currentBox();
  const again = (one: Upload | Submission): boolean => one.state === 'failed' && (all || !one.refused);
  for (const one of uploads.values()) if (again(one)) await putUpload({ ...one, state: 'waiting', tries: 0 });
  for (const one of submissions.values()) if (again(one)) await putSubmission({ ...one, state: 'waiting', tries: 0 });
  pause = 1_000;
  await pump();
};

export const startPump = (): (() => void) => {
  const wake = (): void => void retryFailed(false);
  const look = (): void => {
    if (document.visibilityState === 'visible') void pump();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', look);
  void pump();
  return () => {
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', look);
    clearTimeout(timer);
  };
};
