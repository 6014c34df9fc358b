// What the engine's JOB record says of a user task: its groups, its form, its date.
import type { EngineRecord } from '../../platform/records/record.ts';

export const header = (record: EngineRecord, name: string): string => {
  const headers = record.value['customHeaders'];
  const value =
    typeof headers === 'object' && headers !== null
      ? (headers as Record<string, unknown>)[`io.camunda.zeebe:${name}`]
      : undefined;
  return typeof value === 'string' ? value : '';
};
export const groupsOf = (record: EngineRecord): string[] => {
  const json = header(record, 'candidateGroups');
  if (json === '') return [];
  const parsed: unknown = JSON.parse(json);
  return Array.isArray(parsed) ? parsed.filter((group): group is string => typeof group === 'string') : [];
};
export const dueOf = (record: EngineRecord): Date | null => {
  const text = header(record, 'dueDate');
  // Java prints zones as `+08:00[Asia/Shanghai]`
  const at = text === '' ? Number.NaN : Date.parse(text.replace(/\[.*\]$/, ''));
  return Number.isNaN(at) ? null : new Date(at);
};
