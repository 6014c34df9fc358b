// The pieces every task's head is made of: the way back, the name, the facts.
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#contracts/tasks.ts';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { DueTag, RungPips } from '../../../shared/ui/index.ts';

export const BackButton = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation('inbox');
  return (
    <Button
      className="task-back"
      type="text"
      size="small"
      aria-label={t('back')}
      icon={<ArrowLeftOutlined />}
      onClick={onBack}
    />
  );
};

export const TaskName = ({ task }: { task: TaskRow }) => {
  const { heading } = useWorkWords();
  return <h1>{heading(task)}</h1>;
};

export const placeOf = (task: TaskRow): string => [task.unitName, task.siteName].filter(Boolean).join(' · ');

export const Fact = ({ name, value }: { name: string; value: string }) =>
  value === '' ? null : (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );

export const DueFact = ({ task }: { task: TaskRow }) => {
  const { t } = useTranslation('inbox');
  return (
    <div>
      <dt className="visually-hidden">{t('facts.due')}</dt>
      <dd>
        <DueTag due={task.due} />
      </dd>
    </div>
  );
};

export const RungFact = ({ task }: { task: TaskRow }) => {
  const { t } = useTranslation('inbox');
  return task.rung === null ? null : (
    <div>
      <dt className="visually-hidden">{t('facts.rung')}</dt>
      <dd>
        <RungPips rung={task.rung} />
      </dd>
    </div>
  );
};
