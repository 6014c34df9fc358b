// What the strip and the queue say about what waits.
import { describe, expect, it } from '@jest/globals';
import { summarise, unsent } from '../../../../client/src/mobile/outbox/summary.ts';
import { bytesLeft, groupsOf } from '../../../../client/src/mobile/queue/lines.ts';
import { newsOf } from '../../../../client/src/mobile/shell/network-strip.tsx';
import type { SendState, Upload } from '../../../../client/src/mobile/store/index.ts';

const upload = (id: string, state: SendState, bytes = 1000): [string, Upload] => [
  id,
  {
    id,
    title: id,
    state,
    tries: 0,
    reason: '',
    refused: false,
    addedAt: 0,
    sentAt: 0,
    blob: null,
    bytes,
    fields: { clientId: id, kind: 'photo', phase: 'after', label: id },
    evidenceId: null,
    url: '',
    thumbUrl: '',
  },
];
const boxOf = (...uploads: [string, Upload][]) => ({
  uploads: new Map(uploads),
  submissions: new Map(),
  progress: new Map([['b', 0.5]]),
});

describe('the box', () => {
  const box = boxOf(
    upload('a', 'sent'),
    upload('b', 'sending'),
    upload('c', 'failed'),
    upload('d', 'held'),
    upload('e', 'waiting'),
  );

  it('counts what is in, out and failed, without what is still being filled in', () => {
    expect(summarise(box)).toMatchObject({ total: 4, sent: 1, open: 2, failed: 1 });
    expect(unsent(summarise(box))).toBe(3);
  });

  it('is grouped by what a person must do', () => {
    const { failed, running, sent } = groupsOf(box);
    expect([failed, running, sent].map((lines) => lines.map((line) => line.id))).toEqual([['c'], ['b', 'e'], ['a']]);
  });

  it('says how much is still to go', () => {
    expect(bytesLeft(groupsOf(box))).toBe(2500);
  });
});

describe('the strip', () => {
  const idle = summarise(boxOf());
  it('is silent when all is sent and the line is up', () => {
    expect(newsOf('up', idle, false)).toBeNull();
  });

  it('is calm about a missing network and red only for a failure', () => {
    expect(newsOf('noNetwork', idle, true)).toMatchObject({
      look: '',
      strong: '没有网络',
      rest: '也能填，有网自动上传',
    });
    expect(newsOf('noServer', idle, false)).toMatchObject({ strong: '连不上服务器', rest: '，看到的是上次的内容' });
    expect(newsOf('noNetwork', summarise(boxOf(upload('c', 'failed'))), true)).toMatchObject({
      look: 'failed',
      strong: '1项没传上去',
    });
  });

  it('counts what is on its way', () => {
    const news = newsOf('up', summarise(boxOf(upload('a', 'sent'), upload('b', 'sending'))), false);
    expect(news).toMatchObject({ look: 'sending', strong: '上传中 1/2' });
  });
});
