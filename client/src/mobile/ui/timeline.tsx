// What happened, newest first.
import type { ReactElement } from 'react';
import type { LifeEvent } from '#contracts/issues.ts';
import { momentText } from '../time/index.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';

const byTone: Readonly<Record<LifeEvent['tone'], IconName>> = {
  done: 'check',
  current: 'pen',
  warn: 'bell',
  bad: 'returned',
  plain: 'paper',
  relapse: 'again',
};

export const Timeline = ({ events }: { events: readonly LifeEvent[] }): ReactElement => (
  <ol className="timeline">
    {events.map((event) => (
      <li key={`${event.at}${event.title}`} className={event.tone}>
        <Icon name={byTone[event.tone]} />
        <p>{event.title}</p>
        {event.detail !== '' && <p className="muted">{event.detail}</p>}
        <p className="meta">
          {momentText(event.at)} {event.by}
        </p>
      </li>
    ))}
  </ol>
);
