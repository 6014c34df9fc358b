// The blocks of an answer, all of them or only those that came back.
import type { ReactElement } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import type { TaskDetail } from '#contracts/tasks.ts';
import { fieldsOf } from '../form/index.ts';
import type { Step } from '../guide/index.ts';
import type { NewUpload } from '../outbox/index.ts';
import { say } from '../words/index.ts';
import { DeclaredBlock } from './declared-block.tsx';
import { PhotoBlock } from './photo-block.tsx';
import { ReasonBubble } from './reason-bubble.tsx';
import { SignBlock } from './sign-block.tsx';
import { wordOn } from './steps.ts';
import type { ReturnedItem, Review } from './returned.ts';
import type { Filling } from './use-answer.ts';
import { CauseBlock, DidBlock } from './word-blocks.tsx';

type BlocksProps = {
  detail: TaskDetail;
  issue: IssueDetail;
  filling: Filling;
  steps: readonly Step[];
  review: Review | null;
  numbered: boolean;
};
type BlockProps = BlocksProps & { step: Step; no: number };

export const uploadFor = (
  detail: TaskDetail,
  kind: 'photo' | 'signature',
  phase: NewUpload['phase'],
  label: string,
): NewUpload => ({
  kind,
  phase,
  label,
  title: label,
  taskKey: detail.task.key,
  ...(detail.task.issueId === null ? {} : { issueId: detail.task.issueId }),
  ...(detail.task.caseId === null ? {} : { caseId: detail.task.caseId }),
  ...(detail.task.inspectionId === null ? {} : { inspectionId: detail.task.inspectionId }),
});

/** What the model lets a person sign, else our own words. */
const statementOf = (detail: TaskDetail): string => {
  const given = fieldsOf(detail.form).find((field) => field.kind === 'signature')?.statement ?? '';
  return given === '' ? say('reply.statement') : given;
};

const below = (word: ReturnedItem | undefined): ReactElement | null =>
  word === undefined ? null : <ReasonBubble item={word} />;

const Block = ({ detail, issue, filling, step, no, review, numbered }: BlockProps): ReactElement | null => {
  const { answer, first, set } = filling;
  const word = review === null ? undefined : wordOn(step, review, first);
  const shared = { ...(numbered ? { no } : {}), done: step.done, below: below(word) };
  const slot = filling.slots.find((one) => one.key === step.id);
  if (slot !== undefined)
    return (
      <PhotoBlock
        {...(numbered ? { no } : {})}
        slot={slot}
        value={answer.photos.slots[slot.key] ?? null}
        known={issue.evidence}
        upload={uploadFor(detail, 'photo', slot.phase, slot.label)}
        returned={word}
        by={review?.by ?? ''}
        onChange={(ref) => filling.setPhoto(slot.key, ref)}
      />
    );
  switch (step.id) {
    case 'declared':
      return (
        <DeclaredBlock
          {...shared}
          items={issue.measured}
          values={answer.declared}
          onChange={(declared) => set({ declared })}
        />
      );
    case 'did':
      return <DidBlock {...shared} issue={issue} answer={answer} onChange={(did) => set({ did })} />;
    case 'cause':
      return <CauseBlock {...shared} issue={issue} answer={answer} onChange={set} />;
    case 'signature':
      return (
        <SignBlock
          {...shared}
          title={say('reply.signature')}
          statement={statementOf(detail)}
          upload={uploadFor(detail, 'signature', 'record', say('reply.signature'))}
          value={answer.signature}
          onChange={(signature) => set({ signature })}
        />
      );
    default:
      return null;
  }
};

export const Blocks = (props: BlocksProps): ReactElement => (
  <>
    {props.steps.map((step, index) => (
      <Block key={step.id} {...props} step={step} no={index + 1} />
    ))}
  </>
);
