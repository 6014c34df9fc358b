// Places days on the stage track as percentages, with a mark for each month.
import type { CampaignOverview } from '#contracts/campaigns.ts';
import { daysBetween, isoDay } from '../../../shared/time/index.ts';

export type TrackScale = {
  readonly at: (day: string) => number;
  readonly months: readonly { readonly day: string; readonly left: number }[];
};

export const trackDays = (lanes: CampaignOverview['lanes'], today: string): string[] =>
  [today, ...lanes.flatMap((lane) => [lane.start, lane.end, ...lane.milestones.map((mark) => mark.at)])]
    .filter((day): day is string => day !== null)
    .map(isoDay);

const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
const nextMonth = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
};

export const trackScale = (days: readonly string[]): TrackScale => {
  const sorted = [...days].sort();
  const first = monthStart(sorted[0] ?? '2000-01-01');
  const last = nextMonth(sorted.at(-1) ?? first);
  const whole = Math.max(1, daysBetween(first, last));
  const at = (day: string): number => Math.max(0, Math.min(100, (daysBetween(first, day) / whole) * 100));
  const months: { day: string; left: number }[] = [];
  // ten years at most: a broken date must not draw forever
  for (let day = first; day < last && months.length < 120; day = nextMonth(day)) months.push({ day, left: at(day) });
  return { at, months };
};
