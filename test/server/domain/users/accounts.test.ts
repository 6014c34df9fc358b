// Accounts on an embedded store: setting up, signing in and out, who one is, teams and their units.
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '../../../../server/platform/slice.ts';
import { call, must, startCounty, type County, type Given } from '../campaigns/support/county.ts';

jest.setTimeout(60_000);
let county: County;
let admin: Actor;

beforeAll(async () => {
  county = await startCounty('2019-04-10T09:00:00+08:00');
});
afterAll(() => county.stop());

describe('an empty data directory', () => {
  it('asks for the first administrator, once', async () => {
    expect(await county.users.needsSetup()).toBe(true);
    const asked = { username: 'admin', name: '管理员', password: 'a long password', county: '永宁县' };
    const made = must(await county.users.setUp(asked, '127.0.0.1'));
    expect(made.me).toMatchObject({ username: 'admin', orgName: '永宁县卫生健康局', entry: 'office' });
    expect(made.me.may).toContain('admin.users');
    expect(made.me.may).not.toContain('ledger.view');
    expect(await county.users.needsSetup()).toBe(false);
    expect(await county.users.setUp({ ...asked, username: 'second' }, '127.0.0.1')).toMatchObject({
      refusal: { code: 'setup_done' },
    });
    const actor = await county.users.actorFor(made.me.userId, '127.0.0.1');
    if (actor === null) throw new Error('no actor');
    admin = actor;
  });
});

describe('signing in', () => {
  it('opens a session whose token is nowhere in the store', async () => {
    const opened = must(await county.users.signIn({ username: 'Admin', password: 'a long password' }, '127.0.0.1'));
    expect(await county.users.sessionOf(opened.token)).toEqual({ kind: 'live', userId: admin.userId });
    const kept = await county.connection.collection('sessions').find({}).toArray();
    expect(JSON.stringify(kept)).not.toContain(opened.token);
    await county.users.signOut(opened.token);
    expect(await county.users.sessionOf(opened.token)).toEqual({ kind: 'unknown' });
  });

  it('slides with use and ends when left alone', async () => {
    const { token } = must(await county.users.signIn({ username: 'admin', password: 'a long password' }, '127.0.0.1'));
    county.clock.add(8 * 3_600_000);
    expect(await county.users.sessionOf(token)).toMatchObject({ kind: 'live' });
    county.clock.add(8 * 3_600_000);
    expect(await county.users.sessionOf(token)).toMatchObject({ kind: 'live' });
    county.clock.add(13 * 3_600_000);
    expect(await county.users.sessionOf(token)).toEqual({ kind: 'expired' });
  });

  it('says the same for a wrong password and an unknown account, and stops guessing', async () => {
    const wrong = await county.users.signIn({ username: 'admin', password: 'wrong' }, '10.0.0.1');
    const unknown = await county.users.signIn({ username: 'nobody', password: 'wrong' }, '10.0.0.1');
    expect(wrong).toEqual(unknown);
    expect(wrong).toMatchObject({ refusal: { code: 'wrong_credentials' } });
    for (let guess = 0; guess < 8; guess += 1)
      await county.users.signIn({ username: 'admin', password: 'wrong' }, '10.0.0.1');
    expect(await county.users.signIn({ username: 'admin', password: 'a long password' }, '10.0.0.1')).toMatchObject({
      refusal: { code: 'rate_limited' },
    });
  });
});

describe('a username', () => {
  const add = (username: string) =>
    call(county.users.slice, admin, 'POST /api/users', {
      body: { username, name: '某', title: '', orgId: null, memberships: [], password: 'a long password' },
    });

  it('has no blank inside, narrow or wide', async () => {
    for (const username of ['unit clerk', 'unit　clerk', 'unit\tclerk'])
      expect(await add(username)).toMatchObject({
        refusal: {
          code: 'invalid_form',
          fields: [{ path: 'username', message: { zh: expect.stringContaining('空格') } }],
        },
      });
  });

  it('loses the blanks around it', async () => {
    expect(must(await add('　spaced '))).toMatchObject({ username: 'spaced' });
    expect(await add('spaced')).toMatchObject({ refusal: { code: 'duplicate', fields: [{ path: 'username' }] } });
  });
});

describe('memberships', () => {
  it('make the groups and the places a person works for', async () => {
    const hospital = await county.addOrganisation('望远镇卫生院', 'townshipHospital', 'county');
    const clinic = await county.addOrganisation('东渠村卫生室', 'clinic', hospital.id);
    const head = await county.addUser('head', [{ role: 'unitHead', scopeId: hospital.id }], hospital.id);
    expect(head).toMatchObject({
      groups: [`unit-head:${hospital.id}`],
      unitIds: [hospital.id],
      siteIds: [clinic.id],
      teamUnitIds: [],
    });
    expect(await county.organisations.unitOf(clinic.id)).toMatchObject({ id: hospital.id });
  });

  it('need the kind of place their role is for', async () => {
    const put = (actor: Actor, given: Given) => call(county.users.slice, actor, 'POST /api/users', given);
    const answer = await put(admin, {
      body: {
        username: 'odd',
        name: '某',
        title: '',
        orgId: null,
        memberships: [{ role: 'clinic', scopeId: 'county' }],
        password: 'a long password',
      },
    });
    expect(answer).toMatchObject({ refusal: { code: 'invalid_form', fields: [{ path: 'memberships.0.scopeId' }] } });
  });

  it('of the last administrator cannot be taken away', async () => {
    const put = (actor: Actor, given: Given) => call(county.users.slice, actor, 'PUT /api/users/:id', given);
    const answer = await put(admin, {
      params: { id: admin.userId },
      body: { active: false },
    });
    expect(answer).toMatchObject({ refusal: { code: 'rule_refused' } });
  });

  it('are never handed out by anyone but an administrator', async () => {
    const office = await county.addUser('office', [{ role: 'office' }], 'bureau');
    const post = (actor: Actor, given: Given) => call(county.users.slice, actor, 'POST /api/users', given);
    const body = { username: 'x12', name: 'x', title: '', orgId: null, memberships: [], password: 'a long password' };
    expect(await post(office, { body })).toMatchObject({
      refusal: { code: 'forbidden' },
    });
  });

  it('end every session when the password is set anew', async () => {
    const { token } = must(await county.users.signIn({ username: 'office', password: 'a long password' }, '127.0.0.1'));
    const user = (await county.users.inGroups(['office']))[0];
    const put = (actor: Actor, given: Given) => call(county.users.slice, actor, 'PUT /api/users/:id', given);
    await put(admin, {
      params: { id: user?.id ?? '' },
      body: { password: 'another password' },
    });
    expect(await county.users.sessionOf(token)).toEqual({ kind: 'unknown' });
    expect(JSON.stringify(county.facts)).not.toContain('$argon2id');
  });
});

describe('teams', () => {
  it('seat their people as memberships and bring them the units assigned', async () => {
    const office = await county.users.actorFor((await county.users.inGroups(['office']))[0]?.id ?? '', '');
    const unit = (await county.organisations.units())[0];
    const leader = await county.addUser('leader', [], 'bureau');
    const member = await county.addUser('member', [], 'bureau');
    const post = (actor: Actor, given: Given) => call(county.teams.slice, actor, 'POST /api/teams', given);
    if (office === null || unit === undefined) throw new Error('no office or unit');
    const body = { name: '第一督查组', headId: leader.userId, memberIds: [member.userId], unitIds: [unit.id] };
    const made = await post(office, { body });
    expect(made).toMatchObject({
      ok: true,
      value: {
        headId: leader.userId,
        memberIds: [member.userId],
        people: [{ id: leader.userId }, { id: member.userId }],
      },
    });
    expect((await county.users.actorFor(leader.userId, ''))?.teamUnitIds).toEqual([unit.id]);
    expect(await post(office, { body: { ...body, name: '第二督查组' } })).toMatchObject({
      refusal: { code: 'rule_refused' },
    });
  });

  it('refuse a member who belongs to a unit they would supervise', async () => {
    const unit = await county.addOrganisation('胜利乡卫生院', 'townshipHospital', 'county');
    const insider = await county.addUser('insider', [], unit.id);
    const refused = await county.transact(admin, (work) =>
      county.teams.add(work, { name: '第三督查组', headId: null, memberIds: [insider.userId], unitIds: [unit.id] }),
    );
    expect(refused).toMatchObject({ refusal: { code: 'own_unit' } });
  });
});

describe('organisations', () => {
  it('stand only where their kind may stand, once by name', async () => {
    const add = (name: string, type: 'section' | 'clinic', parentId: string) =>
      county.transact(admin, (work) => county.organisations.add(work, { name, type, parentId }));
    expect(await add('业务科', 'section', 'county')).toMatchObject({ refusal: { code: 'rule_refused' } });
    expect(await add('业务科', 'section', 'bureau')).toMatchObject({ ok: true });
    expect(await add('业务科', 'section', 'bureau')).toMatchObject({ refusal: { code: 'duplicate' } });
  });

  it('carry their sites along when they move', async () => {
    const town = await county.addOrganisation('闽宁镇', 'town', 'county');
    const hospital = await county.addOrganisation('闽宁镇卫生院', 'townshipHospital', 'county');
    const clinic = await county.addOrganisation('福宁村卫生室', 'clinic', hospital.id);
    const put = (actor: Actor, given: Given) =>
      call(county.organisations.slice, actor, 'PUT /api/organisations/:id', given);
    const body = { name: hospital.name, type: 'townshipHospital' as const, parentId: town.id, active: true };
    await put(admin, { params: { id: hospital.id }, body });
    expect((await county.organisations.withBelow([town.id])).map(({ id }) => id)).toContain(clinic.id);
  });
});
