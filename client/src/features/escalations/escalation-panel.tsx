// One escalation: trigger, rule, who may know; its letter as it prints; records; what to do next.
import { CloseOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Segmented } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { EscalationDetail } from '#contracts/escalations.ts';
import { clientId } from '../../shared/api/index.ts';
import { EscalationFacts, EscalationRecords, EscalationSteps, LifeList } from '../../shared/case-file/index.ts';
import { isNumbered } from '#contracts/document-number.ts';
import { Paper } from '../../shared/paper/index.ts';
import { useAct, useApi } from '../../shared/query/index.ts';
import { clockSeconds, shortTime } from '../../shared/time/index.ts';
import { Loaded, ProblemNote, rungWord } from '../../shared/ui/index.ts';
import { NumberDocument } from './number-document.tsx';

export const EscalationPanel = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation('escalation');
  const read = useApi('GET /api/escalations/:id', { params: { id } }, { keep: true });
  return (
    <aside className="escalation-panel print-paper" aria-label={t('panel')}>
      <Loaded read={read}>
        {(escalation) => <Panel key={escalation.id} escalation={escalation} onClose={onClose} />}
      </Loaded>
    </aside>
  );
};

const Panel = ({ escalation, onClose }: { escalation: EscalationDetail; onClose: () => void }) => {
  const { t } = useTranslation('escalation');
  const [at, setAt] = useState(escalation.documents.length - 1);
  const [appealing, setAppealing] = useState(false);
  const [numbering, setNumbering] = useState(false);
  const letter = escalation.documents[at];
  return (
    <>
      <header className="no-print">
        <div className="board-line">
          <h2>
            {rungWord(t, escalation)}：{escalation.unitName}
          </h2>
          <span>
            {escalation.may.includes('print') && letter !== undefined ? (
              <Button type="text" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
                {t('shared:print')}
              </Button>
            ) : null}
            <Button type="text" aria-label={t('shared:close')} icon={<CloseOutlined />} onClick={onClose} />
          </span>
        </div>
        <EscalationFacts escalation={escalation} />
      </header>
      {escalation.signing === null ? null : (
        <p className="note good no-print">{t('signedLeaves', { at: clockSeconds(escalation.signing.leavesAt) })}</p>
      )}
      <div className="escalation-body" tabIndex={0} role="region" aria-label={t('papers')}>
        {escalation.documents.length > 1 ? (
          <Segmented
            className="no-print"
            value={at}
            onChange={setAt}
            options={escalation.documents.map((each, value) => ({ value, label: t(`kind.${each.kind}`) }))}
          />
        ) : null}
        {letter === undefined ? <p className="small support no-print">{t('noLetter')}</p> : <Paper letter={letter} />}
        {letter === undefined || letter.deliveredAt === null ? null : (
          <p className="small support no-print">
            {t('delivered', { at: shortTime(letter.deliveredAt) })}{' '}
            {letter.acknowledgedAt === null
              ? t('notAcknowledged')
              : t('acknowledged', { at: shortTime(letter.acknowledgedAt), by: letter.acknowledgedBy })}
          </p>
        )}
        <div className="escalation-records no-print">
          <EscalationSteps escalation={escalation} />
          <EscalationRecords escalation={escalation} />
          <LifeList life={escalation.life} />
        </div>
      </div>
      <footer className="no-print">
        {escalation.issueId === null ? null : (
          <Link to={`/ledger?campaignId=${escalation.campaignId}&row=${escalation.issueId}`}>
            {t('openRow', { no: escalation.issueNo })}
          </Link>
        )}
        {escalation.may.includes('number') && letter?.state === 'issued' && !isNumbered(letter.docNo) ? (
          <Button onClick={() => setNumbering(true)}>{t('number')}</Button>
        ) : null}
        {escalation.may.includes('appeal') ? <Button onClick={() => setAppealing(true)}>{t('appeal')}</Button> : null}
        {escalation.openTaskKey === null ? null : (
          <Link className="ant-btn escalation-main" to={`/inbox?task=${escalation.openTaskKey}`}>
            {t('handle')}
          </Link>
        )}
      </footer>
      {numbering && letter !== undefined ? (
        <NumberDocument id={escalation.id} letter={letter} onClose={() => setNumbering(false)} />
      ) : null}
      {appealing ? <Appeal id={escalation.id} onClose={() => setAppealing(false)} /> : null}
    </>
  );
};

const Appeal = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation('escalation');
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [key] = useState(clientId);
  const appeal = useAct('POST /api/escalations/:id/appeal');
  const send = (): void =>
    appeal.mutate(
      { params: { id }, body: { text: text.trim(), idempotencyKey: key } },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ['GET /api/escalations/:id'] });
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('appeal')}
      okText={t('appealSend')}
      okButtonProps={{ disabled: text.trim().length < 4 }}
      confirmLoading={appeal.isPending}
      onOk={send}
      onCancel={onClose}
    >
      {appeal.error === null ? null : <ProblemNote error={appeal.error} />}
      <Input.TextArea
        aria-label={t('appealText')}
        placeholder={t('appealText')}
        rows={5}
        maxLength={1000}
        showCount
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
};
