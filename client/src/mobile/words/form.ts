// What the forms of the shipped models say; fetched only for English.
import type { TaskDetail } from '#contracts/tasks.ts';
import { formIn, type Names } from '../../shared/model-words/index.ts';

let words: { readonly chinese: Names; readonly spoken: Names } | null = null;

export const speakOfForms = async (english: boolean): Promise<void> => {
  if (!english) {
    words = null;
    return;
  }
  const [chinese, spoken] = await Promise.all([
    import('../../shared/i18n/zh-CN/form.json', { with: { type: 'json' } }),
    import('../../shared/i18n/en/form.json', { with: { type: 'json' } }),
  ]);
  words = { chinese: chinese.default, spoken: spoken.default };
};

export const formWords = (form: TaskDetail['form']): TaskDetail['form'] =>
  words === null ? form : formIn(form, words.chinese, words.spoken);
