// The strip under the head: only there when the network or the box has something to say.
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { summarise, useBox } from '../outbox/index.ts';
import type { Summary } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { Icon } from '../ui/index.ts';
import type { IconName } from '../ui/index.ts';
import { say } from '../words/index.ts';

const watchLine = (tell: () => void): (() => void) => {
  window.addEventListener('online', tell);
  window.addEventListener('offline', tell);
  return () => {
    window.removeEventListener('online', tell);
    window.removeEventListener('offline', tell);
  };
};
export const useOnline = (): boolean =>
  useSyncExternalStore(
    watchLine,
    () => navigator.onLine,
    () => true,
  );

type News = { look: string; icon: IconName; strong: string; rest: string };

export const newsOf = (online: boolean, box: Summary, filling: boolean): News | null => {
  if (box.failed > 0)
    return {
      look: 'failed',
      icon: 'warning',
      strong: say('net.failed', { n: box.failed }),
      rest: say('net.stillHere'),
    };
  if (!online) {
    const rest = box.open > 0 ? say('net.waiting', { n: box.open }) : say(filling ? 'net.canFill' : 'net.canLook');
    return { look: '', icon: 'offline', strong: say('net.offline'), rest };
  }
  if (box.open > 0)
    return { look: 'sending', icon: 'cloud', strong: say('net.sending', { done: box.sent, all: box.total }), rest: '' };
  return null;
};

export const NetworkStrip = ({ filling = false }: { filling?: boolean }): ReactElement | null => {
  const news = newsOf(useOnline(), summarise(useBox()), filling);
  if (news === null) return null;
  return (
    <a className={`strip ${news.look}`} href={linkTo('queue')} role="status">
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
  );
};
