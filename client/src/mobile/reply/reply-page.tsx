// Answering a finding: blocks in one scroll, saved at once, handed in with or without a network.
import type { ReactElement } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { DraftConflict, SavedMark } from '../draft/index.ts';
import { issueTitle } from '../finding/index.ts';
import { ExtraFields, extraValues, useExtraFields } from '../form/index.ts';
import { GuideBar } from '../guide/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip, useOnline } from '../shell/index.ts';
import { momentText } from '../time/index.ts';
import { DueTag, Header, Loading, Section, Tag } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { bodyOf } from './answer.ts';
import { Blocks } from './blocks.tsx';
import { handIn } from './hand-in.ts';
import { Objection } from './objection.tsx';
import { Passed } from './passed.tsx';
import { reviewOf } from './returned.ts';
import type { Review } from './returned.ts';
import { returnedSteps, stepsOf } from './steps.ts';
import { useAnswer } from './use-answer.ts';

type ReplyProps = { detail: TaskDetail; issue: IssueDetail };
const known = ['did', 'cause', 'otherCause', 'percent', 'photos', 'documents', 'declared', 'signature'];

type HeadlineProps = ReplyProps & { review: Review; toDo: number; passed: number };
const Headline = ({ issue, review, toDo, passed }: HeadlineProps): ReactElement => (
  <Section>
    <p className="chips">
      {issue.due !== null && <DueTag due={issue.due} />}
      <Tag look="outline" icon="returned">
        {say('home.returned')}
      </Tag>
    </p>
    <h2>{review.narrow ? say('reply.onlyThese', { n: toDo, rest: passed }) : say('reply.lookAgain')}</h2>
    <p className="meta">{say('reply.returnedAt', { time: momentText(review.at), by: review.by })}</p>
    {(!review.narrow || review.general !== '') && <p className="because">{review.general}</p>}
  </Section>
);

export const ReplyPage = ({ detail, issue }: ReplyProps): ReactElement => {
  const online = useOnline();
  const filling = useAnswer(detail, issue);
  const extra = useExtraFields(detail.form, known, filling.draft.values ?? {});
  const review = reviewOf(issue);
  const all = [...stepsOf(issue, filling.slots, filling.answer), ...extra.steps];
  const narrow = review !== null && review.narrow;
  const asked = narrow ? returnedSteps(all, filling.answer, review, filling.first) : all;
  const passed = all.filter((step) => !asked.some((one) => one.id === step.id));
  const submit = (): Promise<void> =>
    handIn({
      taskKey: detail.task.key,
      issueId: issue.id,
      title: issueTitle(issue),
      values: { ...bodyOf(filling.answer), ...extraValues(extra, filling.draft.values ?? {}) },
    });
  return (
    <>
      <Header
        title={narrow ? issueTitle(issue) : say('reply.title')}
        {...(narrow ? {} : { sub: issueTitle(issue) })}
        back={linkTo('task', detail.task.key)}
      >
        <SavedMark draft={filling.draft} />
      </Header>
      <NetworkStrip filling />
      {filling.draft.values === null ? (
        <main>
          <Loading />
        </main>
      ) : (
        <main>
          <DraftConflict draft={filling.draft} />
          {review !== null && (
            <Headline detail={detail} issue={issue} review={review} toDo={asked.length} passed={passed.length} />
          )}
          <Blocks detail={detail} issue={issue} filling={filling} steps={asked} review={review} numbered={!narrow} />
          {!narrow && (
            <ExtraFields detail={detail} extra={extra} values={filling.draft.values} onChange={filling.set} />
          )}
          {narrow && <Passed steps={passed} answer={filling.answer} issue={issue} />}
          {review !== null && (
            <Objection value={filling.answer.objection} onChange={(objection) => filling.set({ objection })} />
          )}
        </main>
      )}
      <GuideBar steps={asked} submitLabel={say(online ? 'act.submit' : 'act.submitLater')} onSubmit={submit} />
    </>
  );
};
