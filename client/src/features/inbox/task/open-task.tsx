// The opened task: keeps the form's state and hands it in.
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withReason } from '#contracts/reasoned-decisions.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { call } from '../../../shared/api/index.ts';
import { useFormWords, useProblemText, useText, useWorkWords } from '../../../shared/i18n/index.ts';
import { useKeys } from '../../../shared/keyboard/index.ts';
import { ProcessStrip } from '../../../shared/case-file/index.ts';
import { LoadingNote } from '../../../shared/ui/index.ts';
import { SaveMark } from '../draft/save-mark.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { answerFrom, faultsOf } from '../form/answer.ts';
import { readForm } from '../form/form-schema.ts';
import { TaskForm, fieldInputId } from '../form/task-form.tsx';
import { useVisibleFields } from '../form/use-visible-fields.ts';
import type { TaskActs } from '../use-task-acts.ts';
import { CaseSide } from './case-side.tsx';
import { faultWords, isTakenAway, refusedFields } from './fault-words.ts';
import { TakenAway } from './taken-away.tsx';
import { TaskFoot } from './task-foot.tsx';
import { TaskHead } from './task-head.tsx';

type Props = {
  detail: TaskDetail;
  lost: unknown;
  acts: TaskActs;
  onDone: (key: string, message: string, next: boolean) => void;
  onBack: () => void;
  onSnooze: () => void;
  onReload: () => void;
};

export const OpenTask = ({ detail, lost, acts, onDone, onBack, onSnooze, onReload }: Props) => {
  const { t } = useTranslation('inbox');
  const client = useQueryClient();
  const say = useText();
  const sayProblem = useProblemText();
  const work = useWorkWords();
  const told = useFormWords();
  const fields = useMemo(() => readForm(told(detail.form)), [told, detail.form]);
  const draft = useDraft(detail, fields);
  const shown = useVisibleFields(fields, draft.values);
  const visible = useMemo(
    () => (shown === null ? null : withReason(detail.task.type, shown, draft.values)),
    [detail.task.type, shown, draft.values],
  );
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [next, setNext] = useOpenNext();
  const faults = useMemo(() => faultsOf(visible ?? [], draft.values), [visible, draft.values]);
  const taken = isTakenAway(error) ? error : isTakenAway(lost) ? lost : null;
  const open = detail.mayComplete && taken === null;
  // only a yes is a signature
  const recall = draft.values['approved'] === true ? detail.recallSeconds : null;

  const focusField = (key: string | undefined): void => {
    const field = fields.find((each) => each.key === key);
    if (field !== undefined) document.getElementById(fieldInputId(field))?.focus();
  };
  const submit = async (): Promise<void> => {
    if (!open || sending || visible === null) return;
    setTried(true);
    if (faults.length > 0) return focusField(faults[0]?.key);
    setSending(true);
    setError(null);
    try {
      const done = await call('POST /api/tasks/:key/complete', {
        params: { key: detail.task.key },
        body: { values: answerFrom(fields, visible, draft.values), idempotencyKey: draft.idempotencyKey },
      });
      draft.forget();
      if (recall !== null) void client.invalidateQueries({ queryKey: ['GET /api/signings'] });
      client.removeQueries({ queryKey: ['GET /api/tasks/:key', { key: detail.task.key }] });
      onDone(detail.task.key, say(done.message), next);
    } catch (refusal) {
      setError(refusal);
      setSending(false);
      focusField([...refusedFields(refusal, say).keys()][0]);
    }
  };
  useKeys({ 'Ctrl+Enter': () => void submit() });
  const takeTheirs = (): void => {
    draft.forget();
    onReload();
  };
  const words = new Map([...(tried ? faultWords(faults, t) : []), ...refusedFields(error, say)]);
  return (
    <section className="task-pane" aria-label={work.name(detail.task.title)}>
      <TaskHead detail={detail} acts={acts} onBack={onBack} onSnooze={onSnooze} />
      {detail.strip === null ? null : (
        <div className="task-strip">
          <ProcessStrip strip={detail.strip} />
        </div>
      )}
      <div className="task-columns">
        <div className="task-form-column">
          {taken === null ? null : <TakenAway problem={taken} values={draft.values} fields={fields} />}
          {error !== null && taken === null ? (
            <div className="note bad" role="alert">
              {sayProblem(error)}
            </div>
          ) : null}
          {detail.task.returned && detail.task.returnReason !== '' ? (
            <div className="note warn">{t('returnedBecause', { reason: detail.task.returnReason })}</div>
          ) : null}
          {detail.mayComplete || detail.whyNot === null ? null : <div className="note warn">{say(detail.whyNot)}</div>}
          <div className="form-title">
            <h2>{t('formTitle')}</h2>
            <SaveMark state={draft.state} onKeepMine={draft.keepMine} onReload={takeTheirs} />
          </div>
          {visible === null ? (
            <LoadingNote />
          ) : (
            <TaskForm
              fields={visible}
              values={draft.values}
              faults={words}
              detail={detail}
              disabled={!open || sending}
              onChange={draft.set}
            />
          )}
        </div>
        <CaseSide detail={detail} values={draft.values} />
      </div>
      <TaskFoot
        label={t(`work:submit.${detail.task.type}`, { defaultValue: t('submit') })}
        missing={faults.length}
        open={open}
        sending={sending}
        recall={recall}
        next={next}
        onNext={setNext}
        onSave={() => void draft.saveNow()}
        onSubmit={() => void submit()}
      />
    </section>
  );
};

const storageKey = 'open-next';
const useOpenNext = (): [boolean, (next: boolean) => void] => {
  const [next, setNext] = useState(() => localStorage.getItem(storageKey) !== 'no');
  return [
    next,
    (value) => {
      localStorage.setItem(storageKey, value ? 'yes' : 'no');
      setNext(value);
    },
  ];
};
