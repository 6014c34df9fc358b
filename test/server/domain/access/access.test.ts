// The one ability layer: what each role reads, and that no role opens a planned visit to the inspected.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Query } from 'mingo';
import { createAccess, subjects } from '../../../../server/domain/access/index.ts';
import { systemActor, type Actor } from '../../../../server/platform/slice.ts';
import { roles, type Role } from '../../../../server/contracts/roles.ts';

const now = Date.parse('2019-06-24T09:00:00+08:00');
const access = createAccess({ now: () => now });
const actor = (role: Role | readonly Role[], more: Partial<Actor> = {}): Actor => ({
  ...systemActor,
  userId: 'somebody',
  memberships: [role].flat().map((one) => ({ role: one })),
  ...more,
});
const matches = (who: Actor, subject: Parameters<typeof access.readFilter>[1], document: object): boolean =>
  new Query(access.readFilter(who, subject)).test({ ...document });

const head = actor('unitHead', { unitIds: ['hospital'], siteIds: ['clinic'], orgId: 'hospital' });
const clinic = actor('clinic', { siteIds: ['clinic'], orgId: 'clinic' });
const visit = {
  _id: 'visit',
  teamId: 'team',
  memberIds: ['inspector'],
  targetUnitIds: ['hospital'],
  targetOrgIds: ['clinic'],
  undercover: false,
  visibleFrom: null as Date | null,
  state: 'approved',
};

describe('case content', () => {
  it('is closed to administrators in every subject that carries it', () => {
    const admin = actor('admin');
    for (const subject of [
      'Campaign',
      'Case',
      'Issue',
      'Inspection',
      'Evidence',
      'Escalation',
      'Accountability',
      'Report',
    ] as const) {
      expect(access.can(admin, 'read', subject)).toBe(false);
      expect(matches(admin, subject, { _id: 'x', unitId: 'hospital' })).toBe(false);
    }
  });

  it('shows a unit its own rows, a clinic its own, a team those of its units, the office all', () => {
    const rows = [
      { _id: '1', unitId: 'hospital', siteId: null },
      { _id: '2', unitId: 'hospital', siteId: 'clinic' },
      { _id: '3', unitId: 'other', siteId: null },
    ];
    const seen = (who: Actor): string[] => rows.filter((row) => matches(who, 'Issue', row)).map(({ _id }) => _id);
    expect(seen(head)).toEqual(['1', '2']);
    expect(seen(clinic)).toEqual(['2']);
    expect(seen(actor('teamLeader', { teamUnitIds: ['other'] }))).toEqual(['3']);
    expect(seen(actor('office'))).toEqual(['1', '2', '3']);
    expect(seen(actor([]))).toEqual([]);
  });

  it('names persons held to account only to discipline and the head of the leading group', () => {
    const readers = roles.filter((role) => access.can(actor(role), 'read', 'Accountability'));
    expect(readers).toEqual(['groupHead', 'discipline']);
  });

  it('lets a unit clerk and a clinic see the low rungs only', () => {
    const clerk = actor('unitClerk', { unitIds: ['hospital'] });
    expect(matches(clerk, 'Escalation', { unitId: 'hospital', level: 1 })).toBe(true);
    expect(matches(clerk, 'Escalation', { unitId: 'hospital', level: 2 })).toBe(false);
    expect(matches(head, 'Escalation', { unitId: 'hospital', level: 3 })).toBe(true);
  });

  it('hides evidence of a secret visit from the unit it was taken at', () => {
    expect(matches(head, 'Evidence', { unitId: 'hospital', hidden: true })).toBe(false);
    expect(matches(head, 'Evidence', { unitId: 'hospital', hidden: false })).toBe(true);
  });

  it('shows administrators the audit of administration, not of cases', () => {
    const admin = actor('admin');
    expect(matches(admin, 'AuditEntry', { object: 'user' })).toBe(true);
    expect(matches(admin, 'AuditEntry', { object: 'issue' })).toBe(false);
  });
});

describe('a planned visit', () => {
  const inTime = (document: object) => ({ ...visit, ...document });

  it('is seen by its team leader, the members on its list, the office and the heads above', () => {
    expect(matches(actor('teamLeader', { teamIds: ['team'] }), 'Inspection', visit)).toBe(true);
    expect(matches(actor('teamMember', { userId: 'inspector', teamIds: ['team'] }), 'Inspection', visit)).toBe(true);
    expect(matches(actor('teamMember', { teamIds: ['team'] }), 'Inspection', visit)).toBe(false);
    expect(matches(actor('office'), 'Inspection', visit)).toBe(true);
  });

  it('does not exist for its target and for sections until it has started', () => {
    for (const who of [head, clinic, actor('section', { sectionIds: ['s'] })]) {
      expect(matches(who, 'Inspection', visit)).toBe(false);
      expect(matches(who, 'Inspection', inTime({ visibleFrom: new Date(now + 1000) }))).toBe(false);
      expect(matches(who, 'Inspection', inTime({ visibleFrom: new Date(now), state: 'started' }))).toBe(true);
    }
  });

  it('made undercover stays unknown until it is published', () => {
    const started = { undercover: true, visibleFrom: new Date(now - 1000) };
    expect(matches(head, 'Inspection', inTime({ ...started, state: 'recording' }))).toBe(false);
    expect(matches(head, 'Inspection', inTime({ ...started, state: 'published' }))).toBe(true);
  });

  it('stays unknown to the inspected whatever roles they hold besides, also by employment alone', () => {
    const anyRoles = fc.subarray([...roles]);
    const hidden = fc.constantFrom(
      visit,
      inTime({ visibleFrom: new Date(now + 1000) }),
      inTime({ undercover: true, visibleFrom: new Date(now - 1000), state: 'recording' }),
    );
    fc.assert(
      fc.property(anyRoles, hidden, fc.boolean(), (held, document, byEmployment) => {
        const place = byEmployment ? { orgId: 'hospital' } : { unitIds: ['hospital'] };
        const who = actor(held, { ...place, userId: 'inspector', teamIds: ['team'] });
        expect(matches(who, 'Inspection', document)).toBe(false);
        expect(access.can(who, 'read', 'Inspection', document)).toBe(false);
      }),
    );
  });
});

describe('acts', () => {
  it('never let anyone verify the rows of their own unit', () => {
    const both = actor(['teamLeader', 'unitHead'], { teamUnitIds: ['hospital'], unitIds: ['hospital'] });
    const borrowed = actor('teamMember', { teamUnitIds: ['hospital'], orgId: 'hospital' });
    const row = { unitId: 'hospital', siteId: null };
    expect(access.can(both, 'verify', 'Issue', row)).toBe(false);
    expect(access.can(borrowed, 'verify', 'Issue', row)).toBe(false);
    expect(access.can(actor('teamMember', { teamUnitIds: ['hospital'] }), 'verify', 'Issue', row)).toBe(true);
  });

  it('judged in memory agree with the filter sent to the store', () => {
    const documents = [
      {
        unitId: 'hospital',
        siteId: 'clinic',
        sectionId: 's',
        hidden: false,
        level: 1,
        state: 'running',
        unitIds: ['hospital'],
        siteIds: ['clinic'],
        teamIds: ['team'],
      },
      {
        unitId: 'other',
        siteId: null,
        sectionId: null,
        hidden: true,
        level: 3,
        state: 'draft',
        unitIds: ['other'],
        siteIds: [],
        teamIds: [],
      },
    ];
    for (const role of roles)
      for (const subject of subjects.filter((name) => name !== 'Inspection'))
        for (const document of documents) {
          const who = actor(role, {
            unitIds: ['hospital'],
            siteIds: ['clinic'],
            teamIds: ['team'],
            teamUnitIds: ['hospital'],
            sectionIds: ['s'],
          });
          expect([role, subject, matches(who, subject, document)]).toEqual([
            role,
            subject,
            access.can(who, 'read', subject, document),
          ]);
        }
  });

  it('are all open to the system', () => {
    expect(access.readFilter(systemActor, 'Inspection')).toEqual({});
    expect(access.can(systemActor, 'edit', 'Issue')).toBe(true);
  });
});
