// Door of the timers: what is due, and what time it is.
export { ControlledClock, type Clock } from './controlled-clock.ts';
export { DueChecker } from './due-checker.ts';
