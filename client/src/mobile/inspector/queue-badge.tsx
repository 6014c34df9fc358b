// What waits to leave the phone, always in sight of whoever works in the field.
import type { ReactElement } from 'react';
import { summarise, useBox } from '../outbox/index.ts';
import { linkTo } from '../route/index.ts';
import { useOnline } from '../shell/index.ts';
import { Icon } from '../ui/index.ts';
import { say } from '../words/index.ts';

export const QueueBadge = (): ReactElement => {
  const online = useOnline();
  const { open, failed, sent, total } = summarise(useBox());
  const look = failed > 0 ? 'failed' : online && open > 0 ? 'sending' : '';
  const words = [
    online ? '' : say('net.offlineShort'),
    failed > 0 ? say('net.failedShort', { n: failed }) : '',
    failed === 0 && open > 0
      ? online
        ? say('net.sending', { done: sent, all: total })
        : say('net.waitingShort', { n: open })
      : '',
  ].filter((word) => word !== '');
  return (
    <a className={`badge ${look}`} href={linkTo('queue')}>
      <Icon name={failed > 0 ? 'warning' : online ? (open > 0 ? 'cloud' : 'check') : 'offline'} />
      {words.length === 0 ? say('net.allSent') : words.join(say('list.dot'))}
    </a>
  );
};
