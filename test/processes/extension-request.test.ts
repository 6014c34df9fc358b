// P8, an extension: the section endorses, the table says who decides and how often.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openCounty, type County } from './support/county.ts';
import type { Scenario } from './support/scenario.ts';

let county: County;
beforeAll(async () => {
  county = await openCounty();
});
afterAll(() => county?.close());

const ask = (extensionNo: number): Promise<Scenario> =>
  county.create('extensionRequest', {
    issueId: 'issue-x',
    campaignId: 'campaign-1',
    extensionId: `extension-${extensionNo}`,
    extensionNo,
    sectionGroup: 'section:s1',
  });

describe('an extension request', () => {
  it.each([
    [1, 'office'],
    [2, 'group-head'],
  ])('number %i is endorsed by the section and decided by %s', async (extensionNo, approver) => {
    const request = await ask(extensionNo);
    expect((await request.task('endorse-extension')).groups).toEqual(['section:s1']);
    await request.done('endorse-extension', { endorsed: true });
    expect((await request.task('decide-extension')).groups).toEqual([approver]);
    await request.done('decide-extension', { granted: true });
    await request.done('issues.grant-extension');
    await request.ended('extensionRequest', 'granted');
  });

  it('is refused the third time, before anybody decides', async () => {
    const request = await ask(3);
    await request.done('endorse-extension', { endorsed: true });
    await request.open('issues.refuse-extension');
    await request.never('decide-extension');
  });

  it('is refused when the section does not endorse it', async () => {
    const request = await ask(1);
    await request.done('endorse-extension', { endorsed: false });
    await request.open('issues.refuse-extension');
    await request.never('decidePolicy');
  });
});
