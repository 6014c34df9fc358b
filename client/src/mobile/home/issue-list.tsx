// What waits on others, or what is done: the rows behind the folded counts.
import type { ReactElement } from 'react';
import type { IssueRow } from '#contracts/issues.ts';
import { issueTitle } from '../finding/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip } from '../shell/index.ts';
import { boardRead, reload, useResource } from '../store/index.ts';
import { dayText } from '../time/index.ts';
import { Failed, Header, Loading, Row, Section, Tag } from '../ui/index.ts';
import { say } from '../words/index.ts';

const StateTag = ({ row }: { row: IssueRow }): ReactElement => {
  if (row.extensionPending)
    return (
      <Tag look="blue" icon="hourglass">
        {say('issue.extensionWaiting')}
      </Tag>
    );
  if (row.status === 'struckOff' || row.status === 'watching')
    return (
      <Tag look="green" icon="check">
        {say('home.done')}
      </Tag>
    );
  return (
    <Tag look="blue" icon="hourglass">
      {say(row.state === 'evidenceSubmitted' ? 'home.waiting' : 'issue.verifying')}
    </Tag>
  );
};

export const IssueList = ({ which }: { which: 'waiting' | 'done' }): ReactElement => {
  const board = useResource(boardRead());
  const rows = board.value?.[which];
  const title = say(which === 'waiting' ? 'home.waiting' : 'home.done');
  return (
    <>
      <Header title={title} back={linkTo()} />
      <NetworkStrip />
      <main>
        {rows === undefined &&
          (board.error === null ? <Loading /> : <Failed error={board.error} onRetry={() => reload('board')} />)}
        {rows !== undefined && (
          <Section {...(rows.length === 0 ? {} : { title: say('home.count', { n: rows.length }) })}>
            {rows.length === 0 && (
              <p className="muted">{say(which === 'waiting' ? 'home.noneWaiting' : 'home.noneDone')}</p>
            )}
            <ul className="rows">
              {rows.map((row) => (
                <Row
                  key={row.id}
                  href={linkTo('issue', row.id)}
                  title={issueTitle(row)}
                  fact={row.siteName ?? row.unitName}
                  tags={
                    <>
                      <StateTag row={row} />
                      {row.struckOffAt !== null && (
                        <span>{say('issue.struckOff', { day: dayText(row.struckOffAt) })}</span>
                      )}
                    </>
                  }
                />
              ))}
            </ul>
          </Section>
        )}
      </main>
    </>
  );
};
