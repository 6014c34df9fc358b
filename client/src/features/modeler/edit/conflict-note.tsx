// Two people on one draft: what differs is shown, and a person decides; nothing is overwritten unseen.
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullTime } from '../../../shared/time/index.ts';
import { LoadingNote } from '../../../shared/ui/index.ts';
import { ChangeList } from '../compare/change-list.tsx';
import { useComparison } from '../compare/use-comparison.ts';
import type { Theirs } from './use-draft.ts';

type Props = {
  theirs: Theirs | null;
  mine: string;
  /** Text the other side falls back to when the draft is gone. */
  deployed: string;
  onMine: () => void;
  onTheirs: () => void;
};

export const ConflictNote = ({ theirs, mine, deployed, onMine, onTheirs }: Props) => {
  const { t } = useTranslation('models');
  const [open, setOpen] = useState(false);
  return (
    <div className="note bad" role="alert">
      <span className="grow">
        {theirs === null ? t('conflictGone') : t('conflictWith', { by: theirs.by, at: fullTime(theirs.savedAt) })}
      </span>
      <Button onClick={() => setOpen(true)}>{t('conflictLook')}</Button>
      {open ? (
        <Modal
          open
          width={760}
          title={t('conflictTitle')}
          onCancel={() => setOpen(false)}
          footer={[
            <Button key="theirs" onClick={onTheirs}>
              {t(theirs === null ? 'takeDeployed' : 'takeTheirs')}
            </Button>,
            <Button key="mine" type="primary" onClick={onMine}>
              {t('takeMine')}
            </Button>,
          ]}
        >
          <p className="support">{t('conflictHow')}</p>
          <Differences before={theirs?.content ?? deployed} after={mine} />
        </Modal>
      ) : null}
    </div>
  );
};

const Differences = ({ before, after }: { before: string; after: string }) => {
  const { found } = useComparison(before, after);
  return found === null ? <LoadingNote /> : <ChangeList comparison={found} />;
};
