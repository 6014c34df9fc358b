// Whether the draft is safe: words, not only a colour.
import { CheckOutlined, ExclamationCircleFilled, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../shared/i18n/index.ts';
import { clockTime } from '../../../shared/time/index.ts';
import type { DraftState } from './use-draft.ts';

export const SaveWords = ({ state, again }: { state: DraftState; again: () => void }) => {
  const { t } = useTranslation('models');
  const say = useProblemText();
  return (
    <span className="save-words small" role="status">
      {state.mark === 'clean' ? <span className="quiet">{t('save.clean')}</span> : null}
      {state.mark === 'unsaved' ? <span className="tone-warn">● {t('save.unsaved')}</span> : null}
      {state.mark === 'saving' ? (
        <span className="support">
          <LoadingOutlined aria-hidden /> {t('save.saving')}
        </span>
      ) : null}
      {state.mark === 'saved' ? (
        <span className="support">
          <CheckOutlined aria-hidden /> {t('save.saved', { at: clockTime(state.savedAt ?? '') })}
        </span>
      ) : null}
      {state.mark === 'failed' ? (
        <span className="tone-bad">
          <ExclamationCircleFilled aria-hidden /> {t('save.failed', { reason: say(state.error) })}
          <Button size="small" onClick={again}>
            {t('shared:again')}
          </Button>
        </span>
      ) : null}
      {state.mark === 'conflict' ? (
        <span className="tone-bad">
          <ExclamationCircleFilled aria-hidden /> {t('save.conflict')}
        </span>
      ) : null}
    </span>
  );
};
