// Cases moving to a new version: how far it is, and each with what became of it.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useText } from '../../../shared/i18n/index.ts';
import { useApi } from '../../../shared/query/index.ts';
import { fullTime } from '../../../shared/time/index.ts';
import { Loaded } from '../../../shared/ui/index.ts';
import { useFollow } from '../use-follow.ts';
import type { ModelDetail } from './model-aside.tsx';

type Line = ModelDetail['requests'][number];

/** Above the picture while cases are on their way. */
export const MovingNote = ({ model }: { model: ModelDetail }) => {
  const { t } = useTranslation('models');
  const line = model.requests.find(({ moves }) => moves !== null && moves.waiting > 0);
  if (line?.moves == null) return null;
  const { waiting, migrated, refused } = line.moves;
  return (
    <div className="note" role="status">
      <span className="grow">
        {t('moves.going', { version: line.version, done: migrated + refused, all: waiting + migrated + refused })}
      </span>
    </div>
  );
};

/** In the log, under its deployment. */
export const MovesLine = ({ modelId, line }: { modelId: string; line: Line }) => {
  const { t } = useTranslation('models');
  const [open, setOpen] = useState(false);
  if (line.running === 'stay' || line.state === 'refused')
    return line.state === 'deployed' ? <div className="small quiet">{t('moves.stayed')}</div> : null;
  if (line.moves === null) return <div className="small support">{t('moves.asked')}</div>;
  const all = line.moves.waiting + line.moves.migrated + line.moves.refused;
  return (
    <div className="small moves">
      <span>{t(line.moves.waiting > 0 ? 'moves.progress' : 'moves.done', line.moves)}</span>
      {all === 0 ? null : (
        <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'moves.hide' : 'moves.show')}
        </Button>
      )}
      {open ? <MoveList modelId={modelId} deploymentId={line.id} /> : null}
    </div>
  );
};

const MoveList = ({ modelId, deploymentId }: { modelId: string; deploymentId: string }) => {
  const { t } = useTranslation('models');
  const say = useText();
  const read = useApi('GET /api/models/:id/deployments/:deploymentId/moves', {
    params: { id: modelId, deploymentId },
  });
  useFollow(read.refetch);
  return (
    <Loaded read={read}>
      {({ items, total }) => (
        <>
          <ul className="move-list">
            {items.map((move) => (
              <li key={move.instanceKey} data-move={move.state}>
                <Link to={`/models/instances/${move.instanceKey}`}>{move.instanceKey}</Link>{' '}
                <span className="quiet">v{move.fromVersion}</span>{' '}
                <b className={move.state === 'refused' ? 'tone-warn' : ''}>{t(`moves.state.${move.state}`)}</b>{' '}
                {move.message === null ? <span className="quiet">{fullTime(move.at)}</span> : say(move.message)}
              </li>
            ))}
          </ul>
          {total > items.length ? <p className="quiet">{t('moves.more', { count: total - items.length })}</p> : null}
        </>
      )}
    </Loaded>
  );
};
