// Records as the engine exports them: events of one partition, one after another.
import type { EngineRecord } from '../../server/platform/records/record.ts';

export const recordsAt = (now: () => number) => {
  let position = 0;
  return (valueType: string, intent: string, key: string, value: Record<string, unknown>): EngineRecord => ({
    partitionId: 1,
    position: (position += 1),
    key,
    timestamp: now(),
    valueType,
    intent,
    recordType: 'EVENT',
    value,
  });
};
