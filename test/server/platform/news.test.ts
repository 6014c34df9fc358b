// Live news over a real line: who hears what, and from when on.
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import type { Change } from '../../../server/contracts/realtime.ts';
import { startNews, type News } from '../../../server/platform/realtime/news.ts';
import type { Actor, ChangeNews } from '../../../server/platform/slice.ts';
import { person } from '../../support/store.ts';

let http: Server;
let news: News;
let port = 0;
const people = new Map<string, Actor>();
const lines: Socket[] = [];

beforeAll(async () => {
  http = createServer();
  news = startNews(http, async (cookie) => people.get(cookie) ?? null);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(() => {
  for (const line of lines.splice(0)) line.close();
});
afterAll(async () => {
  await news.stop();
});

/** What the person's open page hears. */
async function opens(name: string): Promise<{ heard: string[]; line: Socket }> {
  const line = io(`http://127.0.0.1:${port}`, {
    path: '/live',
    transports: ['websocket'],
    extraHeaders: { cookie: name },
    forceNew: true,
  });
  lines.push(line);
  const heard: string[] = [];
  line.on('change', ({ id }: Change) => heard.push(id));
  await new Promise<void>((resolve, reject) => {
    line.once('connect', resolve);
    line.once('connect_error', reject);
  });
  return { heard, line };
}
const told = (id: string, to: readonly string[], except: readonly string[] = []): ChangeNews => ({
  topic: 'task',
  id,
  what: 'created',
  to,
  except,
});
/** Lines are in order: when the last word is there, all before it were. */
const afterLastWord = async ({ heard }: { heard: string[] }, group: string): Promise<string[]> => {
  news.tell([told('last', [group])]);
  while (!heard.includes('last')) await new Promise((resume) => setTimeout(resume, 5));
  return heard.filter((id) => id !== 'last');
};

describe('an open page', () => {
  it('hears once what is told to two groups of its person, and nothing told to others', async () => {
    people.set('leader', person('leader', ['team-leader:t1', 'everyone']));
    const page = await opens('leader');
    news.tell([told('a', ['team-leader:t1', 'everyone']), told('b', ['office'])]);
    expect(await afterLastWord(page, 'everyone')).toEqual(['a']);
  });

  it('hears nothing that its place must not hear', async () => {
    people.set('borrowed', person('borrowed', ['office', 'everyone'], { orgId: 'u1' }));
    const page = await opens('borrowed');
    news.tell([told('hidden', ['office'], ['u1']), told('open', ['office'])]);
    expect(await afterLastWord(page, 'everyone')).toEqual(['open']);
  });

  it('hears what its person may hear now, as soon as posts change, without being opened again', async () => {
    people.set('moved', person('moved', ['team-leader:t1', 'everyone']));
    const page = await opens('moved');
    people.set('moved', person('moved', ['team-leader:t2', 'everyone']));
    await news.rightsChanged();
    news.tell([told('old team', ['team-leader:t1']), told('new team', ['team-leader:t2'])]);
    expect(await afterLastWord(page, 'everyone')).toEqual(['new team']);
  });

  it('is cut off when its person may not come in any more', async () => {
    people.set('gone', person('gone', ['everyone']));
    const { line } = await opens('gone');
    const cut = new Promise((resolve) => line.once('disconnect', resolve));
    people.delete('gone');
    await news.rightsChanged();
    await cut;
    expect(line.connected).toBe(false);
  });

  it('of nobody is refused', async () => {
    await expect(opens('stranger')).rejects.toThrow('not_signed_in');
  });
});
