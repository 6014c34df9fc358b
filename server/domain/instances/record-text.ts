// Record values as text: keys come as numbers or text, missing ones as nothing.
export const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
