// One task in three lines: what and when; whose; about what, and how far up the ladder.
import { CheckSquareOutlined, LockOutlined, BorderOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useWorkWords } from '../../../shared/i18n/index.ts';
import { shortTime } from '../../../shared/time/index.ts';
import { DueTag, RungPips } from '../../../shared/ui/index.ts';
import type { ShownRow } from './held-order.ts';

type Props = {
  row: ShownRow;
  cursor: boolean;
  opened: boolean;
  chosen: boolean | null;
  onOpen: () => void;
  onChoose: () => void;
};

export const optionId = (key: string): string => `task-${key}`;

export const TaskItem = ({ row, cursor, opened, chosen, onOpen, onChoose }: Props) => {
  const { t } = useTranslation('inbox');
  const work = useWorkWords();
  const classes = ['task-item', cursor ? 'cursor' : '', opened ? 'opened' : '', row.gone ? 'gone' : ''];
  return (
    <div
      id={optionId(row.key)}
      role="option"
      aria-selected={chosen ?? opened}
      aria-current={opened ? 'true' : undefined}
      className={classes.filter(Boolean).join(' ')}
      data-key={row.key}
      onClick={onOpen}
    >
      {chosen === null ? null : (
        <span
          className="task-choose"
          title={t('batch.choose')}
          onClick={(event) => {
            event.stopPropagation();
            onChoose();
          }}
        >
          {chosen ? <CheckSquareOutlined /> : <BorderOutlined />}
        </span>
      )}
      <div className="task-line">
        <span className="strong">{work.name(row.title)}</span>
        <span className="small quiet clip">{work.refNo(row.refNo)}</span>
        <span className="task-right small">
          {row.completedAt === null ? <DueTag due={row.due} /> : t('doneAt', { at: shortTime(row.completedAt) })}
        </span>
      </div>
      <div className="task-line small">
        {row.secret ? (
          <span className="icon-word">
            <LockOutlined aria-hidden />
            {t('secret')}
          </span>
        ) : (
          <span className="clip">{[row.unitName, row.siteName].filter(Boolean).join(' · ')}</span>
        )}
        <span className="task-right quiet">
          {row.snoozedUntil === null
            ? row.urgedAt === null
              ? null
              : t('urgedAt', { at: shortTime(row.urgedAt) })
            : t('snoozedTo', { at: shortTime(row.snoozedUntil) })}
        </span>
      </div>
      <div className="task-line small support">
        <span className="clip">
          {row.returned ? <span className="tone-warn">{t('returned')} </span> : null}
          {work.subject(row.subject)}
        </span>
        <span className="task-right">
          {row.gone ? (
            <span className="tone-warn">{t('gone')}</span>
          ) : row.rung === null ? null : (
            <RungPips rung={row.rung} />
          )}
        </span>
      </div>
    </div>
  );
};
