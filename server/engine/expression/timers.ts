// Timer texts to due times: ISO 8601 dates, durations, repeating intervals, and cron in the business zone.
import { DateTime, Duration } from 'luxon';
import type { TimerKind } from '../model/index.ts';
import { nextCronTime, parseCron } from './cron.ts';
import type { TimerPlan, Typed } from './result.ts';

type Interval = { readonly repetitions: number; readonly start?: number; readonly period: Duration };

export function planTimer(kind: TimerKind, text: string, source: string, now: number, zone: string): Typed<TimerPlan> {
  if (kind === 'date') return planDate(text, source);
  if (kind === 'duration') return planDuration(text, source, now, zone);
  return planCycle(text, now, zone);
}

/** After a firing; undefined when the cycle is over. */
export function planNext(
  kind: TimerKind,
  text: string,
  fired: TimerPlan,
  now: number,
  zone: string,
): Typed<TimerPlan | undefined> {
  if (kind !== 'cycle' || fired.repetitions === 1) return { ok: true, value: undefined };
  if (!text.startsWith('R')) return planCycle(text, now, zone);
  const interval = parseInterval(text);
  if (!interval.ok) return interval;
  const repetitions = fired.repetitions === -1 ? -1 : fired.repetitions - 1;
  return { ok: true, value: { dueDate: plus(fired.dueDate, interval.value.period, zone), repetitions } };
}

function planDate(text: string, source: string): Typed<TimerPlan> {
  const dueDate = instantOf(text);
  if (dueDate === undefined)
    return { ok: false, message: `Invalid date-time format '${text}' for expression '${source}'.` };
  return { ok: true, value: { dueDate, repetitions: 1 } };
}

function planDuration(text: string, source: string, now: number, zone: string): Typed<TimerPlan> {
  const period = durationOf(text);
  if (period === undefined)
    return { ok: false, message: `Invalid duration format '${text}' for expression '${source}'.` };
  return { ok: true, value: { dueDate: plus(now, period, zone), repetitions: 1 } };
}

function planCycle(text: string, now: number, zone: string): Typed<TimerPlan> {
  if (text.startsWith('R')) {
    const parsed = parseInterval(text);
    if (!parsed.ok) return parsed;
    const { repetitions, start, period } = parsed.value;
    return {
      ok: true,
      value: { dueDate: start !== undefined && start >= now ? start : plus(now, period, zone), repetitions },
    };
  }
  const cron = parseCron(text);
  if (!cron.ok) return cron;
  const dueDate = nextCronTime(cron.value, now, zone);
  return dueDate === undefined
    ? { ok: false, message: `The cron expression '${text}' has no next date` }
    : { ok: true, value: { dueDate, repetitions: -1 } };
}

function parseInterval(text: string): Typed<Interval> {
  const parts = text.split('/');
  const [repeat = '', second, third] = parts;
  const count = repeat.slice(1);
  const period = durationOf(third ?? second ?? '');
  const start = third === undefined ? undefined : second === '' ? undefined : instantOf(second ?? '');
  const badStart = third !== undefined && second !== '' && start === undefined;
  if (period === undefined && parts.length > 1) return { ok: false, message: 'Text cannot be parsed to a Period' };
  if (parts.length < 2 || parts.length > 3 || period === undefined || badStart || !/^(-?\d+)?$/u.test(count)) {
    return { ok: false, message: `Repetition spec must contain exactly two or three elements: '${text}'` };
  }
  const repetitions = count === '' ? -1 : Number(count);
  return { ok: true, value: start === undefined ? { repetitions, period } : { repetitions, start, period } };
}

/** With offset or zone (`2026-01-01T08:00+08:00[Asia/Shanghai]`); without either it is no instant. */
function instantOf(text: string): number | undefined {
  const match = /^([^[\]]+)(?:\[([^\]]+)\])?$/u.exec(text);
  if (match === null || !/(Z|[+-]\d\d:?\d\d(:?\d\d)?)$/u.test(match[1] ?? '') || !text.includes('T')) return undefined;
  const time = DateTime.fromISO(match[1] ?? '', { setZone: true });
  return time.isValid ? time.toMillis() : undefined;
}

const durationPattern = /^-?P(?=.)(-?\d+Y)?(-?\d+M)?(-?\d+W)?(-?\d+D)?(T(?=.)(-?\d+H)?(-?\d+M)?(-?\d+(\.\d+)?S)?)?$/u;

function durationOf(text: string): Duration | undefined {
  if (!durationPattern.test(text)) return undefined;
  const duration = Duration.fromISO(text.replace(/^-/u, ''));
  if (!duration.isValid) return undefined;
  return text.startsWith('-') ? duration.negate() : duration;
}

const plus = (from: number, period: Duration, zone: string): number =>
  DateTime.fromMillis(from, { zone }).plus(period).toMillis();
