// Makes viewers in the reader's language, their code loaded when the first diagram is shown.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Make } from './use-bpmn.ts';

export const useViewer = (): Make => {
  const { language } = useTranslation('models').i18n;
  return useCallback(async (host) => (await import('./make-viewer.ts')).makeViewer(host, language), [language]);
};
