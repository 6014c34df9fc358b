// Urges many holders at once: who will be reminded, how far it is, which refused and why, those again.
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, clientId } from '../../shared/api/index.ts';
import { useProblemText, useText, useWorkWords } from '../../shared/i18n/index.ts';
import { DueTag } from '../../shared/ui/index.ts';
import type { ShownRow } from './list/held-order.ts';

const portion = 10;
type Outcome = { readonly ok: boolean; readonly recipient: string; readonly reason: string };
type Told = readonly [key: string, outcome: Outcome];
type Props = { rows: readonly ShownRow[]; onClose: (someDone: boolean) => void };

const portionsOf = (keys: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(keys.length / portion) }, (_, index) =>
    keys.slice(index * portion, (index + 1) * portion),
  );

export const BatchUrge = ({ rows, onClose }: Props) => {
  const { t } = useTranslation('inbox');
  const say = useText();
  const sayProblem = useProblemText();
  const work = useWorkWords();
  const [note, setNote] = useState('');
  const [running, setRunning] = useState(false);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const failed = rows.filter((row) => outcomes.get(row.key)?.ok === false);
  const started = outcomes.size > 0 || running;
  const run = async (keys: readonly string[]): Promise<void> => {
    setRunning(true);
    for (const part of portionsOf(keys)) {
      const told = await call('POST /api/tasks/urge', {
        body: { keys: part, note, idempotencyKey: clientId() },
      }).then(
        (answer) =>
          answer.results.map(({ key, ok, recipient, reason }): Told => [
            key,
            { ok, recipient: say(recipient), reason: say(reason) },
          ]),
        (error: unknown) => part.map((key): Told => [key, { ok: false, recipient: '', reason: sayProblem(error) }]),
      );
      setOutcomes((before) => new Map([...before, ...told]));
    }
    setRunning(false);
  };
  const done = [...outcomes.values()].filter((each) => each.ok).length;
  return (
    <Modal
      open
      width={640}
      title={t('batch.title', { count: rows.length })}
      onCancel={() => onClose(done > 0)}
      mask={{ closable: !running }}
      footer={[
        <Button key="close" onClick={() => onClose(done > 0)} disabled={running}>
          {t(started ? 'batch.close' : 'batch.cancel')}
        </Button>,
        started ? (
          <Button
            key="again"
            type="primary"
            disabled={running || failed.length === 0}
            onClick={() => void run(failed.map((row) => row.key))}
          >
            {t('batch.again', { count: failed.length })}
          </Button>
        ) : (
          <Button key="go" type="primary" onClick={() => void run(rows.map((row) => row.key))}>
            {t('batch.send')}
          </Button>
        ),
      ]}
    >
      {started ? (
        <div role="status">
          <progress
            className="batch-progress"
            value={outcomes.size}
            max={rows.length}
            aria-label={t('batch.title', { count: rows.length })}
          />{' '}
          {outcomes.size}/{rows.length}
          <p className="small">{t('batch.done', { done, failed: failed.length })}</p>
        </div>
      ) : (
        <label className="block-label">
          {t('batch.note')}
          <Input.TextArea
            maxLength={200}
            showCount
            rows={2}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      )}
      <div className="batch-rows" tabIndex={0} role="region" aria-label={t('batch.task')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('batch.recipient')}</th>
              <th>{t('batch.task')}</th>
              <th>{t('batch.due')}</th>
              <th>{t('batch.result')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const outcome = outcomes.get(row.key);
              return (
                <tr key={row.key}>
                  <td>{outcome?.recipient || row.holder}</td>
                  <td>
                    {work.name(row.title)} {work.refNo(row.refNo)}
                  </td>
                  <td>
                    <DueTag due={row.due} />
                  </td>
                  <td className={outcome === undefined ? 'quiet' : outcome.ok ? 'tone-green' : 'tone-bad'}>
                    {outcome === undefined ? '—' : outcome.ok ? t('batch.sent') : outcome.reason}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Modal>
  );
};
