// Door of the working calendar: pure functions, and the route that explains a deadline day by day.
import type { Slice } from '../../platform/slice.ts';
import { ok, refuse } from '../../platform/result.ts';
import { daysBetween, isDay } from './zone.ts';
import { daysInRange } from './working-days.ts';

export {
  addDays,
  addMonths,
  businessZone,
  dayInEnglish,
  dayInWords,
  dayOf,
  daysBetween,
  endOfDay,
  isDay,
  isoShanghai,
  monthEnd,
  startOfDay,
} from './zone.ts';
export type { Day } from './zone.ts';
export { addWorkingDays, daysInRange, describeDay, knownYears, workingDaysBetween } from './working-days.ts';
export { dueAt, dueView } from './due.ts';

const longest = 800;

export const createCalendar = (): { readonly slice: Slice } => ({
  slice: {
    routes: {
      'GET /api/calendar': async ({ query }) => {
        const span = isDay(query.from) && isDay(query.to) ? daysBetween(query.from, query.to) : -1;
        if (span < 0 || span > longest)
          return refuse('bad_request', {
            message: { zh: '起止日期不对，最长两年', en: 'Give a valid range of at most two years' },
          });
        return ok([...daysInRange(query.from, query.to)]);
      },
    },
  },
});
