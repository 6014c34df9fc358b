// The ledger's address.
import { describe, expect, it } from '@jest/globals';
import { changed, queryOf, readLedgerFilter } from '../../../client/src/features/ledger/address.ts';

const read = (text: string) => readLedgerFilter(new URLSearchParams(text));

describe('the address of the ledger', () => {
  it('opens a drill link of another page as it is', () => {
    expect(queryOf('c1', read('campaignId=c1&status=overdue&unitId=u3'))).toEqual({
      campaignId: 'c1',
      status: 'overdue',
      unitId: 'u3',
      sort: 'problem',
      limit: 100,
    });
  });
  it('ignores a status it does not know', () => {
    expect(read('status=whatever')).toEqual({ sort: 'problem' });
  });
  it('changes one part and keeps the others', () => {
    expect(
      changed(new URLSearchParams('campaignId=c1&status=overdue&row=r'), { status: null, q: '药' }).toString(),
    ).toBe('campaignId=c1&row=r&q=%E8%8D%AF');
  });
});
