// 有不同意见，写说明: on every notice, before and after signing for it.
import { useState } from 'react';
import type { ReactElement } from 'react';
import type { EscalationDetail } from '#contracts/escalations.ts';
import { addSubmission } from '../outbox/index.ts';
import { goTo } from '../route/index.ts';
import { momentText } from '../time/index.ts';
import { Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';

const states = {
  waiting: 'notice.appealWaiting',
  upheld: 'notice.appealUpheld',
  refused: 'notice.appealRefused',
} as const;
const shortest = 4;

const Earlier = ({ appeal }: { appeal: EscalationDetail['appeals'][number] }): ReactElement => (
  <div className="quote">
    <p>{appeal.text}</p>
    <p className="muted">
      {momentText(appeal.at)} {say(states[appeal.state])} {appeal.opinion}
    </p>
  </div>
);

export const Appeal = ({ escalation }: { escalation: EscalationDetail }): ReactElement | null => {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [error, setError] = useState('');
  const send = async (): Promise<void> => {
    if (text.trim().length < shortest) return setError(say('notice.appealShort'));
    const title = say('notice.appealOf', { what: escalation.no });
    goTo(
      'sent',
      await addSubmission({ act: 'appeal', target: escalation.id, issueId: '', title, body: { text: text.trim() } }),
    );
  };
  return (
    <>
      {escalation.appeals.map((appeal) => (
        <Earlier key={appeal.at} appeal={appeal} />
      ))}
      {escalation.may.includes('appeal') && (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Icon name="speech" />
          {say('notice.appeal')}
        </button>
      )}
      {open && (
        <div className="unfold">
          <textarea aria-label={say('notice.appeal')} value={text} onChange={({ target }) => setText(target.value)} />
          {error !== '' && (
            <p className="error" role="alert">
              {error}
            </p>
          )}
          <div className="photo-acts">
            <button type="button" className="button" onClick={() => void send()}>
              {say('notice.appealSend')}
            </button>
          </div>
        </div>
      )}
    </>
  );
};
