// Addresses of the API.
import { describe, expect, it } from '@jest/globals';
import { queryString, urlOf } from '../../../client/src/shared/api/route-path.ts';

describe('addresses', () => {
  it('put path parameters and the query where they belong, safely', () => {
    expect(urlOf('GET /api/tasks/:key', { params: { key: 'a/b' } })).toBe('/api/tasks/a%2Fb');
    expect(urlOf('GET /api/issues', { query: { campaignId: 'c', q: '药 品' } })).toBe(
      '/api/issues?campaignId=c&q=%E8%8D%AF+%E5%93%81',
    );
  });
  it('leave empty filters out', () => {
    expect(queryString({ a: undefined, b: null, c: '', d: 0, e: false })).toBe('?d=0&e=false');
  });
});
