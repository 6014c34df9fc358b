// Which half-filled answer a page starts from.
import { describe, expect, it } from '@jest/globals';
import { chooseDraft } from '../../../../client/src/mobile/draft/choose-draft.ts';

const prefilled = { did: '上次写的' };
const local = (version: number, onServer: boolean) => ({
  id: '1',
  values: { did: '手机上的' },
  version,
  at: 5,
  onServer,
});
const server = { values: { did: '电脑上的' }, savedAt: '2019-06-24T10:00:00+08:00', version: 3 };

describe('a page with a draft', () => {
  it("starts from the phone's own where the server has nothing newer", () => {
    expect(chooseDraft(prefilled, local(3, true), server).values).toEqual({ did: '手机上的' });
  });

  it("starts from the server's where it was saved elsewhere since", () => {
    expect(chooseDraft(prefilled, local(2, true), server)).toMatchObject({ values: { did: '电脑上的' }, version: 3 });
    expect(chooseDraft(prefilled, undefined, server).values).toEqual({ did: '电脑上的' });
  });

  it('never throws away what this phone could not save yet', () => {
    expect(chooseDraft(prefilled, local(2, false), server).values).toEqual({ did: '手机上的' });
  });

  it('starts from what was handed in before where there is no draft', () => {
    expect(chooseDraft(prefilled, undefined, null)).toEqual({ values: prefilled, version: 0, at: null });
  });
});
