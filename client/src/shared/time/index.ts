// The door to time.
export {
  addDays,
  clockSeconds,
  clockTime,
  daysBetween,
  fullTime,
  isoDay,
  officialDay,
  shortDay,
  shortTime,
  weekday,
} from './format.ts';
export { serverNow, setServerNow, useServerNow } from './server-clock.ts';
