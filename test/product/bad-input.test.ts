// What must not happen over the wire: broken, oversized, doubled, forged and expired requests get a clear word each, and nothing is lost.
import { request as rawRequest } from 'node:http';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { routes } from '../../server/contracts/http.ts';
import { signIn, type Person } from '../support/api.ts';
import { photoOf } from '../support/photo.ts';
import { confirmRow, startCampaign, startCounty, type County } from '../support/scene.ts';

const unit = 'lijun-hospital';
let county: County;
let office: Person;
let clerk: Person;
let admin: Person;
let campaignId = '';
let issueId = '';
let taskKey = '';

beforeAll(async () => {
  county = await startCounty();
  office = await county.as('office');
  clerk = await county.as(`${unit}-clerk`);
  admin = await county.as('admin');
  campaignId = await startCampaign(county, [unit]);
  issueId = await confirmRow(county, campaignId, unit, 4);
  taskKey = (await clerk.task('rectify', (task) => task.issueId === issueId)).key;
}, 240_000);
afterAll(() => county?.product.stop());

type Answer = {
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly text: string;
};
const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const problem = (text.startsWith('{') ? JSON.parse(text) : {}) as {
    code?: string;
    message?: { zh: string; en: string };
  };
  return {
    status: response.status,
    code: problem.code ?? '',
    zh: problem.message?.zh ?? '',
    en: problem.message?.en ?? '',
    text,
  };
};
const send = async (
  method: string,
  path: string,
  more: { headers?: Record<string, string>; body?: BodyInit; person?: Person | null } = {},
): Promise<Answer> =>
  answerOf(
    await fetch(`${county.product.url}${path}`, {
      method,
      headers: {
        ...(more.person === null ? {} : { cookie: (more.person ?? office).cookie }),
        ...more.headers,
      },
      ...(more.body === undefined ? {} : { body: more.body }),
    }),
  );
const json = (body: unknown, person: Person = office) => ({
  person,
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
/** Node's fetch tidies paths up; this sends them as they are. */
const sendRaw = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const url = new URL(county.product.url);
    rawRequest({ host: url.hostname, port: url.port, path, method: 'GET', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve(answerOf(new Response(Buffer.concat(chunks), { status: response.statusCode ?? 0 }))),
      );
    })
      .on('error', reject)
      .end();
  });
const clearly = (answer: Answer, status: number, code: string): void => {
  expect({ status: answer.status, code: answer.code, text: answer.text.slice(0, 300) }).toMatchObject({ status, code });
  expect(answer.zh).toMatch(/[一-鿿]/);
  expect(answer.en).toMatch(/[A-Za-z]/);
};
const upload = (bytes: Buffer, fields: Record<string, string> = {}, person: Person = clerk): Promise<Answer> => {
  const form = new FormData();
  const given = { clientId: randomUUID(), kind: 'photo', phase: 'before', label: '照片', issueId, ...fields };
  for (const [name, value] of Object.entries(given)) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'a.jpg');
  return send('POST', '/api/evidence', { person, body: form });
};

describe('a body', () => {
  it('that is no JSON, no object, or in an encoding nobody speaks is refused as malformed', async () => {
    for (const body of ['{"username":', 'null', '"text"', '[1,', '\u0000'])
      clearly(await send('POST', '/api/views', json(body)), 400, 'bad_request');
    for (const type of ['application/json; charset=klingon'])
      clearly(await send('POST', '/api/views', { headers: { 'content-type': type }, body: '{}' }), 400, 'bad_request');
    clearly(
      await send('POST', '/api/views', {
        headers: { 'content-type': 'application/json', 'content-encoding': 'brr' },
        body: '{}',
      }),
      400,
      'bad_request',
    );
  });
  it('that lacks fields names each of them', async () => {
    const answer = await send('POST', '/api/issues', json({ campaignId }));
    clearly(answer, 422, 'invalid_form');
    expect(answer.text).toContain('"path":"description"');
  });
  it('of four megabytes is too large', async () => {
    clearly(await send('POST', '/api/views', json({ name: 'x', query: 'a'.repeat(4_000_000) })), 413, 'too_large');
  });
  it('with operators where text belongs is refused, never asked of the store', async () => {
    clearly(
      await send('POST', '/api/session', json({ username: { $ne: '' }, password: { $ne: '' } })),
      422,
      'invalid_form',
    );
    clearly(await send('POST', '/api/notifications/read', json({ ids: [{ $gt: '' }] })), 422, 'invalid_form');
    clearly(
      await send('POST', `/api/tasks/${taskKey}/assign`, json({ userId: { $gt: '' } }, clerk)),
      422,
      'invalid_form',
    );
  });
  it('may hold names that mean something to a store; they are kept as text', async () => {
    const values = { $set: { state: 'closed' }, 'a.b': 1, __proto__: { admin: true }, did: '写到一半' };
    const answer = await send('PUT', `/api/tasks/${taskKey}/draft`, json({ values, baseVersion: 0 }, clerk));
    expect({ status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
    const detail = await clerk.call('GET /api/tasks/:key', { params: { key: taskKey } });
    expect(detail.draft?.values).toMatchObject({ $set: { state: 'closed' }, did: '写到一半' });
  });
});

describe('a query or an id', () => {
  it('with operators, repeats or nonsense never reaches the store and never fails', async () => {
    const queries = [
      '/api/issues?campaignId[$ne]=x',
      `/api/issues?campaignId=${campaignId}&campaignId=other`,
      `/api/issues?campaignId=${campaignId}&limit=-1`,
      `/api/issues?campaignId=${campaignId}&limit=1e9`,
      `/api/issues?campaignId=${campaignId}&problemNo=NaN`,
      `/api/issues?campaignId=${campaignId}&cursor=%00`,
      `/api/issues?campaignId=${campaignId}&cursor=-5`,
      `/api/issues?campaignId=${campaignId}&q=${encodeURIComponent('(((.*+?[')}`,
      `/api/issues?campaignId=%00`,
      '/api/tasks?cursor=bm90IGEgY3Vyc29y',
      `/api/tasks?cursor=${Buffer.from('[{"$gt":""},{"$gt":""}]').toString('base64url')}`,
      `/api/tasks?cursor=${Buffer.from('[null]').toString('base64url')}`,
      `/api/tasks?q=${encodeURIComponent('$where')}&type=a,b&unitId=,`,
      '/api/tasks?view=all',
      '/api/tasks?limit=abc',
      '/api/calendar?from=0001-01-01&to=9999-12-31',
      '/api/calendar?from=2019-02-31&to=2019-13-01',
      '/api/calendar?from=[object&to=Object]',
      '/api/models/inspection?version=-1',
      '/api/models/inspection/instances?cursor=x_y&limit=3',
      '/api/models/__proto__',
      '/api/models/constructor',
      '/api/public/list?campaignId=none',
      `/api/public/list?q=${'长'.repeat(61)}`,
      '/public?report[$ne]=x&q=<script>alert(1)</script>',
    ];
    for (const path of queries)
      for (const person of [office, admin]) {
        const answer = await send('GET', path, { person });
        expect({ path, failed: answer.status === 500, text: answer.text.slice(0, 200) }).toMatchObject({
          path,
          failed: false,
        });
        if (answer.status >= 400 && answer.code !== '') clearly(answer, answer.status, answer.code);
      }
    clearly(
      await send('GET', '/api/audit?cursor=abc&limit=101', { person: await county.as('head') }),
      422,
      'invalid_form',
    );
    expect((await send('GET', '/api/audit?cursor=abc', { person: await county.as('head') })).status).toBe(200);
  });
  it('is not executed as text of the public page', async () => {
    const answer = await send('GET', `/public?q=${encodeURIComponent('<script>alert(1)</script>')}`, { person: null });
    expect(answer.text).not.toContain('<script>alert(1)');
  });
  it('of the wrong kind, length or alphabet does not exist', async () => {
    const ids = [
      'none',
      '%20',
      '%00',
      '%F0%9F%98%80',
      'x'.repeat(3000),
      '%24ne',
      '..%2F..%2Fetc%2Fpasswd',
      '1e400',
      '-1',
    ];
    const paths = Object.keys(routes)
      .filter((route) => route.startsWith('GET') && route.includes(':') && !route.includes('/public/'))
      .map((route) => route.replace('GET ', ''));
    for (const path of paths)
      for (const id of ids) {
        const asked = `${path.replace(/:\w+/g, id)}?campaignId=${campaignId}`;
        const answer = await sendRaw(asked, { cookie: office.cookie });
        // a list of what does not exist is empty
        if (path.endsWith('/instances'))
          expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('"items":[]') });
        else clearly(answer, 404, 'not_found');
      }
  });
  it('with a broken escape is malformed', async () => {
    clearly(await sendRaw('/api/issues/%E0%A4%A', { cookie: office.cookie }), 400, 'bad_request');
  });
  it('cannot climb out of the folder of the client', async () => {
    for (const path of [
      '/../package.json',
      '/assets/../../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/%2e%2e/server/main.ts',
    ]) {
      const answer = await sendRaw(path);
      expect({ path, leaked: /health-supervision-workflow|readConfig/.test(answer.text) }).toEqual({
        path,
        leaked: false,
      });
      expect(answer.status).not.toBe(500);
    }
  });
  it('that names no route is told so in words', async () => {
    clearly(await send('GET', '/api/nothing'), 404, 'not_found');
    clearly(await send('DELETE', '/api/issues'), 404, 'not_found');
  });
});

describe('a date that does not exist', () => {
  it('is pointed out where it was written, and changes nothing', async () => {
    for (const day of ['soon', '2099-99-99', '9999999-01-01', '']) {
      const asks: [string, unknown, Person][] = [
        [`/api/tasks/${taskKey}/snooze`, { until: day }, clerk],
        [
          `/api/issues/${issueId}/extension`,
          { newDue: day, reason: '配送没有到位', done: '', idempotencyKey: randomUUID() },
          clerk,
        ],
        [
          '/api/issues',
          {
            campaignId,
            problemNo: null,
            unitId: unit,
            source: '',
            description: '没有日期的问题',
            goal: '',
            standard: '',
            due: day,
            fixableOnSpot: false,
            needsPolicy: false,
          },
          office,
        ],
      ];
      for (const [path, body, person] of asks) {
        const answer = await send('POST', path, json(body, person));
        expect({ path, day, status: answer.status }).toEqual({ path, day, status: 422 });
        clearly(answer, 422, 'invalid_form');
      }
    }
    const { items } = await office.call('GET /api/issues', { query: { campaignId, q: '没有日期' } });
    expect(items).toEqual([]);
  });
});

describe('an upload', () => {
  it('is judged by its bytes, not by its name', async () => {
    clearly(await upload(Buffer.from('<html><script>alert(1)</script></html>')), 415, 'wrong_file_type');
    clearly(await upload(Buffer.from('MZ\u0090\u0000 a program')), 415, 'wrong_file_type');
    clearly(await upload(Buffer.from('%PDF-1.7 a document')), 415, 'wrong_file_type');
    clearly(
      await upload(Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('not a picture')])),
      415,
      'wrong_file_type',
    );
  });
  it('of more than 20 MB is refused, and one of nothing too', async () => {
    clearly(await upload(Buffer.alloc(21 * 1024 * 1024, 1)), 413, 'too_large');
    clearly(await upload(Buffer.alloc(0)), 400, 'bad_request');
  });
  it('that is no form, or has no end, is asked for again', async () => {
    clearly(
      await send('POST', '/api/evidence', { person: clerk, headers: { 'content-type': 'text/plain' }, body: 'x' }),
      400,
      'bad_request',
    );
    clearly(
      await send('POST', '/api/evidence', {
        person: clerk,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf',
      }),
      400,
      'bad_request',
    );
    clearly(await upload(await photoOf(1, 200), { kind: 'weapon' }), 400, 'bad_request');
  });
  it('sent twice with one client id is one piece of evidence', async () => {
    const clientId = randomUUID();
    const bytes = await photoOf(2, 200);
    const [one, other] = await Promise.all([upload(bytes, { clientId }), upload(bytes, { clientId })]);
    const again = await upload(bytes, { clientId });
    const ids = [one, other, again].flatMap(({ status, text }) =>
      status === 200 ? [(JSON.parse(text) as { id: string }).id] : [],
    );
    expect(new Set(ids).size).toBe(1);
    const detail = await office.call('GET /api/issues/:id', { params: { id: issueId } });
    expect(detail.evidence).toHaveLength(1);
  });
  it('that was refused leaves nothing behind', async () => {
    const detail = await office.call('GET /api/issues/:id', { params: { id: issueId } });
    expect(detail.evidence.every(({ bytes }) => bytes > 100)).toBe(true);
  });
});

describe('a model', () => {
  const draft = (content: string) =>
    send('PUT', '/api/models/issueRectification/draft', json({ content, baseVersion: 1, draftVersion: 0 }, admin));
  const drop = () => send('DELETE', '/api/models/issueRectification/draft', { person: admin });
  it('that is broken is kept as a draft with what is wrong, and is never deployed', async () => {
    const texts = [
      '',
      'no model',
      '<bpmn:definitions',
      '<a/>',
      '{"components":',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      '\u0000\u0001',
    ];
    for (const content of texts) {
      const saved = await draft(content);
      expect({ content, status: saved.status }).toEqual({ content, status: 200 });
      const found = JSON.parse(saved.text) as { version: number; findings: unknown[] };
      expect({ content, told: found.findings.length > 0 }).toEqual({ content, told: true });
      const asked = await send(
        'POST',
        '/api/models/issueRectification/deployments',
        json({ reason: '改一改试试', draftVersion: found.version }, admin),
      );
      clearly(asked, 422, 'model_invalid');
      expect((await drop()).status).toBe(200);
    }
    const row = (await admin.call('GET /api/models')).find(({ id }) => id === 'issueRectification');
    expect(row).toMatchObject({ latestVersion: 1 });
  }, 120_000);
  it('of more than two megabytes is refused by its form', async () => {
    clearly(await draft('x'.repeat(2_100_000)), 422, 'invalid_form');
  });
});

describe('the same act twice', () => {
  const row = (idempotencyKey: string) => ({
    campaignId,
    problemNo: null,
    unitId: unit,
    source: '',
    description: '值班记录缺页',
    goal: '',
    standard: '',
    due: '2099-01-01',
    fixableOnSpot: false,
    needsPolicy: false,
    idempotencyKey,
  });
  it('makes one row, at once and again later', async () => {
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => send('POST', '/api/issues', json(row(key)))));
    const later = await send('POST', '/api/issues', json(row(key)));
    expect(later.status).toBe(200);
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    const { items } = await office.call('GET /api/issues', { query: { campaignId, q: '值班记录' } });
    expect(items).toHaveLength(1);
  });
  it('by two people at once finishes a task once and tells the other who was first', async () => {
    const [one, other] = await Promise.all([county.as('leader1'), county.as('inspector1a')]);
    // in the hands of the team: whoever hands in first
    const photos: string[] = [];
    const issue = await clerk.call('GET /api/issues/:id', { params: { id: issueId } });
    for (const [at, need] of issue.requiredEvidence.entries()) {
      const fields = {
        kind: need.phase === 'record' ? 'document' : 'photo',
        phase: need.phase,
        label: need.label,
        issueId,
      };
      photos.push((await clerk.upload(fields, await photoOf(at + 20), `${at}.jpg`, 'image/jpeg')).id);
    }
    const values = {
      did: '已补齐品种',
      cause: issue.causeChips[0] ?? '没有按月清点',
      photos,
      documents: [],
      declared: issue.measured.map(({ code, standard }) => ({ code, value: standard })),
    };
    const key = randomUUID();
    const complete = () => send('POST', `/api/tasks/${taskKey}/complete`, json({ values, idempotencyKey: key }, clerk));
    const twice = await Promise.all([complete(), complete()]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect((await complete()).status).toBe(200);
    const anew = await send(
      'POST',
      `/api/tasks/${taskKey}/complete`,
      json({ values, idempotencyKey: randomUUID() }, clerk),
    );
    clearly(anew, 409, 'task_gone');

    const head = await county.as(`${unit}-head`);
    await head.complete(await head.task('sign-evidence', (task) => task.issueId === issueId), {
      signed: true,
      opinion: '属实',
    });
    const task = await one.task('verify-issue', (each) => each.issueId === issueId);
    const verdict = {
      verdict: 'failed',
      opinion: '数量还差两种',
      newDue: '2099-01-01',
      counted: issue.measured.map(({ code, standard }) => ({ code, value: standard })),
      returnedItems: [],
    };
    const both = await Promise.all(
      [one, other].map((person) =>
        send(
          'POST',
          `/api/tasks/${task.key}/complete`,
          json({ values: verdict, idempotencyKey: randomUUID() }, person),
        ),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    expect(late?.code).toBe('task_gone');
    expect(late?.zh).toMatch(/督查组.*办结/);
    const after = await office.call('GET /api/issues/:id', { params: { id: issueId } });
    expect(after.rounds.filter((round) => round.verdict === 'failed')).toHaveLength(1);
  }, 120_000);
});

describe('a session', () => {
  it('that is missing, forged or broken signs nobody in and says so', async () => {
    const [token = '', signature = ''] = clerk.cookie.replace('sid=', '').split('.');
    const cookies = [
      '',
      'sid=',
      'sid=%E0%A4%A',
      'sid=a.b',
      `sid=${token}`,
      `sid=${token}.${signature.slice(1)}A`,
      `sid=.${signature}`,
      `other=1; sid=${'x'.repeat(5000)}.y`,
    ];
    for (const cookie of cookies) clearly(await sendRaw('/api/tasks', { cookie }), 401, 'not_signed_in');
  });
  it('ends with signing out, and with the next sign-in of the same browser', async () => {
    const first = await signIn(county.product.url, 'office', county.password);
    const again = await fetch(`${county.product.url}/api/session`, {
      method: 'POST',
      headers: { cookie: first.cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'office', password: county.password }),
    });
    const second = (again.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect(second).not.toBe(first.cookie);
    clearly(await sendRaw('/api/tasks', { cookie: first.cookie }), 401, 'session_expired');
    expect((await sendRaw('/api/tasks', { cookie: second })).status).toBe(200);
    await fetch(`${county.product.url}/api/session`, { method: 'DELETE', headers: { cookie: second } });
    clearly(await sendRaw('/api/tasks', { cookie: second }), 401, 'session_expired');
  });
  it('ends everywhere when an administrator sets the password anew, and what was written is still there', async () => {
    const made = await admin.call('POST /api/users', {
      body: {
        username: 'passing',
        name: '临时人员',
        title: '',
        orgId: null,
        memberships: [{ role: 'office' }],
        password: 'first password',
      },
    });
    const here = await signIn(county.product.url, 'passing', 'first password');
    const there = await signIn(county.product.url, 'passing', 'first password');
    await here.call('POST /api/views', { body: { name: '我的视图', query: 'view=mine' } });
    await admin.call('PUT /api/users/:id', { params: { id: made.id }, body: { password: 'second password' } });
    for (const { cookie } of [here, there]) {
      const answer = await sendRaw('/api/tasks', { cookie });
      clearly(answer, 401, 'session_expired');
      expect(answer.zh).toContain('填写的内容还在');
    }
    const back = await signIn(county.product.url, 'passing', 'second password');
    expect((await back.call('GET /api/views')).map(({ name }) => name)).toEqual(['我的视图']);
  });
  it('travels in a cookie no script can read, and is kept nowhere in the clear', async () => {
    const entered = await fetch(`${county.product.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'office', password: county.password }),
    });
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly/i);
    expect(entered.headers.get('set-cookie')).toMatch(/SameSite=Lax/i);
    expect(county.product.output.join('\n')).not.toContain(clerk.cookie.replace('sid=', ''));
  });
  it('may not be guessed: the ninth wrong password has to wait, whoever it is', async () => {
    const guess = (username: string) =>
      send('POST', '/api/session', { ...json({ username, password: 'wrong' }), person: null as never });
    const answers: Answer[] = [];
    for (let count = 0; count < 9; count += 1) answers.push(await guess('superior'));
    expect(answers.slice(0, 8).every(({ code }) => code === 'wrong_credentials')).toBe(true);
    clearly(answers[8]!, 429, 'rate_limited');
  }, 60_000);
});

describe('the door', () => {
  it('refuses what another site sends in somebody’s name', async () => {
    for (const origin of ['https://evil.example', 'null', 'not an origin'])
      clearly(
        await send('POST', '/api/notifications/read', {
          ...json({ ids: [] }),
          headers: { 'content-type': 'application/json', origin },
        }),
        403,
        'forbidden',
      );
    const own = await send('POST', '/api/notifications/read', {
      ...json({ ids: [] }),
      headers: { 'content-type': 'application/json', origin: county.product.url },
    });
    expect(own.status).toBe(200);
  });
  it('tells browsers to trust nothing from outside, and says nothing of its make', async () => {
    const { headers } = await fetch(`${county.product.url}/api/boot`);
    expect(headers.get('content-security-policy')).toMatch(/default-src 'self'/);
    expect(headers.get('content-security-policy')).toMatch(/script-src 'self'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });
  it('keeps measurements from the network', async () => {
    expect((await sendRaw('/metrics')).status).toBe(200);
    const far = await sendRaw('/metrics', { 'x-forwarded-for': '203.0.113.9' });
    expect(far.text).not.toContain('process_cpu');
  });
  it('has not failed once in all this', () => {
    expect(county.product.output.filter((line) => line.includes('request failed'))).toEqual([]);
  });
});
