// The Yongning year moved by whole weeks, so that the county's today lies late in its rectification stage.
import { addDays, dayOf, daysBetween, startOfDay } from '../domain/calendar/index.ts';

/** The day of 2019 that the demo county's today stands for. */
const modelDay = '2019-07-24';
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export type StoryDates = {
  /** Days that every date of the plan is moved by; a multiple of seven keeps its weekdays. */
  readonly shift: number;
  /** An hour of a day of 2019, moved. */
  planned(day: string, hour: number): Date;
  /** An hour so many days before today. */
  ago(days: number, hour: number): Date;
  /** The day itself, as the plan writes it. */
  dayAgo(days: number): string;
};

export const storyDates = (now: Date): StoryDates => {
  const today = dayOf(now);
  const shift = Math.round(daysBetween(modelDay, today) / 7) * 7;
  const hourOf = (day: string, hour: number): Date => new Date(startOfDay(day).getTime() + Math.round(hour * hourMs));
  return {
    shift,
    planned: (day, hour) => hourOf(addDays(day, shift), hour),
    ago: (days, hour) => new Date(startOfDay(today).getTime() - days * dayMs + Math.round(hour * hourMs)),
    dayAgo: (days) => addDays(today, -days),
  };
};
