// Words that are one in every language: names, and what people wrote; also what was stored before English was.
import type { Text } from '#contracts/problem.ts';

export const inBoth = (words: Text | string): Text => (typeof words === 'string' ? { zh: words, en: words } : words);
