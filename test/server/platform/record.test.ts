// Records arrive as JSON text whose keys may be larger than a double holds.
import { describe, expect, it } from '@jest/globals';
import { parseRecord } from '../../../server/platform/records/record.ts';

const line = (key: string, value: string): string =>
  `{"partitionId":1,"position":7,"key":${key},"timestamp":1563948000000,"valueType":"VARIABLE","intent":"CREATED","recordType":"EVENT","value":{"value":${value},"scopeKey":${key}}}`;

describe('reading a record', () => {
  it('keeps keys of the first partition exact', () => {
    expect(parseRecord(line('2251799813685251', '"1"')).key).toBe('2251799813685251');
  });
  it('keeps keys beyond 2^53 exact', () => {
    const record = parseRecord(line('9007199254740993', '"1"'));
    expect(record.key).toBe('9007199254740993');
    expect(record.value['scopeKey']).toBe('9007199254740993');
  });
  it('leaves long numbers inside strings alone', () => {
    const record = parseRecord(line('9007199254740993', '"[9007199254740993,\\"a\\",12345678901234567]"'));
    expect(record.value['value']).toBe('[9007199254740993,"a",12345678901234567]');
  });
});
