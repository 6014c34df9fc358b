// JSON as the engine passes it on: parsed only where someone looks inside.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
/** A JSON object kept as text. */
export type Document = string;

export const EMPTY_DOCUMENT: Document = '{}';
