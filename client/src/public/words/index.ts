// The public pages' own small catalogue; the server and the browser speak it alike.
import zh from './zh-CN.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };

export type Word = keyof typeof zh;
export type Language = 'zh-CN' | 'en';
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

const tables: Readonly<Record<Language, Readonly<Record<Word, string>>>> = { 'zh-CN': zh, en };

export const speaker =
  (language: Language): Say =>
  (word, values = {}) =>
    tables[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

export const isWord = (key: string): key is Word => Object.hasOwn(zh, key);
