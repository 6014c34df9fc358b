// Any other task a phone has: what it is about, then its form, block by block.
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { withReason } from '#contracts/reasoned-decisions.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { titleOf, useOnItsWay } from '../board/index.ts';
import { DraftConflict, SavedMark, useDraft } from '../draft/index.ts';
import { FieldBlock, fieldsOf, isDone, presets, shownFields, stepOf, submitted, withOptions } from '../form/index.ts';
import { GuideBar } from '../guide/index.ts';
import { handIn } from '../reply/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip, useOnline } from '../shell/index.ts';
import { Bar, Header, Loading } from '../ui/index.ts';
import { say, sayText, stepName, submitWord } from '../words/index.ts';
import { TaskAbout } from './task-about.tsx';

export const FormPage = ({ detail }: { detail: TaskDetail }): ReactElement => {
  const { task } = detail;
  const online = useOnline();
  const onItsWay = useOnItsWay(task);
  const all = useMemo(
    () => fieldsOf(detail.form).map((field) => withOptions(field, detail.options)),
    [detail.form, detail.options],
  );
  const start = useMemo(() => ({ ...presets(all), ...detail.values }), [all, detail.values]);
  const draft = useDraft(task.key, start, detail.draft);
  const values = draft.values ?? start;
  const fields = withReason(task.type, shownFields(all, values), values);
  const asked = fields.filter(
    (field) => field.kind !== 'note' && (field.required || !isDone(field, values[field.key])),
  );
  const label = submitWord(task.type) ?? say('act.submit');
  const closed = detail.mayComplete ? null : detail.whyNot;
  const submit = (): Promise<void> =>
    handIn({ taskKey: task.key, issueId: task.issueId ?? '', title: titleOf(task), values: submitted(all, values) });
  return (
    <>
      <Header
        title={stepName(task.title)}
        sub={titleOf(task) === stepName(task.title) ? task.unitName : titleOf(task)}
        back={linkTo()}
      >
        <SavedMark draft={draft} />
      </Header>
      <NetworkStrip filling />
      <main>
        <TaskAbout detail={detail} />
        <DraftConflict draft={draft} />
        {draft.values === null ? (
          <Loading />
        ) : (
          fields.map((field) => (
            <FieldBlock
              key={field.key}
              detail={detail}
              field={field}
              value={values[field.key]}
              onChange={(value) => draft.change({ [field.key]: value })}
            />
          ))
        )}
      </main>
      {onItsWay || closed !== null ? (
        <Bar hint={<span>{onItsWay || closed === null ? say('finding.onItsWay') : sayText(closed)}</span>}>
          <a className="primary" href={linkTo(...(onItsWay ? ['queue'] : []))}>
            {say(onItsWay ? 'finding.seeQueue' : 'act.home')}
          </a>
        </Bar>
      ) : (
        <GuideBar
          steps={asked.map((field) => stepOf(field, values))}
          submitLabel={online ? label : say('act.submitLater')}
          onSubmit={submit}
        />
      )}
    </>
  );
};
