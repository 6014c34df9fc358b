// Words that are one in every language: names, and what people wrote.
import type { Text } from '#contracts/problem.ts';

export const inBoth = (words: string): Text => ({ zh: words, en: words });
