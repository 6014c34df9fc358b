// Which half-filled answer a page starts from: this phone's, the server's, or none.
import type { Draft, Values } from '../store/index.ts';

export type ServerDraft = { values: Values; savedAt: string; version: number };
export type Start = { values: Values; version: number; at: number | null };

/** The server's is taken only if it has been saved there since this phone last did, and this phone holds nothing unsaved. */
export const chooseDraft = (prefilled: Values, local: Draft | undefined, server: ServerDraft | null): Start => {
  const serverNewer = server !== null && (local === undefined || (server.version > local.version && local.onServer));
  if (serverNewer) return { values: server.values, version: server.version, at: Date.parse(server.savedAt) };
  if (local !== undefined) return { values: local.values, version: local.version, at: local.at };
  return { values: prefilled, version: 0, at: null };
};
