// What is on the phone before work starts: complete and since when, room left, or what is wrong with it.
import type { ReactElement } from 'react';
import { businessTime, clockText } from '../time/index.ts';
import { Icon, Section } from '../ui/index.ts';
import { say } from '../words/index.ts';
import type { Pack } from './pack.ts';

type PackLineProps = { pack: Pack; visits: number; others: number };

export const PackLine = ({ pack, visits, others }: PackLineProps): ReactElement => {
  if (pack.state === 'loading') return <p className="progress meta">{say('pack.loading')}</p>;
  if (pack.state === 'stale')
    return (
      <div className="because">
        <b>{say('pack.stale')}</b>
        <p>
          <button type="button" className="button" onClick={pack.load}>
            {say('pack.load')}
          </button>
        </p>
      </div>
    );
  return (
    <Section>
      <div className="ticks">
        <p className="chips">
          <Icon name="check" />
          <b>{say('pack.ready')}</b>
        </p>
      </div>
      <p className="muted">{say('pack.what', { visits, others })}</p>
      <p className="muted">
        {say('pack.at', { time: clockText(businessTime(pack.at)) })}
        {pack.room === 'enough' && say('pack.room')}
      </p>
      {pack.room === 'low' && <p className="error">{say('pack.noRoom')}</p>}
      {!globalThis.isSecureContext && <p className="error">{say('pack.insecure')}</p>}
    </Section>
  );
};
