// The office's pages as a person uses them: a task is opened by its address, answered by its labels, handed in.
import type { Page } from 'playwright-core';
import type { TaskRow } from '../../../server/contracts/tasks.ts';
import { handIn } from '../office-page.ts';
import { signs } from './acts.ts';
import type { Screen, Year } from './year.ts';

export { choose, pick, tick, write } from '../office-page.ts';

/** Opens the task in the inbox, answers it, hands it in and waits until the server has it. */
export const answerTask = async (
  year: Year,
  username: string,
  task: TaskRow,
  fill: (page: Page) => Promise<void>,
): Promise<void> => {
  const { page, close }: Screen = await year.office(username, `/inbox?task=${task.key}`);
  await page.getByRole('heading', { name: '办理' }).waitFor();
  await fill(page);
  await handIn(page);
  await close();
  if (signs(task.type)) await year.leaves(username);
};
