// What a person is told of a value that does not fit.
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { faultWords } from '../../../../server/platform/http/fault-words.ts';

const told = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => faultWords(issue).zh) ?? [];

describe('a value that does not fit', () => {
  it('is told in Chinese, with the limit it breaks', () => {
    expect(told(z.string().min(4), 'ab')).toEqual(['至少 4 个字']);
    expect(told(z.string().min(1), '')).toEqual(['请填写']);
    expect(told(z.string().max(3), 'abcd')).toEqual(['最多 3 个字']);
    expect(told(z.number().min(0), -1)).toEqual(['不能小于 0']);
    expect(told(z.number().max(9), 10)).toEqual(['不能大于 9']);
    expect(told(z.array(z.string()).min(1), [])).toEqual(['至少要有 1 项']);
    expect(told(z.object({ name: z.string() }), {})).toEqual(['请填写']);
    expect(told(z.enum(['a', 'b']), 'c')).toEqual(['请填写或改正这一项']);
  });
});
