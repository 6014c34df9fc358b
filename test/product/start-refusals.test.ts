// What an operator gets wrong at the start: one plain sentence each, in Chinese and English, and exit code 1.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../support/product.ts';

const root = join(fileURLToPath(new URL('.', import.meta.url)), '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'refusals-'));
const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});
let count = 0;
const ownFolder = (): string => join(folder, String((count += 1)));

type Ended = { readonly code: number | null; readonly said: string };
const start = (env: Readonly<Record<string, string>>, args: readonly string[] = ['dist/server/main.js']) =>
  new Promise<Ended>((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        SEED: 'none',
        PORT: '0',
        DATA_DIR: ownFolder(),
        LOG_LEVEL: 'silent',
        ...env,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.once('exit', (code) => resolve({ code, said: Buffer.concat(said).toString('utf8').trim() }));
  });
const refused = async (ended: Promise<Ended>, ...words: readonly (string | RegExp)[]): Promise<void> => {
  const { code, said } = await ended;
  expect({ code, said }).toMatchObject({ code: 1 });
  for (const word of words) expect(said).toMatch(word);
  // one sentence, not a stack
  expect(said.split('\n').length).toBeLessThanOrEqual(2);
  expect(said).not.toMatch(/\n\s+at |node:internal/);
  expect(said).toMatch(/[一-鿿]/);
  expect(said).toMatch(/[A-Za-z]{4}/);
};
const busyPort = async (): Promise<number> => {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

describe('a start', () => {
  it('on a busy port says so before anything slow', async () => {
    const port = await busyPort();
    await refused(start({ PORT: String(port) }), String(port), /占用/, /set PORT/);
  }, 60_000);
  it('on a busy port for records names its setting', async () => {
    await refused(start({ RECORDS_PORT: String(await busyPort()) }), /RECORDS_PORT/);
  }, 120_000);
  it('on a data directory in use names the process that uses it', async () => {
    const dataDir = mkdtempSync(join(folder, 'used-'));
    writeFileSync(join(dataDir, 'server.lock'), String(process.pid));
    await refused(start({ DATA_DIR: dataDir }), String(process.pid), /停止/, /DATA_DIR/);
  }, 60_000);
  it('on a data directory that cannot be made says what to choose', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await refused(start({ DATA_DIR: join(file, 'data') }), /DATA_DIR/, /数据目录/);
  }, 60_000);
  it('with a Zeebe that cannot be reached names its address', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    await refused(
      start({ ZEEBE_ADDRESS: address, RECORDS_PASSWORD: 'a long enough password' }),
      address,
      /ZEEBE_ADDRESS/,
    );
  }, 120_000);
  it('with a MongoDB that cannot be reached says so, and keeps its password to itself', async () => {
    const port = await freePort();
    const uri = `mongodb://someone:hush-hush@127.0.0.1:${port}/x?serverSelectionTimeoutMS=800`;
    const ended = start({ MONGODB_URI: uri });
    await refused(ended, /MONGODB_URI/, String(port));
    expect((await ended).said).not.toContain('hush-hush');
  }, 120_000);
  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['SEED', 'all'],
    ['ZEEBE_ADDRESS', 'http://x'],
    ['MONGODB_URI', 'postgres://x'],
    ['SESSION_SECRET', 'short'],
    ['RECORDS_PASSWORD', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['CLOCK_CONTROLLED', 'maybe'],
  ])(
    'with %s=%s names the setting and what it takes',
    async (name, value) => {
      await refused(start({ [name]: value }), name);
    },
    60_000,
  );
  it('open to the network needs a secret of its own, and never demo accounts', async () => {
    await refused(start({ HOST: '0.0.0.0' }), /SESSION_SECRET/);
    await refused(start({ HOST: '0.0.0.0', SESSION_SECRET: 'x'.repeat(40), DEMO: 'true' }), /DEMO/);
  }, 60_000);
  it('with an external Zeebe needs a password for its records', async () => {
    await refused(start({ ZEEBE_ADDRESS: '127.0.0.1:1' }), /RECORDS_PASSWORD/);
  }, 60_000);
  it('on a Node that is too old says which one is needed', async () => {
    const old = join(folder, 'old-node.mjs');
    writeFileSync(old, `Object.defineProperty(process.versions, 'node', { value: '18.20.0' });\n`);
    await refused(start({}, ['--import', old, 'scripts/start.mjs']), /20\.19/, /18\.20\.0/);
  }, 60_000);
});
