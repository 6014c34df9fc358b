// A half-filled answer as it lies on the phone; photos in it are named by their upload.
import { phone } from './database.ts';

export type Values = Record<string, unknown>;
/** `version` is the server's count of this draft at the last save there; `at` is the phone's time of the last change. */
export type Draft = { id: string; values: Values; version: number; at: number; onServer: boolean };

export const readDraft = async (id: string): Promise<Draft | undefined> => (await phone()).get('drafts', id);

export const writeDraft = async (draft: Draft): Promise<void> => {
  await (await phone()).put('drafts', draft);
};

export const dropDraft = async (id: string): Promise<void> => {
  await (await phone()).delete('drafts', id);
};
