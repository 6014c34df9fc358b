// Titles, subjects and steps of the shipped models in the reader's language.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskDetail, TaskRow } from '#contracts/tasks.ts';
import { namesSaying, subjectIn, toldIn } from '../model-words/index.ts';
import type { Names } from '../model-words/index.ts';

type Strip = NonNullable<TaskDetail['strip']>;
type Work = Readonly<Record<'name' | 'subject' | 'series' | 'trigger' | 'mode', Names>>;
const none: Work = { name: {}, subject: {}, series: {}, trigger: {}, mode: {} };

export const useWorkWords = () => {
  const { t, i18n } = useTranslation('work');
  const { language } = i18n;
  return useMemo(() => {
    const [chinese, spoken] = ['zh-CN', language].map(
      (each) => (i18n.getResourceBundle(each, 'work') as Work | undefined) ?? none,
    ) as [Work, Work];
    const tell =
      (family: keyof Work) =>
      (said: string): string =>
        toldIn(said, chinese[family], spoken[family]);
    const [name, series] = [tell('name'), tell('series')];
    const subject = (said: string): string => subjectIn(said, chinese, spoken);
    return {
      name,
      /** Empty for a Chinese reader, whose words the server finds itself. */
      namesSaying: (typed: string): readonly string[] => namesSaying(typed, chinese.name, spoken.name),
      subject,
      /** A row's number keeps its digits, only its series is told. */
      refNo: (refNo: string): string =>
        [refNo.split(' ')[0] ?? ''].map(series).concat(refNo.split(' ').slice(1)).join(' '),
      heading: (task: Pick<TaskRow, 'title' | 'subject'>): string =>
        task.subject === ''
          ? name(task.title)
          : t('named', { title: name(task.title), subject: subject(task.subject) }),
      strip: (strip: Strip): Strip => ({
        ...strip,
        processName: name(strip.processName),
        steps: strip.steps.map((step) => ({ ...step, name: name(step.name) })),
      }),
    };
  }, [t, i18n, language]);
};
