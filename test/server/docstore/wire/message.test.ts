// The protocol itself: sections, flags, checksums, greetings of old drivers, and peers that talk nonsense.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deserialize, serialize } from 'bson';
import { crc32c } from '../../../../server/docstore/wire/crc32c.ts';
import { exchange, message, openTestStore, sendRaw } from '../harness.ts';
import type { TestStore } from '../harness.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => store.stop());

const body = (doc: object): Buffer => Buffer.concat([Buffer.from([0]), serialize(doc)]);
const flags = (value: number): Buffer => Buffer.from([value, 0, 0, 0]);

describe('the wire', () => {
  it('greets with a set name, so that drivers allow transactions', async () => {
    expect(await sendRaw(store.uri, { hello: 1, $db: 'admin' })).toMatchObject({
      isWritablePrimary: true,
      setName: 'docstore',
      logicalSessionTimeoutMinutes: 30,
      ok: 1,
    });
  });

  it('answers the old greeting', async () => {
    const query = Buffer.concat([
      flags(0),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(4),
      Buffer.from([255, 255, 255, 255]),
      serialize({ isMaster: 1 }),
    ]);
    const reply = await exchange(store.uri, message(2004, query));
    expect(reply.readInt32LE(12)).toBe(1);
    expect(deserialize(reply.subarray(36))).toMatchObject({ ismaster: true, ok: 1 });
  });

  it('takes documents as a sequence of their own', async () => {
    const documents = Buffer.concat([1, 2].map((n) => Buffer.from(serialize({ _id: n }))));
    const name = Buffer.from('documents\0');
    const size = Buffer.alloc(4);
    size.writeInt32LE(4 + name.length + documents.length);
    const sequence = Buffer.concat([Buffer.from([1]), size, name, documents]);
    const reply = await exchange(
      store.uri,
      message(2013, Buffer.concat([flags(0), body({ insert: 'sequence', $db: 'test' }), sequence])),
    );
    expect(deserialize(reply.subarray(21))).toMatchObject({ n: 2, ok: 1 });
    expect(await store.db.collection('sequence').countDocuments()).toBe(2);
  });

  it('checks a checksum that is there', async () => {
    const content = Buffer.concat([flags(1), body({ ping: 1, $db: 'admin' }), Buffer.alloc(4)]);
    const whole = message(2013, content);
    expect(await exchange(store.uri, Buffer.from(whole))).toHaveLength(0);
    whole.writeUInt32LE(crc32c(whole.subarray(0, -4)), whole.length - 4);
    expect(deserialize((await exchange(store.uri, whole)).subarray(21))).toMatchObject({ ok: 1 });
  });

  it('hangs up on what is no message, and goes on for others', async () => {
    expect(await exchange(store.uri, Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'))).toHaveLength(0);
    expect(
      await exchange(store.uri, message(2013, Buffer.concat([flags(0), Buffer.from([0, 255, 255, 0, 0])]))),
    ).toHaveLength(0);
    expect(await store.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('answers a body that is no BSON with an error', async () => {
    const broken = body({ find: 'x', $db: 'test', filter: { a: 1 } });
    broken[broken.length - 12] = 0x77;
    const reply = await exchange(store.uri, message(2013, Buffer.concat([flags(0), broken])));
    expect(deserialize(reply.subarray(21))).toMatchObject({ ok: 0 });
  });
});
