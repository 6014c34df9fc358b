// The inbox's state in its address: filters, order, the open task; a pasted link shows the same.
import type { TaskQuery } from '#contracts/tasks.ts';

export type InboxView = TaskQuery['view'];
export type InboxFilter = {
  readonly view: InboxView;
  readonly sort: TaskQuery['sort'];
  readonly type?: string;
  readonly unitId?: string;
  readonly campaignId?: string;
  readonly due?: 'overdue' | 'today' | 'week' | 'later';
  readonly returned?: '1';
  readonly q?: string;
};

export const views: readonly InboxView[] = ['mine', 'claimable', 'snoozed', 'waiting', 'doneToday'];
const sorts: readonly TaskQuery['sort'][] = ['due', 'unit', 'step'];
const dues = ['overdue', 'today', 'week', 'later'] as const;
const filterNames = ['view', 'sort', 'type', 'unitId', 'campaignId', 'due', 'returned', 'q'] as const;

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((each) => each === value);

export const readFilter = (search: URLSearchParams): InboxFilter => {
  const free = (name: 'type' | 'unitId' | 'campaignId' | 'q') => {
    const value = search.get(name);
    return value === null || value === '' ? {} : { [name]: value };
  };
  const due = oneOf(dues, search.get('due'));
  return {
    view: oneOf(views, search.get('view')) ?? 'mine',
    sort: oneOf(sorts, search.get('sort')) ?? 'due',
    ...free('type'),
    ...free('unitId'),
    ...free('campaignId'),
    ...(due === undefined ? {} : { due }),
    ...(search.get('returned') === '1' ? { returned: '1' as const } : {}),
    ...free('q'),
  };
};

/** Defaults are left out, so that equal filters have equal addresses. */
export const writeFilter = (filter: InboxFilter): string => {
  const search = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name];
    if (value === undefined || (name === 'view' && value === 'mine') || (name === 'sort' && value === 'due')) continue;
    search.set(name, value);
  }
  return search.toString();
};

export const sameFilter = (one: string, other: string): boolean =>
  writeFilter(readFilter(new URLSearchParams(one))) === writeFilter(readFilter(new URLSearchParams(other)));

export const withTask = (filter: InboxFilter, task: string | null): string => {
  const text = writeFilter(filter);
  if (task === null) return text;
  return `${text}${text === '' ? '' : '&'}task=${encodeURIComponent(task)}`;
};
