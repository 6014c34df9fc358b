// The workstation's own copy of a draft, for the seconds before the server has it.
import type { Values } from '../form/answer.ts';

export type LocalDraft = { readonly values: Values; readonly at: number; readonly idempotencyKey: string };
const nameOf = (userId: string, taskKey: string): string => `draft:${userId}:${taskKey}`;

export const readLocal = (userId: string, taskKey: string): LocalDraft | null => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(userId, taskKey)) ?? 'null');
    if (typeof found !== 'object' || found === null || !('values' in found) || !('at' in found)) return null;
    return found as LocalDraft;
  } catch {
    return null;
  }
};
export const writeLocal = (userId: string, taskKey: string, draft: LocalDraft): void => {
  try {
    localStorage.setItem(nameOf(userId, taskKey), JSON.stringify(draft));
  } catch {
    // a full or forbidden store costs only the safety copy
  }
};
export const clearLocal = (userId: string, taskKey: string): void => localStorage.removeItem(nameOf(userId, taskKey));

type ServerDraft = { values: Values; savedAt: string; version: number };
/** The newer of both; `clockOffset` is server minus workstation. */
export const newerDraft = (
  local: LocalDraft | null,
  server: ServerDraft | null,
  clockOffset: number,
): { values: Values; at: string } | null => {
  const localAt = local === null ? -Infinity : local.at + clockOffset;
  if (server !== null && Date.parse(server.savedAt) >= localAt) return { values: server.values, at: server.savedAt };
  return local === null ? null : { values: local.values, at: new Date(localAt).toISOString() };
};
