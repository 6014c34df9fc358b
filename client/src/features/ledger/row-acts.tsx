// What this person may do with a row: urge, ask for more time, withdraw it, propose accountability, export it.
import { App, Button, Input, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IssueDetail } from '#contracts/issues.ts';
import { call, clientId, urlOf } from '../../shared/api/index.ts';
import { useProblemText, useText } from '../../shared/i18n/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';

export const RowActs = ({ issue }: { issue: IssueDetail }) => {
  const { t } = useTranslation('ledger');
  const { message } = App.useApp();
  const say = useProblemText();
  const sayText = useText();
  const [asking, setAsking] = useState<'extend' | 'cancel' | null>(null);
  const may = (what: IssueDetail['may'][number]): boolean => issue.may.includes(what);
  const urge = async (taskKey: string): Promise<void> => {
    try {
      const { results } = await call('POST /api/tasks/urge', {
        body: { keys: [taskKey], note: '', idempotencyKey: clientId() },
      });
      const first = results[0];
      if (first?.ok) void message.success(t('urged', { to: sayText(first.recipient) }));
      else void message.warning(sayText(first?.reason ?? null));
    } catch (error) {
      void message.error(say(error));
    }
  };
  return (
    <div className="row-acts">
      {may('urge') && issue.heldTaskKey !== null ? (
        <Button onClick={() => void urge(issue.heldTaskKey ?? '')}>{t('act.urge')}</Button>
      ) : null}
      {may('extend') ? <Button onClick={() => setAsking('extend')}>{t('act.extend')}</Button> : null}
      {may('cancel') ? (
        <Button onClick={() => setAsking('cancel')}>
          {t(issue.cancelAsked === null ? 'act.cancel' : 'act.agreeCancel')}
        </Button>
      ) : null}
      {may('escalate') ? (
        <Link to={`/escalations?campaignId=${issue.campaignId}&propose=${issue.id}&no=${issue.no}`}>
          {t('act.escalate')}
        </Link>
      ) : null}
      {may('export') ? (
        <a href={urlOf('GET /api/issues/export.xlsx', { query: { campaignId: issue.campaignId, q: issue.no } })}>
          {t('act.export')}
        </a>
      ) : null}
      {issue.openTaskKey === null ? null : (
        <Link className="ant-btn ledger-main" to={`/inbox?task=${issue.openTaskKey}`}>
          {t('act.handle')}
        </Link>
      )}
      {asking === null ? null : <RowAsk issue={issue} what={asking} onClose={() => setAsking(null)} />}
    </div>
  );
};

const RowAsk = ({ issue, what, onClose }: { issue: IssueDetail; what: 'extend' | 'cancel'; onClose: () => void }) => {
  const { t } = useTranslation('ledger');
  const client = useQueryClient();
  const [values, setValues] = useState({ newDue: '', reason: '', done: '' });
  const [key] = useState(clientId);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const set = (part: Partial<typeof values>): void => setValues({ ...values, ...part });
  const sayText = useText();
  const rule = issue.extensionRule;
  const blocked = what === 'extend' && !rule.allowed;
  const send = async (): Promise<void> => {
    setSending(true);
    setError(null);
    try {
      const params = { id: issue.id };
      if (what === 'cancel') await call('POST /api/issues/:id/cancel', { params, body: { reason: values.reason } });
      else await call('POST /api/issues/:id/extension', { params, body: { ...values, idempotencyKey: key } });
      for (const route of ['GET /api/issues', 'GET /api/issues/:id'])
        void client.invalidateQueries({ queryKey: [route] });
      onClose();
    } catch (refusal) {
      setError(refusal);
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={t(`ask.${what}`, { no: issue.no })}
      okText={t(`ask.${what}Ok`)}
      okButtonProps={{
        disabled: blocked || values.reason.trim().length < 4 || (what === 'extend' && values.newDue === ''),
        danger: what === 'cancel',
      }}
      confirmLoading={sending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className="ask-form">
        {error === null ? null : <ProblemNote error={error} />}
        {blocked ? <div className="note warn">{sayText(rule.reason)}</div> : null}
        {what === 'cancel' ? (
          <div className="note warn">
            {issue.cancelAsked === null ? t('ask.cancelNote') : t('ask.agreeNote', { ...issue.cancelAsked })}
          </div>
        ) : null}
        {what === 'extend' ? (
          <>
            <p className="small support">
              {t('ask.rule', {
                left: rule.left,
                latest: rule.latest?.slice(0, 10) ?? '—',
                receiver: sayText(rule.receiver),
              })}
            </p>
            <label htmlFor="ask-due">{t('ask.newDue')}</label>
            <Input
              id="ask-due"
              type="date"
              value={values.newDue}
              {...(rule.latest === null ? {} : { max: rule.latest.slice(0, 10) })}
              onChange={(event) => set({ newDue: event.target.value })}
            />
            <label htmlFor="ask-done">{t('ask.done')}</label>
            <Input.TextArea
              id="ask-done"
              rows={2}
              maxLength={300}
              value={values.done}
              onChange={(event) => set({ done: event.target.value })}
            />
          </>
        ) : null}
        <label htmlFor="ask-reason">{t('ask.reason')}</label>
        <Input.TextArea
          id="ask-reason"
          rows={3}
          maxLength={300}
          value={values.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </div>
    </Modal>
  );
};
