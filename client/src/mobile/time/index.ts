// The door to time: the county's clock and how dates are said.
export { businessNow, businessTime, setBusinessNow } from './business-clock.ts';
export {
  addDays,
  clockText,
  dayKey,
  dayText,
  deadlineText,
  letterDate,
  momentText,
  weekdayOf,
  weekdayText,
} from './dates.ts';
