// Evidence: what files are by their bytes, pictures drawn anew, once per client id, near copies found.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { fileKind } from '../../../../server/domain/evidence/file-kinds.ts';
import { alikePercent, fingerprintOf } from '../../../../server/domain/evidence/fingerprint.ts';
import { redraw } from '../../../../server/domain/evidence/pictures.ts';
import type { IssueRecord } from '../../../../server/domain/issues/index.ts';
import type { Actor } from '../../../../server/platform/slice.ts';
import { people, startWorld, type World } from '../issues/world.ts';

/** A shelf with boxes: enough structure for a fingerprint. */
const shelf = (seed: number, quality = 90): Promise<Buffer> => {
  const boxes = Array.from({ length: 24 }, (_none, at) => {
    const grey = (at * 53 + seed * 97) % 230;
    return `<rect x="${(at % 6) * 60 + 4}" y="${Math.floor(at / 6) * 60 + 4}" width="52" height="${20 + ((at * seed) % 36)}" fill="rgb(${grey},${grey},${255 - grey})"/>`;
  });
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="364" height="244"><rect width="364" height="244" fill="#ddd"/>${boxes.join('')}</svg>`,
    ),
  )
    .jpeg({ quality })
    .toBuffer();
};
let world: World;
let issue: IssueRecord;
beforeAll(async () => {
  world = await startWorld('2019-06-18T10:00:00+08:00');
  await world.ready();
  issue = await world.raise();
});
afterAll(() => world.stop());

const send = (who: Actor, clientId: string, bytes: Buffer, more: Record<string, string> = {}) =>
  world.evidence.slice.routes!['POST /api/evidence']!({
    actor: who,
    params: {},
    query: undefined,
    body: undefined,
    upload: {
      fields: { clientId, kind: 'photo', phase: 'after', label: '药柜照片', issueId: issue._id, ...more },
      file: { name: 'x.jpg', bytes },
    },
  });

const read = (actor: Actor, id: string) =>
  world.evidence.slice.routes!['GET /api/evidence/:id/file']!({
    actor,
    params: { id },
    query: undefined,
    body: undefined,
  });
const bytesOf = async (body: Buffer | NodeJS.ReadableStream): Promise<Buffer> => {
  if (Buffer.isBuffer(body)) return body;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
};

describe('a file', () => {
  it('is what its bytes say, whatever its name', async () => {
    expect(fileKind(await shelf(1))).toEqual({ mime: 'image/jpeg', class: 'picture' });
    expect(fileKind(Buffer.from('%PDF-1.7 …'))).toEqual({ mime: 'application/pdf', class: 'document' });
    expect(fileKind(Buffer.from('<script>alert(1)</script>'))).toBeNull();
    expect(fileKind(Buffer.from('504b0304000000', 'hex'))).toBeNull();
  });
  it('that only begins like a picture is refused', async () => {
    expect(await redraw(Buffer.from('ffd8ffe000104a46', 'hex'), false)).toBeNull();
  });
});

describe('a picture', () => {
  it('is turned by its EXIF flag and keeps no metadata', async () => {
    const turned = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#888' } })
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const drawn = (await redraw(turned, false))!;
    expect([drawn.width, drawn.height]).toEqual([40, 80]);
    const kept = await sharp(drawn.bytes).metadata();
    expect(kept.exif).toBeUndefined();
    expect(kept.orientation).toBeUndefined();
  });
  it('is alike to itself saved again, and not to another one', async () => {
    const [one, again, other] = await Promise.all(
      [shelf(3), shelf(3, 40), shelf(11)].map(async (bytes) => fingerprintOf(await bytes)),
    );
    expect(alikePercent(one!, again!)).toBeGreaterThanOrEqual(90);
    expect(alikePercent(one!, other!)).toBeLessThan(80);
  });
});

describe('an upload', () => {
  it('repeated with the same client id is the same evidence', async () => {
    const bytes = await shelf(5);
    const first = await send(people.clinic, 'client-0001', bytes);
    const second = await send(people.clinic, 'client-0001', bytes);
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
    expect(first).toMatchObject({ value: { no: expect.stringMatching(/^宁化村卫生室-\d{3}$/) } });
  });
  it('of a picture handed in before says which, and how alike', async () => {
    await send(people.clinic, 'client-0010', await shelf(7));
    const copy = await send(people.clinic, 'client-0011', await shelf(7, 50));
    expect(copy).toMatchObject({ ok: true, value: { similarTo: { percent: expect.any(Number) } } });
  });
  it('of the same picture by several at once keeps it whole for each', async () => {
    const bytes = await shelf(13);
    const sent = await Promise.all(
      Array.from({ length: 6 }, (_none, at) => send(people.clinic, `client-004${at}`, bytes)),
    );
    for (const one of sent) {
      if (!one.ok) throw new Error(one.refusal.code);
      const picture = await read(people.clinic, one.value.id);
      if (!picture.ok) throw new Error(picture.refusal.code);
      expect((await sharp(await bytesOf(picture.value.body)).metadata()).format).toBe('jpeg');
    }
  });
  it('damaged on its way is refused, so that the phone sends it again', async () => {
    expect(await send(people.clinic, 'client-0020', await shelf(8), { sha256: '0'.repeat(64) })).toMatchObject({
      refusal: { code: 'bad_request' },
    });
  });
  it('is read by its unit and its supervisors and by nobody else', async () => {
    const sent = await send(people.clinic, 'client-0030', await shelf(9));
    if (!sent.ok) throw new Error(sent.refusal.code);
    for (const who of [people.clinic, people.head, people.leader, people.office])
      expect((await read(who, sent.value.id)).ok).toBe(true);
    const stranger = { ...people.head, userId: 's', orgId: 'other', unitIds: ['other'], siteIds: [] };
    for (const who of [people.admin, stranger])
      expect(await read(who, sent.value.id)).toMatchObject({ refusal: { code: 'not_found' } });
    const got = await read(people.clinic, sent.value.id);
    if (!got.ok) throw new Error(got.refusal.code);
    expect((await sharp(await bytesOf(got.value.body)).metadata()).format).toBe('jpeg');
  });
});
