// Which draft comes back.
import { describe, expect, it } from '@jest/globals';
import { newerDraft } from '../../../client/src/features/inbox/draft/local-draft.ts';

const noon = Date.parse('2019-07-24T12:00:00+08:00');
const server = { values: { opinion: 'server' }, savedAt: '2019-07-24T12:00:00+08:00', version: 3 };
const local = (minutes: number) => ({ values: { opinion: 'here' }, at: noon + minutes * 60_000, idempotencyKey: 'k' });

describe('after a crash', () => {
  it('the newer draft comes back', () => {
    expect(newerDraft(local(1), server, 0)?.values).toEqual({ opinion: 'here' });
    expect(newerDraft(local(-1), server, 0)?.values).toEqual({ opinion: 'server' });
  });
  it('a workstation with a wrong clock does not win', () => {
    expect(newerDraft(local(30), server, -40 * 60_000)?.values).toEqual({ opinion: 'server' });
  });
  it('nothing comes back where nothing was written', () => {
    expect(newerDraft(null, null, 0)).toBeNull();
  });
});
