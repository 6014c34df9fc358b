// FEEL's two durations: days and time (nanoseconds), years and months.

const NANOS = 1_000_000_000n;

export class DayTimeDuration {
  constructor(readonly nanos: bigint) {}

  static ofMillis(millis: number): DayTimeDuration {
    return new DayTimeDuration(BigInt(Math.trunc(millis)) * 1_000_000n);
  }

  get seconds(): number {
    return Number(this.nanos / NANOS);
  }

  /** Java's Duration.toString: hours at most, no days. */
  toJava(): string {
    if (this.nanos === 0n) return 'PT0S';
    const total = this.nanos / NANOS;
    const [hours, minutes] = [total / 3600n, (total % 3600n) / 60n];
    return `PT${part(hours, 'H')}${part(minutes, 'M')}${secondsText(this.nanos - (hours * 3600n + minutes * 60n) * NANOS)}`;
  }

  /** FEEL's own text, with days and without fractions. */
  toString(): string {
    if (this.nanos > -NANOS && this.nanos < NANOS) return 'P0D';
    const negative = this.nanos < 0n;
    const nanos = negative ? -this.nanos : this.nanos;
    const total = nanos / NANOS;
    const [days, hours, minutes] = [total / 86_400n, (total % 86_400n) / 3600n, (total % 3600n) / 60n];
    const time = part(hours, 'H') + part(minutes, 'M') + part(total % 60n, 'S');
    return `${negative ? '-' : ''}P${part(days, 'D')}${time === '' ? '' : `T${time}`}`;
  }
}

export class YearMonthDuration {
  constructor(readonly months: number) {}

  toString(): string {
    if (this.months === 0) return 'P0Y';
    const months = Math.abs(this.months);
    const [years, rest] = [Math.trunc(months / 12), months % 12];
    return `${this.months < 0 ? '-' : ''}P${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
  }

  /** Java's Period.toString: the sign on each part. */
  toJava(): string {
    if (this.months === 0) return 'P0D';
    const [years, rest] = [Math.trunc(this.months / 12), this.months % 12];
    return `P${years === 0 ? '' : `${years}Y`}${rest === 0 ? '' : `${rest}M`}`;
  }
}

const part = (value: bigint, unit: string): string => (value === 0n ? '' : `${value}${unit}`);

function secondsText(nanos: bigint): string {
  if (nanos === 0n) return '';
  const magnitude = nanos < 0n ? -nanos : nanos;
  const fraction = (magnitude % NANOS).toString().padStart(9, '0').replace(/0+$/u, '');
  return `${nanos < 0n ? '-' : ''}${magnitude / NANOS}${fraction === '' ? '' : `.${fraction}`}S`;
}

const dayTime = /^(-)?P(?=.)(?:(-?\d+)D)?(?:T(?=.)(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?\d+)(?:\.(\d{1,9}))?S)?)?$/u;
const yearMonth = /^(-)?P(?=.)(?:(-?\d+)Y)?(?:(-?\d+)M)?$/u;

export function parseDuration(text: string): DayTimeDuration | YearMonthDuration | undefined {
  const months = yearMonth.exec(text);
  if (months !== null) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0);
    return new YearMonthDuration(months[1] === '-' ? -total : total);
  }
  const time = dayTime.exec(text);
  if (time === null) return undefined;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = time;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  const rest = BigInt(fraction.padEnd(9, '0')) * (seconds.startsWith('-') ? -1n : 1n);
  const nanos = whole * NANOS + rest;
  return new DayTimeDuration(sign === '-' ? -nanos : nanos);
}
