// The queue: one sentence how it stands, then what failed, what is on its way, what the server has.
import { useState } from 'react';
import type { ReactElement } from 'react';
import { currentBox, dropSubmission, dropUpload, retryFailed, useBox } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { useOnline } from '../shell/index.ts';
import { businessTime, clockText } from '../time/index.ts';
import { Bar, Header, Icon, Section } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { exportBackup } from './backup.ts';
import { bytesLeft, groupsOf } from './lines.ts';
import type { Line } from './lines.ts';

const kilobytes = (bytes: number): string => say('queue.kb', { n: Math.max(1, Math.round(bytes / 1024)) });

const drop = (line: Line): Promise<void> => (line.kind === 'upload' ? dropUpload(line.id) : dropSubmission(line.id));

const FailedLine = ({ line }: { line: Line }): ReactElement => {
  const [asking, setAsking] = useState(false);
  return (
    <li className="line">
      <Icon name="warning" />
      <div>
        <p>{line.title}</p>
        <p className="muted">{line.reason}</p>
        {asking ? (
          <div className="photo-acts">
            <b className="icon-button">{say('queue.deleteAsk')}</b>
            <button type="button" className="button danger" onClick={() => void drop(line)}>
              {say('act.delete')}
            </button>
            <button type="button" className="button" onClick={() => setAsking(false)}>
              {say('photo.leave')}
            </button>
          </div>
        ) : (
          <div className="photo-acts">
            {line.refused && line.kind === 'submission' ? (
              <a className="button" href={linkTo('task', line.target)}>
                {say('queue.look')}
              </a>
            ) : (
              <button type="button" className="button" onClick={() => void retryFailed(true)}>
                {say('act.retry')}
              </button>
            )}
            <button type="button" className="button" onClick={() => setAsking(true)}>
              {say('act.delete')}
            </button>
          </div>
        )}
      </div>
    </li>
  );
};

const RunningLine = ({ line }: { line: Line }): ReactElement => (
  <li className="line">
    <Icon name={line.state === 'sending' ? 'cloud' : 'hourglass'} />
    <div>
      <p>{line.title}</p>
      <p className="muted">
        {line.state === 'sending' && line.bytes > 0
          ? say('queue.percent', { n: Math.round(line.fraction * 100), all: kilobytes(line.bytes) })
          : say(line.state === 'sending' ? 'queue.sending' : 'queue.waits', {
              all: line.bytes > 0 ? kilobytes(line.bytes) : '',
            })}
      </p>
    </div>
  </li>
);

const SentLine = ({ line }: { line: Line }): ReactElement => (
  <li className="line sent">
    <Icon name="check" />
    <div>
      <p>{line.title}</p>
      <p className="muted">{clockText(businessTime(line.sentAt))}</p>
    </div>
  </li>
);

export const QueuePage = (): ReactElement => {
  const box = useBox();
  const online = useOnline();
  const groups = groupsOf(box);
  const total = groups.failed.length + groups.running.length + groups.sent.length;
  const left = bytesLeft(groups);
  const busy = groups.failed.length + groups.running.length > 0;
  const headline =
    total === 0 || !busy
      ? say('queue.empty')
      : say(groups.failed.length > 0 ? 'queue.sumFailed' : 'queue.sum', {
          all: total,
          done: groups.sent.length,
          failed: groups.failed.length,
        });
  return (
    <>
      <Header title={say('queue.title')} back={linkTo()}>
        {!online && (
          <span className="badge">
            <Icon name="offline" />
            {say('net.offlineShort')}
          </span>
        )}
      </Header>
      <main>
        <Section>
          <h2 role="status">{headline}</h2>
          {total === 0 && <p className="muted">{say('queue.emptyHint')}</p>}
          {busy && (
            <div className="meter">
              <i style={{ width: `${(groups.sent.length / Math.max(1, total)) * 100}%` }} />
            </div>
          )}
          {busy && (
            <p className="muted">{online ? say('queue.left2', { all: kilobytes(left) }) : say('net.offlineQueue')}</p>
          )}
        </Section>
        {groups.failed.length > 0 && (
          <Section title={say('queue.failed')} small={say('queue.stillHere', { n: groups.failed.length })}>
            <ul className="rows lines">
              {groups.failed.map((line) => (
                <FailedLine key={line.id} line={line} />
              ))}
            </ul>
          </Section>
        )}
        {groups.running.length > 0 && (
          <Section title={say(online ? 'queue.running' : 'queue.later')}>
            <ul className="rows lines">
              {groups.running.map((line) => (
                <RunningLine key={line.id} line={line} />
              ))}
            </ul>
          </Section>
        )}
        {groups.sent.length > 0 && (
          <Section title={say('queue.sent')} small={say('queue.confirmed', { n: groups.sent.length })}>
            <ul className="rows lines">
              {groups.sent.map((line) => (
                <SentLine key={line.id} line={line} />
              ))}
            </ul>
          </Section>
        )}
        {busy && (
          <Section>
            <button type="button" className="button" onClick={() => void exportBackup(currentBox())}>
              <Icon name="save" />
              {say('queue.backup')}
            </button>
          </Section>
        )}
      </main>
      {groups.failed.length > 0 && (
        <Bar hint={<span>{say('queue.noLeaving')}</span>}>
          <button type="button" className="primary" onClick={() => void retryFailed(true)}>
            <Icon name="again" />
            {say('queue.retryAll')}
          </button>
        </Bar>
      )}
    </>
  );
};
