// What an entry of the audit trail is about, in the reader's words; its own sentence stays as it was recorded.
import { useTranslation } from 'react-i18next';
import type { ResponseOf } from '#contracts/http.ts';

type Entry = ResponseOf<'GET /api/audit'>['items'][number];

/** `task.complete.verify-issue` → `task.complete`: which task it was stands in the sentence. */
export const actKey = (action: string): string => action.split('.').slice(0, 2).join('.');

/** An act without a word is told by its object alone, never by its code. */
export const useTrailWords = (): ((entry: Pick<Entry, 'action' | 'object'>) => string) => {
  const { t } = useTranslation('admin');
  return ({ action, object }) =>
    [t(`trail.object.${object}`, { defaultValue: '' }), t(`trail.act.${actKey(action)}`, { defaultValue: '' })]
      .filter((words) => words !== '')
      .join(' · ');
};
