// Picks the sentence of a two-language text, none of null, and the catalogue's one for failures nobody put into words.
import { useTranslation } from 'react-i18next';
import type { Text } from '#contracts/problem.ts';
import { ProblemError } from '../api/index.ts';

export const useText = (): ((text: Text | null) => string) => {
  const { i18n } = useTranslation('shared');
  return (text) => text?.[i18n.language === 'en' ? 'en' : 'zh'] ?? '';
};

export const useProblemText = (): ((error: unknown) => string) => {
  const { t } = useTranslation('shared');
  const say = useText();
  return (error) => {
    if (!(error instanceof ProblemError)) return t('failure.unknown');
    return error.text === null
      ? t(`failure.${error.code === 'unreachable' ? 'unreachable' : 'unreadable'}`)
      : say(error.text);
  };
};
