// The one place that draws random ids; everything else is handed an IdSource.
import { randomBytes } from 'node:crypto';

/** 20 url-safe characters, sortable by nothing: ids must not betray order or number. */
export type IdSource = { next(): string };

export const randomIds: IdSource = { next: () => randomBytes(15).toString('base64url') };
