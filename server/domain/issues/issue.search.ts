// What a row is found by: number, words, unit and place, and the initials of their pinyin.
import { pinyin } from 'pinyin-pro';
import type { IssueRecord } from './issue.record.ts';

const initials = (text: string): string =>
  pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('').toLowerCase();

export const searchText = (
  issue: Pick<
    IssueRecord,
    'no' | 'description' | 'unitName' | 'siteName' | 'problemTitle' | 'category' | 'person' | 'responsibleLeader'
  >,
): string => {
  const places = [issue.unitName, issue.siteName ?? ''];
  return [
    issue.no,
    issue.description,
    ...places,
    issue.problemTitle,
    issue.category,
    issue.person,
    issue.responsibleLeader,
    ...places.map(initials),
    initials(issue.description.slice(0, 60)),
  ]
    .join(' ')
    .toLowerCase();
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Every word must occur; nothing typed is ever a pattern. */
export const searchFilter = (typed: string): readonly Record<string, unknown>[] =>
  typed
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => ({ search: { $regex: escaped(word) } }));
