// Puts the finished answer into the box and leaves the form.
import { addSubmission } from '../outbox/index.ts';
import { goTo } from '../route/index.ts';
import type { Values } from '../store/index.ts';

export type HandIn = { taskKey: string; issueId: string; title: string; values: Values };

/** Safe on the phone before the page says so. */
export const handIn = async ({ taskKey, issueId, title, values }: HandIn): Promise<void> => {
  const id = await addSubmission({ act: 'complete', target: taskKey, issueId, title, body: values });
  goTo('sent', id);
};
