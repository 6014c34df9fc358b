// The strip under the head: only there when the network or the box has something to say.
import type { ReactElement } from 'react';
import { summarise, useBox } from '../outbox/index.ts';
import type { Summary } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { Icon } from '../ui/index.ts';
import type { IconName } from '../ui/index.ts';
import { say } from '../words/index.ts';
import { useLine } from './line.ts';
import type { Line } from './line.ts';

type News = { look: string; icon: IconName; strong: string; rest: string };

export const newsOf = (line: Line, box: Summary, filling: boolean): News | null => {
  if (box.failed > 0)
    return {
      look: 'failed',
      icon: 'warning',
      strong: say('net.failed', { n: box.failed }),
      rest: say('net.stillHere'),
    };
  if (line !== 'up') {
    const rest = box.open > 0 ? say('net.waiting', { n: box.open }) : say(filling ? 'net.canFill' : 'net.canLook');
    return { look: '', icon: 'offline', strong: say(line === 'noServer' ? 'net.noServer' : 'net.offline'), rest };
  }
  if (box.open > 0)
    return { look: 'sending', icon: 'cloud', strong: say('net.sending', { done: box.sent, all: box.total }), rest: '' };
  return null;
};

export const NetworkStrip = ({ filling = false }: { filling?: boolean }): ReactElement => {
  const news = newsOf(useLine(), summarise(useBox()), filling);
  // Always there: a reader of the screen is told only what changes inside a status it knows.
  return (
    <div role="status">
      {news !== null && (
        <a className={`strip ${news.look}`} href={linkTo('queue')}>
          <Icon name={news.icon} />
          <span>
            <b>{news.strong}</b>
            {news.rest}
          </span>
          <span className="look">
            {say('act.look')}
            <Icon name="right" />
          </span>
        </a>
      )}
    </div>
  );
};
