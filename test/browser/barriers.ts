// What keeps people out who hear, enlarge or key their way: judged by axe.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.1 A and AA, each finding with its element; empty when all is well. What is excluded is its makers' own. */
export const barriersOf = async (page: Page, exclude: readonly string[] = []): Promise<string[]> => {
  const judge = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']);
  for (const part of exclude) judge.exclude(part);
  const { violations } = await judge.analyze();
  return violations.map(({ id, nodes }) => `axe ${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
};
