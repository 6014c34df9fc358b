import { afterEach, describe, expect, it } from '@jest/globals';
import fc, { type JsonValue } from 'fast-check';
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decoder } from '../../../../server/engine/log/decoder.ts';
import { Encoder } from '../../../../server/engine/log/encoder.ts';
import { FileLog, type LogStep } from '../../../../server/engine/log/index.ts';
import { temporaryDirectory } from '../support/harness.ts';

const directories: string[] = [];
const directory = (): string => {
  const made = temporaryDirectory();
  directories.push(made);
  return made;
};
afterEach(() => directories.splice(0).forEach((path) => rmSync(path, { recursive: true, force: true })));

const step = (position: number): LogStep => ({
  position,
  source: position,
  lastPosition: position,
  wasDeferred: false,
  lastKey: 2 ** 51 + position,
  timestamp: 1_700_000_000_000,
  events: [],
  deferred: [],
});

async function open(path: string, segmentSize?: number): Promise<{ log: FileLog; replayed: number[] }> {
  const replayed: number[] = [];
  const log = await FileLog.open({
    directory: path,
    from: 0,
    replay: ({ position }) => replayed.push(position),
    ...(segmentSize === undefined ? {} : { segmentSize }),
  });
  return { log, replayed };
}

const lastFile = (path: string): string => join(path, readdirSync(path).sort().at(-1) ?? '');

describe('the log', () => {
  it('gives back any JSON value as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const encoder = new Encoder();
        encoder.value([value, value]);
        const [first, second] = new Decoder(encoder.bytes()).value() as unknown[];
        expect(first).toEqual(value);
        expect(second).toEqual(value);
      }),
      // a name that an assignment would take for the prototype
      {
        examples: [[JSON.parse('{"__proto__":0}') as JsonValue], [JSON.parse('[{"__proto__":{"a":1}}]') as JsonValue]],
      },
    );
  });

  it('keeps the order of concurrent appends and gives them back after it is opened again', async () => {
    const path = directory();
    const { log } = await open(path);
    await Promise.all(Array.from({ length: 50 }, (_, index) => log.append([step(index + 1)])));
    await log.close();
    const again = await open(path);
    expect(again.replayed).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    await again.log.close();
  });

  it('cuts off an append that a crash left unfinished and goes on behind the last whole one', async () => {
    const path = directory();
    const { log } = await open(path);
    await log.append([step(1)]);
    await log.append([step(2)]);
    await log.close();
    appendFileSync(lastFile(path), Buffer.from([200, 0, 0, 0, 1, 2, 3, 4, 9, 9]));
    const again = await open(path);
    expect(again.replayed).toEqual([1, 2]);
    await again.log.append([step(3)]);
    await again.log.close();
    const third = await open(path);
    expect(third.replayed).toEqual([1, 2, 3]);
    await third.log.close();
  });

  it('refuses to guess when bytes in the middle are damaged', async () => {
    const path = directory();
    const { log } = await open(path);
    await log.append([step(1)]);
    await log.append([step(2)]);
    await log.close();
    const bytes = readFileSync(lastFile(path));
    bytes[20] = (bytes[20] ?? 0) ^ 0xff;
    writeFileSync(lastFile(path), bytes);
    await expect(open(path)).rejects.toThrow('is damaged in the middle');
  });

  it('refuses a file that a newer version wrote, in words', async () => {
    const path = directory();
    const { log } = await open(path);
    await log.append([step(1)]);
    await log.close();
    const bytes = readFileSync(lastFile(path));
    bytes[4] = 9;
    writeFileSync(lastFile(path), bytes);
    await expect(open(path)).rejects.toThrow('was written in log format 9');
  });

  it('begins new files as it grows and drops those that nobody needs', async () => {
    const path = directory();
    const { log } = await open(path, 200);
    for (let position = 1; position <= 30; position += 1) await log.append([step(position)]);
    expect(readdirSync(path).length).toBeGreaterThan(3);
    await log.trim(29);
    await log.close();
    expect(readdirSync(path).length).toBeLessThan(3);
    expect(statSync(lastFile(path)).size).toBeGreaterThan(0);
    const again = await open(path);
    expect(again.replayed.at(-1)).toBe(30);
    await again.log.close();
  });

  it('shows a reader everything that is durable, across files, in order', async () => {
    const path = directory();
    const { log } = await open(path, 200);
    const reader = log.reader(4);
    for (let position = 1; position <= 20; position += 1) await log.append([step(position)]);
    const seen: number[] = [];
    for (let steps = await reader.next(); steps !== undefined; steps = await reader.next())
      seen.push(...steps.map(({ position }) => position));
    expect(seen).toEqual(Array.from({ length: 16 }, (_, index) => index + 5));
    await reader.close();
    await log.close();
  });
});
