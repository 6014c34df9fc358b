// What the shipped models call their steps and what the last button of each says; the office's own catalogue.
import { subjectIn, toldIn } from '../../shared/model-words/index.ts';
import zh from '../../shared/i18n/zh-CN/work.json' with { type: 'json' };

let work: typeof zh = zh;

export const speakOfWork = async (english: boolean): Promise<void> => {
  work = english ? (await import('../../shared/i18n/en/work.json', { with: { type: 'json' } })).default : zh;
};

type Told = 'trigger' | 'rung';
/** A county's own code stays as it is. */
const told = (family: Told, code: string): string => {
  const names: Readonly<Record<string, string>> = work[family];
  return names[code] ?? code;
};
export const triggerName = (code: string): string => told('trigger', code);
export const rungName = (id: string): string => told('rung', id);

export const stepName = (said: string): string => toldIn(said, zh.name, work.name);
export const subjectOf = (task: { readonly subject: string }): string => subjectIn(task.subject, zh, work);

/** Undefined for a step the county added. */
export const submitWord = (type: string): string | undefined => {
  const labels: Readonly<Record<string, string>> = work.submit;
  return labels[type];
};
