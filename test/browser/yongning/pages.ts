// The office's pages as a person uses them: a task is opened by its address, answered by its labels, handed in.
import type { Page } from 'playwright-core';
import type { TaskRow } from '../../../server/contracts/tasks.ts';
import { signs } from './acts.ts';
import type { Screen, Year } from './year.ts';

/** Choices carry their consequence behind the name: 批准 · 开展行动. */
export const choose = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('radio', { name: new RegExp(`^${name}`) })
    .first()
    .check();
export const tick = (page: Page, name: string): Promise<void> => page.getByRole('checkbox', { name }).first().check();
export const write = (page: Page, label: string, text: string): Promise<void> =>
  page
    .getByLabel(new RegExp(`^${label}`))
    .first()
    .fill(text);
/** A choice list of the office: opened by its label, filtered by typing, taken with the keyboard. */
export const pick = async (page: Page, label: string, text: string): Promise<void> => {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text }).first().click();
};

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
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith(`/api/tasks/${task.key}/complete`)),
    page.locator('.task-foot .ant-btn-primary').click(),
  ]);
  if (!answer.ok()) throw new Error(`Expected ${task.type} to be taken, but: ${await answer.text()}`);
  await close();
  if (signs(task.type)) await year.leaves(username);
};
