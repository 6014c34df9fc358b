// How much time is left, by the server's count.
import type { ReactElement } from 'react';
import type { Due } from '#contracts/due.ts';
import { say } from '../words/index.ts';
import { Tag } from './tag.tsx';

export const DueTag = ({ due }: { due: Due }): ReactElement => {
  if (due.state === 'overdue')
    return (
      <Tag look="solid-red" icon="alert">
        {say('due.overdue', { n: Math.abs(due.days) })}
      </Tag>
    );
  if (due.state === 'today')
    return (
      <Tag look="solid-amber" icon="calendar">
        {say('due.today')}
      </Tag>
    );
  return (
    <Tag look={due.state === 'soon' ? 'amber' : 'grey'} icon="clock">
      {say('due.left', { n: due.days })}
    </Tag>
  );
};
