// The foot of a task: what is still missing, and the one main act at the right.
import { SaveOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';

type Props = {
  label: string;
  missing: number;
  open: boolean;
  sending: boolean;
  /** Seconds in which what is signed may be taken back. */
  recall: number | null;
  next: boolean;
  onNext: (next: boolean) => void;
  onSave: () => void;
  onSubmit: () => void;
};

export const TaskFoot = ({ label, missing, open, sending, recall, next, onNext, onSave, onSubmit }: Props) => {
  const { t } = useTranslation('inbox');
  return (
    <footer className="task-foot">
      <Checkbox checked={next} onChange={(event) => onNext(event.target.checked)}>
        {t('openNext')}
      </Checkbox>
      <span className="task-foot-acts">
        {missing > 0 && open ? (
          <span className="icon-word tone-warn small">
            <WarningOutlined aria-hidden />
            {t('missing', { count: missing })}
          </span>
        ) : null}
        {recall === null || !open ? null : (
          <span className="small support">{recall > 0 ? t('recallWithin', { count: recall }) : t('recallNone')}</span>
        )}
        <Button icon={<SaveOutlined aria-hidden />} disabled={!open} onClick={onSave}>
          {t('draft.save')}
        </Button>
        <Button type="primary" disabled={!open} loading={sending} onClick={onSubmit}>
          {label || t('submit')} <span className="submit-keys">Ctrl ↵</span>
        </Button>
      </span>
    </footer>
  );
};
