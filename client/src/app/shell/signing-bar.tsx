// What this person has just signed and may still take back: a countdown on every page, gone when it has left.
import { CheckOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ResponseOf } from '#contracts/http.ts';
import { useProblemText } from '../../shared/i18n/index.ts';
import { useAct, useApi } from '../../shared/query/index.ts';
import { useMay } from '../../shared/session/index.ts';
import { useServerNow } from '../../shared/time/index.ts';

type Waiting = ResponseOf<'GET /api/signings'>[number];
const tickMs = 250;
const moved = ['GET /api/signings', 'GET /api/escalations', 'GET /api/escalations/:id'] as const;

export const SigningBar = () => {
  const { t } = useTranslation('shell');
  const may = useMay();
  const [recalled, setRecalled] = useState<readonly Waiting[]>([]);
  const read = useApi('GET /api/signings', {}, { enabled: may('escalations.view') });
  const back = new Set(recalled.map(({ signingId }) => signingId));
  const waiting = (read.data ?? []).filter(({ signingId }) => !back.has(signingId));
  if (waiting.length + recalled.length === 0) return null;
  return (
    <section className="signing-bar no-print" aria-label={t('signing.label')}>
      {waiting.map((one) => (
        <WaitingLine key={one.signingId} signing={one} onRecalled={() => setRecalled([...recalled, one])} />
      ))}
      {recalled.map((one) => (
        <div key={one.signingId} className="signing-line" role="status">
          <RollbackOutlined aria-hidden className="tone-warn" />
          <span className="grow">{t('signing.recalled', { subject: one.subject })}</span>
          <Link to={`/escalations/${one.escalationId}`}>{t('signing.open')}</Link>
          <Button
            size="small"
            type="text"
            onClick={() => setRecalled(recalled.filter(({ signingId }) => signingId !== one.signingId))}
          >
            {t('signing.dismiss')}
          </Button>
        </div>
      ))}
    </section>
  );
};

const WaitingLine = ({ signing, onRecalled }: { signing: Waiting; onRecalled: () => void }) => {
  const { t } = useTranslation('shell');
  const say = useProblemText();
  const client = useQueryClient();
  const now = useServerNow(tickMs);
  const recall = useAct('POST /api/escalations/:id/recall');
  const done = signing.task === 'approve-document' ? 'signing.signed' : 'signing.approved';
  const left = Math.ceil((Date.parse(signing.leavesAt) - Date.parse(now)) / 1000);
  // a refusal stays to be read
  if (left <= 0 && recall.error === null) return null;
  const take = (): void =>
    recall.mutate(
      { params: { id: signing.escalationId }, body: { signingId: signing.signingId } },
      {
        onSuccess: () => {
          onRecalled();
          for (const route of moved) void client.invalidateQueries({ queryKey: [route] });
        },
      },
    );
  return (
    <div className="signing-line">
      <CheckOutlined aria-hidden className="tone-green" />
      <span className="grow" role="status">
        {recall.error === null ? t(done, { subject: signing.subject }) : say(recall.error)}
      </span>
      {left <= 0 ? null : (
        <>
          <span className="signing-left" role="timer" aria-live="off">
            {t('signing.leaves', { count: left })}
          </span>
          <Button size="small" icon={<RollbackOutlined aria-hidden />} loading={recall.isPending} onClick={take}>
            {t('signing.recall')}
          </Button>
        </>
      )}
    </div>
  );
};
