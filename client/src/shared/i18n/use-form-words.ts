// The forms of the shipped models in the reader's language.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail } from '#contracts/tasks.ts';
import { formIn, type Names } from '../model-words/index.ts';

const none: Names = {};

export const useFormWords = () => {
  const { i18n } = useTranslation('form');
  const { language } = i18n;
  return useCallback(
    (form: TaskDetail['form']): TaskDetail['form'] => {
      const [chinese = none, spoken = none] = ['zh-CN', language].map(
        (each) => i18n.getResourceBundle(each, 'form') as Names | undefined,
      );
      return formIn(form, chinese, spoken);
    },
    [i18n, language],
  );
};
