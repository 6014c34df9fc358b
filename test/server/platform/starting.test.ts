// Before the product is ready every request gets an answer at once.
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { starting } from '../../../server/platform/http/starting.ts';

let server: Server;
let url = '';
beforeAll(async () => {
  server = createServer(starting);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('while the product starts', () => {
  it('tells a person in Chinese that the page will open by itself, and makes it do so', async () => {
    const response = await fetch(`${url}/inbox`, { headers: { accept: 'text/html' } });
    expect(response.status).toBe(503);
    const text = await response.text();
    expect(text).toContain('正在启动');
    expect(text).toContain('http-equiv="refresh"');
  });

  it('tells a program that it is not ready and when to ask again', async () => {
    const response = await fetch(`${url}/readyz`);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.json()).toMatchObject({ ready: false, message: { zh: '系统正在启动，请稍候再试。' } });
  });
});
