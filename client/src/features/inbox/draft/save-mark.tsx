// Says where the answer is kept right now.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { clockTime, shortTime } from '../../../shared/time/index.ts';
import type { SaveState } from './use-draft.ts';

export const SaveMark = ({
  state,
  onKeepMine,
  onReload,
}: {
  state: SaveState;
  onKeepMine: () => void;
  onReload: () => void;
}) => {
  const { t } = useTranslation('inbox');
  if (state.kind === 'conflict')
    return (
      <span className="small tone-warn" role="alert">
        {t('draft.conflict')}
        <Button type="link" size="small" onClick={onKeepMine}>
          {t('draft.keepMine')}
        </Button>
        <Button type="link" size="small" onClick={onReload}>
          {t('draft.takeTheirs')}
        </Button>
      </span>
    );
  const words = {
    none: '',
    saving: t('draft.saving'),
    local: t('draft.local'),
    saved: state.kind === 'saved' ? t('draft.saved', { at: clockTime(state.at) }) : '',
    restored: state.kind === 'restored' ? t('draft.restored', { at: shortTime(state.at) }) : '',
  }[state.kind];
  return (
    <span className={`small ${state.kind === 'local' ? 'tone-warn' : 'support'}`} role="status">
      {words}
    </span>
  );
};
