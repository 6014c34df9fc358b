// Running a checklist: one scroll, one open item, saved at every tap, handed in when nothing is missing.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { TaskDetail } from '#contracts/tasks.ts';
import { DraftConflict, SavedMark } from '../draft/index.ts';
import { GuideBar } from '../guide/index.ts';
import type { NewUpload } from '../outbox/index.ts';
import { handIn, uploadFor } from '../reply/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip, useOnline } from '../shell/index.ts';
import { Bar, Header, Icon, Loading, RadioChips, Section } from '../ui/index.ts';
import { say, sayText, stepName } from '../words/index.ts';
import { answerKey } from './answers.ts';
import { recordOf } from './hand-in-run.ts';
import { ItemBlock } from './item-block.tsx';
import { Overview } from './overview.tsx';
import { sheetOf } from './places.ts';
import type { Sheet } from './places.ts';
import { Segments } from './segments.tsx';
import { Signers, signerSteps, signerValues } from './signers.tsx';
import { useRun } from './use-run.ts';
import type { Running } from './use-run.ts';

type PartProps = { detail: TaskDetail; sheet: Sheet; running: Running };

const Progress = ({ running }: { running: Running }): ReactElement => {
  const { here, place, run, done } = running;
  const verdicts = here.map((one) => run[answerKey(place, one.item)]?.verdict);
  const failed = verdicts.filter((verdict) => verdict === 'fail').length;
  return (
    <p className="progress sticky">
      <span>
        {done([place])}/{here.length}
      </span>
      {failed > 0 && <span>{say('check.failedCount', { n: failed })}</span>}
      <Segments verdicts={verdicts} />
    </p>
  );
};

const Places = ({ sheet, running }: PartProps): ReactElement | null =>
  sheet.places.length < 2 ? null : (
    <Section title={say('check.where')}>
      <RadioChips
        label={say('check.where')}
        choices={sheet.places.map((one) => ({
          value: one.id,
          label: `${one.name} ${running.done([one])}/${one.items.length}`,
        }))}
        chosen={[running.place.id]}
        onPick={running.goTo}
      />
    </Section>
  );

const Items = ({ detail, sheet, running }: PartProps): ReactElement => {
  const { place, run, current, isDone } = running;
  const upload = (phase: NewUpload['phase'], label: string): NewUpload =>
    uploadFor(detail, 'photo', phase, (place.id === '' ? label : `${place.name} ${label}`).slice(0, 60));
  return (
    <>
      {running.here.map((one) => {
        const key = answerKey(place, one.item);
        return (
          <ItemBlock
            key={key}
            id={key}
            item={one.item}
            answer={run[key]}
            folded={key !== current && isDone(one)}
            self={sheet.self}
            known={[]}
            upload={upload}
            onOpen={() => running.open(key)}
            onChange={(answer) => running.set(key, answer)}
          />
        );
      })}
    </>
  );
};

type GuideProps = PartProps & { all: boolean; onAll: () => void };
const Guide = ({ detail, sheet, running, all, onAll }: GuideProps): ReactElement => {
  const online = useOnline();
  const { asked, run, place, unfinished, draft } = running;
  const values = draft.values ?? {};
  const steps = [...running.steps, ...(sheet.self ? signerSteps(values) : [])];
  const submit = (): Promise<void> =>
    handIn({
      taskKey: detail.task.key,
      issueId: '',
      title: say('check.recordOf', { name: sheet.name }),
      values: { answers: recordOf(asked, run, sheet.self), ...(sheet.self ? signerValues(values) : {}) },
    });
  const elsewhere = running.here.every(running.isDone) && unfinished !== undefined && unfinished.id !== place.id;
  if (elsewhere)
    return (
      <Bar>
        <button type="button" className="primary" onClick={() => running.goTo(unfinished.id)}>
          {say('check.nextPlace', { name: unfinished.name })}
        </button>
      </Bar>
    );
  return (
    <GuideBar
      steps={steps}
      hint={<span>{say('check.done', { all: asked.length, done: running.done(sheet.places) })}</span>}
      submitLabel={say(online ? 'check.finish' : 'act.submitLater')}
      onSubmit={submit}
      second={
        <button type="button" className="secondary" aria-pressed={all} onClick={onAll}>
          <Icon name="list" />
          {say(all ? 'check.backToItems' : 'check.all')}
        </button>
      }
    />
  );
};

const Run = ({ detail, sheet }: { detail: TaskDetail; sheet: Sheet }): ReactElement => {
  const running = useRun(detail, sheet);
  const [all, setAll] = useState(false);
  const { draft } = running;
  const parts = { detail, sheet, running };
  const pick = (key: string): void => {
    running.open(key);
    setAll(false);
  };
  return (
    <>
      <Header title={sheet.name} sub={sheet.title} back={linkTo()}>
        <SavedMark draft={draft} />
      </Header>
      <NetworkStrip filling />
      <Progress running={running} />
      <main>
        <DraftConflict draft={draft} />
        {detail.task.returned && detail.task.returnReason !== '' && (
          <p className="because">
            <b>{say('home.reason')}</b>
            {detail.task.returnReason}
          </p>
        )}
        <Places {...parts} />
        {draft.values === null ? (
          <Loading />
        ) : all ? (
          <Overview asked={running.here} run={running.run} onPick={pick} />
        ) : (
          <Items {...parts} />
        )}
        {sheet.self && running.unfinished === undefined && (
          <Signers detail={detail} values={draft.values ?? {}} onChange={draft.change} />
        )}
      </main>
      <Guide {...parts} all={all} onAll={() => setAll(!all)} />
    </>
  );
};

const Closed = ({ detail, why }: { detail: TaskDetail; why: string }): ReactElement => (
  <>
    <Header title={stepName(detail.task.title)} back={linkTo()} />
    <main>
      <Section title={why} />
    </main>
    <Bar>
      <a className="primary" href={linkTo()}>
        {say('act.home')}
      </a>
    </Bar>
  </>
);

export const ChecklistPage = ({ detail }: { detail: TaskDetail }): ReactElement => {
  const sheet = sheetOf(detail);
  if (!detail.mayComplete && detail.whyNot !== null) return <Closed detail={detail} why={sayText(detail.whyNot)} />;
  return sheet === null ? <Closed detail={detail} why={say('check.noSheet')} /> : <Run detail={detail} sheet={sheet} />;
};
