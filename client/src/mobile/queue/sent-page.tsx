// After handing in: waiting, then in, said only when the server has counted everything.
import type { ReactElement } from 'react';
import { useBox } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { NetworkStrip, useOnline } from '../shell/index.ts';
import { proofIn, uploadOf } from '../store/index.ts';
import { businessTime, clockText } from '../time/index.ts';
import { Bar, Header, Icon, Section, Tag } from '../ui/index.ts';
import { say } from '../words/index.ts';

const photosText = (sent: number, all: number): string =>
  all === 0 ? '' : say(sent === all ? 'sent.allPhotos' : 'sent.somePhotos', { sent, all });

export const SentPage = ({ id }: { id: string }): ReactElement => {
  const box = useBox();
  const online = useOnline();
  const submission = box.submissions.get(id);
  const proof = submission === undefined ? [] : proofIn(submission.body);
  const there = proof.filter((ref) => {
    const upload = uploadOf(ref);
    return upload === null || box.uploads.get(upload)?.state === 'sent';
  }).length;
  const state = submission?.state ?? 'sent';
  const look = { sent: 'green', failed: 'red', waiting: 'grey', sending: 'blue', held: 'grey' } as const;
  const icon = { sent: 'check', failed: 'warning', waiting: 'cloud', sending: 'cloud', held: 'cloud' } as const;
  const word =
    state === 'sent' ? 'sent.done' : state === 'failed' ? 'sent.failed' : online ? 'sent.sending' : 'sent.waiting';
  return (
    <>
      <Header title={submission?.title ?? say('queue.title')} back={linkTo()} />
      <NetworkStrip />
      <main>
        <Section>
          <p role="status">
            <Tag look={look[state]} icon={icon[state]}>
              {say(word)}
            </Tag>
          </p>
          <p>{photosText(there, proof.length)}</p>
          {state === 'sent' && submission !== undefined && (
            <p className="muted">{say('sent.at', { time: clockText(businessTime(submission.sentAt)) })}</p>
          )}
          {state === 'failed' && <p className="because">{submission?.reason}</p>}
          {(state === 'waiting' || state === 'sending') && (
            <p className="muted">{say(online ? 'sent.stay' : 'sent.later')}</p>
          )}
        </Section>
        {submission !== undefined && submission.issueId !== '' && (
          <Section>
            <a className="link" href={linkTo('issue', submission.issueId)}>
              <Icon name="list" />
              {say('task.wholeIssue')}
            </a>
          </Section>
        )}
      </main>
      <Bar>
        <a className="primary" href={state === 'failed' ? linkTo('queue') : linkTo()}>
          {say(state === 'failed' ? 'finding.seeQueue' : 'act.home')}
        </a>
      </Bar>
    </>
  );
};
