// The phone's own small catalogue: Chinese is the source, English is fetched when asked for.
import type { Text } from '#contracts/problem.ts';
import { speakOfForms } from './form.ts';
import { speakOfWork } from './work.ts';
import zh from './zh-CN.json' with { type: 'json' };

export { formWords } from './form.ts';
export { rungName, stepName, subjectOf, submitWord, triggerName } from './work.ts';

export type Word = keyof typeof zh;
export type Language = 'zh-CN' | 'en';
type Values = Readonly<Record<string, string | number>>;

let table: Readonly<Record<Word, string>> = zh;
let spoken: Language = 'zh-CN';

export const language = (): Language => spoken;

export const speak = async (next: Language): Promise<void> => {
  await Promise.all([speakOfWork(next === 'en'), speakOfForms(next === 'en')]);
  table = next === 'en' ? (await import('./en.json', { with: { type: 'json' } })).default : zh;
  spoken = next;
  document.documentElement.lang = next;
};

/** `{name}` in a sentence is replaced by the value of that name. */
export const say = (word: Word, values: Values = {}): string =>
  table[word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const isWord = (key: string): key is Word => Object.hasOwn(zh, key);

/** The Chinese of a word, whatever is spoken: to recognise it in what the server sends. */
export const source = (word: Word): string => zh[word];

/** A sentence the server wrote in both languages. */
export const sayText = (text: Text): string => (spoken === 'en' ? text.en : text.zh);
