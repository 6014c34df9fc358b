// The button that tries again, and beside it what came of it.
import { CheckCircleFilled, CloseCircleFilled, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../shared/i18n/index.ts';
import { useRetry, type Outcome, type Stuck } from './use-retry.ts';

export const RetryCell = ({
  incidentKey,
  elementId,
  instanceKey,
  name,
}: { incidentKey: string; name: string } & Omit<Stuck, 'key'>) => {
  const { t } = useTranslation('models');
  const stuck = useMemo(() => ({ key: incidentKey, elementId, instanceKey }), [incidentKey, elementId, instanceKey]);
  const { outcome, retry } = useRetry(stuck);
  const busy = outcome.kind === 'asking' || outcome.kind === 'running';
  return (
    <div className="retry">
      {outcome.kind === 'passed' || outcome.kind === 'resolved' ? null : (
        <Button size="small" disabled={busy} aria-label={t('retryOf', { name })} onClick={retry}>
          {t('retry')}
        </Button>
      )}
      <span role="status">
        <OutcomeWords outcome={outcome} />
      </span>
    </div>
  );
};

const OutcomeWords = ({ outcome }: { outcome: Outcome }) => {
  const { t } = useTranslation('models');
  const say = useProblemText();
  if (outcome.kind === 'idle') return null;
  if (outcome.kind === 'asking' || outcome.kind === 'running')
    return (
      <span className="icon-word support">
        <LoadingOutlined aria-hidden />
        {t(`outcome.${outcome.kind}`)}
      </span>
    );
  if (outcome.kind === 'passed' || outcome.kind === 'resolved')
    return (
      <span className="icon-word tone-green">
        <CheckCircleFilled aria-hidden />
        {t(`outcome.${outcome.kind}`)}
      </span>
    );
  return (
    <span className="outcome-bad tone-bad">
      <CloseCircleFilled aria-hidden />{' '}
      {outcome.kind === 'refused'
        ? t('outcome.refused', { reason: say(outcome.error) })
        : outcome.kind === 'failed'
          ? t('outcome.failed', { reason: outcome.message })
          : t('outcome.waiting')}
    </span>
  );
};
