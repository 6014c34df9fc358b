// 全部: every item of a place in one look.
import type { ReactElement } from 'react';
import { Section, Tag } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { answerKey } from './answers.ts';
import type { Asked, Run } from './answers.ts';
import { VerdictTag } from './item-block.tsx';

type OverviewProps = { asked: readonly Asked[]; run: Run; onPick: (key: string) => void };

export const Overview = ({ asked, run, onPick }: OverviewProps): ReactElement => (
  <Section title={say('check.all')}>
    <ul className="rows">
      {asked.map((one) => {
        const key = answerKey(one.place, one.item);
        const answer = run[key];
        return (
          <li key={key}>
            <button type="button" className="row folded" onClick={() => onPick(key)}>
              <span>
                {one.item.no} {one.item.text}
              </span>
              {answer === undefined ? (
                <Tag look="grey" icon="dashed">
                  {say('check.notYet')}
                </Tag>
              ) : (
                <VerdictTag verdict={answer.verdict} />
              )}
            </button>
          </li>
        );
      })}
    </ul>
  </Section>
);
