// What people do on the ladder: propose, approve, write and sign papers, acknowledge, answer, lift.
import { headOf, type Cast } from './cast.ts';

export const createLadderActs = ({ driver }: Cast, campaignId: string) => {
  let proposals = 0;
  /** Nobody in the story takes a signature back: the clock moves to where it leaves. */
  const left = async (username: string, escalationId: string): Promise<void> => {
    const waiting = await driver.call(username, 'GET /api/signings');
    const own = waiting.find((signing) => signing.escalationId === escalationId);
    if (own !== undefined) await driver.to(new Date(Date.parse(own.leavesAt) + 1));
  };
  return {
    ofRow: (issueId: string): Promise<string> => driver.escalation(`row ${issueId}`, { campaignId, issueId }),
    /** The one that waits for approval: a row may have an older one open. */
    proposedFor: (issueId: string): Promise<string> =>
      driver.escalation(`proposal for row ${issueId}`, { campaignId, issueId, state: 'proposed' }),
    /** Of the unit's case, not of one of its rows. */
    ofUnit: (unitId: string): Promise<string> =>
      driver.escalation(`unit ${unitId}`, { campaignId, unitId, issueId: null }),
    propose: async (username: string, issueId: string, trigger: string, reason: string): Promise<string> => {
      proposals += 1;
      const made = await driver.call(username, 'POST /api/escalations', {
        body: { campaignId, issueId, trigger, reason, idempotencyKey: `story-escalation-${proposals}` },
      });
      return made.id;
    },
    approve: async (username: string, escalationId: string): Promise<void> => {
      await driver.does(
        username,
        'approve-escalation',
        { escalationId },
        {
          approved: true,
          opinion: '情况清楚，同意',
          checked: true,
        },
      );
      await left(username, escalationId);
    },
    draft: async (escalationId: string): Promise<void> => {
      const task = await driver.openTask('draft-document', { escalationId });
      const { values } = await driver.call('office', 'GET /api/tasks/:key', { params: { key: task } });
      const text = (name: string): string => String(values[name] ?? '');
      await driver.does(
        'office',
        'draft-document',
        { escalationId },
        {
          title: text('title'),
          addressee: text('addressee'),
          body: text('body'),
          copies: text('copies'),
          docNo: text('docNo'),
        },
      );
    },
    issuePaper: async function (escalationId: string): Promise<void> {
      await this.draft(escalationId);
      await driver.does(
        'head',
        'approve-document',
        { escalationId },
        {
          approved: true,
          opinion: '同意印发',
          checked: true,
        },
      );
      await left('head', escalationId);
    },
    acknowledge: (unitId: string, escalationId: string): Promise<void> =>
      driver.does(headOf({ unitId }), 'acknowledge-escalation', { escalationId }, { acknowledged: true }),
    answer: async function (unitId: string, escalationId: string, reply: string): Promise<void> {
      await this.acknowledge(unitId, escalationId);
      await driver.does(headOf({ unitId }), 'reply-escalation', { escalationId }, { reply });
    },
    lift: (escalationId: string): Promise<void> =>
      driver.does('office', 'review-reply', { escalationId }, { lifted: true, opinion: '整改措施到位，同意解除' }),
    traceBack: async (escalationId: string, propose: boolean, opinion: string): Promise<void> => {
      const task = await driver.openTask('trace-back', { escalationId });
      const { values } = await driver.call('discipline', 'GET /api/tasks/:key', { params: { key: task } });
      const persons = values['persons'] as { name: string; duty: 'guaranteed' | 'checked' | 'signed' }[];
      await driver.does(
        'discipline',
        'trace-back',
        { escalationId },
        {
          persons: persons.map((person) => ({ ...person, finding: propose ? '签字前未到现场核对' : '' })),
          propose,
          opinion,
        },
      );
    },
  };
};
export type LadderActs = ReturnType<typeof createLadderActs>;
