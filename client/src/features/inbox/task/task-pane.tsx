// One task open: where it stands, the form, the case beside it, and the one act that ends it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiKey, useApi } from '../../../shared/query/index.ts';
import { LoadingNote, ProblemNote } from '../../../shared/ui/index.ts';
import type { TaskActs } from '../use-task-acts.ts';
import { OpenTask } from './open-task.tsx';
import { WatchedTask } from './watched-task.tsx';

type Props = {
  taskKey: string;
  acts: TaskActs;
  onDone: (key: string, message: string, next: boolean) => void;
  onBack: () => void;
  onSnooze: () => void;
};

export const TaskPane = ({ taskKey, ...rest }: Props) => {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const read = useApi('GET /api/tasks/:key', { params: { key: taskKey } });
  const reload = (): void => {
    void client
      .refetchQueries({ queryKey: apiKey('GET /api/tasks/:key', { params: { key: taskKey } }) })
      .then(() => setRound((count) => count + 1));
  };
  if (read.data === undefined)
    return (
      <section className="task-pane" aria-label={t('task')}>
        {read.error === null ? <LoadingNote /> : <ProblemNote error={read.error} again={() => void read.refetch()} />}
      </section>
    );
  if (read.data.watching) return <WatchedTask detail={read.data} onBack={rest.onBack} />;
  // the form starts anew only for another task or when asked; fresh facts flow into the case side
  return <OpenTask key={`${taskKey}-${round}`} detail={read.data} lost={read.error} onReload={reload} {...rest} />;
};
