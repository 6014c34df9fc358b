// What passed last time: shown with what was written, not to be changed.
import type { ReactElement } from 'react';
import type { IssueDetail } from '#contracts/issues.ts';
import type { Step } from '../guide/index.ts';
import { Section, Tag } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { causeOf } from './answer.ts';
import type { Answer } from './answer.ts';

const wordsOf = (id: string, answer: Answer, issue: IssueDetail): string => {
  if (id === 'did') return answer.did;
  if (id === 'cause') return causeOf(answer);
  if (id !== 'declared') return '';
  return issue.measured
    .map((item) => `${item.label} ${answer.declared[item.code] ?? say('finding.unknown')}${item.unit}`)
    .join(say('list.comma'));
};

type PassedProps = { steps: readonly Step[]; answer: Answer; issue: IssueDetail };

export const Passed = ({ steps, answer, issue }: PassedProps): ReactElement | null =>
  steps.length === 0 ? null : (
    <Section title={say('reply.passedTitle')} small={say('reply.passedHint')}>
      <ul className="rows">
        {steps.map((step) => (
          <li key={step.id}>
            <div className="row">
              <span className="tags">
                <Tag look="green" icon="check">
                  {say('reply.passed')}
                </Tag>
                <b>{step.title}</b>
              </span>
              <p>{wordsOf(step.id, answer, issue)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
