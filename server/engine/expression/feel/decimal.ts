// Decimal numbers of 34 digits, rounded half even, with Java's scales, so that `0.1 + 0.2 = 0.3`.

const DIGITS = 34;
const pow10 = (n: number): bigint => 10n ** BigInt(n);
const digitsOf = (coef: bigint): number => (coef < 0n ? -coef : coef).toString().length;

export type Rounding = 'HALF_EVEN' | 'HALF_UP' | 'HALF_DOWN' | 'UP' | 'DOWN' | 'FLOOR' | 'CEILING';

/** coef × 10^-scale. */
export class Decimal {
  constructor(
    readonly coef: bigint,
    readonly scale: number,
  ) {}

  static fromNumber(value: number): Decimal {
    return Number.isSafeInteger(value)
      ? new Decimal(BigInt(value), 0)
      : (Decimal.parse(String(value)) ?? new Decimal(0n, 0));
  }

  static parse(text: string): Decimal | undefined {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/u.exec(text);
    if (match === null) return undefined;
    const [, sign, whole = '', fraction = '', exponent = '0'] = match;
    if (whole + fraction === '') return undefined;
    const coef = BigInt(whole + fraction);
    return new Decimal(sign === '-' ? -coef : coef, fraction.length - Number(exponent)).limited();
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale).limited();
  }

  minus(other: Decimal): Decimal {
    return this.plus(other.negated());
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.coef * other.coef, this.scale + other.scale).limited();
  }

  /** Exact quotients keep the scale Java prefers; others have 34 digits. */
  dividedBy(other: Decimal): Decimal {
    const preferred = this.scale - other.scale;
    const shift = Math.max(0, DIGITS + digitsOf(other.coef) - digitsOf(this.coef) + 1);
    const numerator = this.coef * pow10(shift);
    let coef = numerator / other.coef;
    const exact = numerator % other.coef === 0n;
    if (!exact) return new Decimal(coef * 10n + (coef < 0n ? -1n : 1n), preferred + shift + 1).limited();
    let scale = preferred + shift;
    while (scale > preferred && coef % 10n === 0n) {
      coef /= 10n;
      scale -= 1;
    }
    return new Decimal(coef, scale).limited();
  }

  remainder(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) % other.at(scale), scale);
  }

  negated(): Decimal {
    return new Decimal(-this.coef, this.scale);
  }

  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const [mine, theirs] = [this.at(scale), other.at(scale)];
    return mine < theirs ? -1 : mine > theirs ? 1 : 0;
  }

  sign(): number {
    return this.coef < 0n ? -1 : this.coef > 0n ? 1 : 0;
  }

  isInteger(): boolean {
    return this.scale <= 0 || this.coef % pow10(this.scale) === 0n;
  }

  toBigInt(): bigint {
    return this.scale <= 0 ? this.coef * pow10(-this.scale) : this.coef / pow10(this.scale);
  }

  toNumber(): number {
    return Number(`${this.coef}e${-this.scale}`);
  }

  rounded(scale: number, rounding: Rounding): Decimal {
    return scale >= this.scale
      ? new Decimal(this.at(scale), scale)
      : new Decimal(round(this.coef, this.scale - scale, rounding), scale);
  }

  /** Plain notation unless Java would use an exponent. */
  toString(): string {
    const digits = (this.coef < 0n ? -this.coef : this.coef).toString();
    const sign = this.coef < 0n ? '-' : '';
    const exponent = digits.length - 1 - this.scale;
    if (this.scale >= 0 && exponent >= -6) return sign + pointed(digits, this.scale);
    const mantissa = digits.length === 1 ? digits : `${digits[0] ?? ''}.${digits.slice(1)}`;
    return `${sign}${mantissa}E${exponent >= 0 ? '+' : ''}${exponent}`;
  }

  private at(scale: number): bigint {
    return this.coef * pow10(scale - this.scale);
  }

  private limited(): Decimal {
    const excess = digitsOf(this.coef) - DIGITS;
    if (excess <= 0) return this;
    return new Decimal(round(this.coef, excess, 'HALF_EVEN'), this.scale - excess).limited();
  }
}

function pointed(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const padded = digits.padStart(scale + 1, '0');
  return `${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function round(coef: bigint, drop: number, rounding: Rounding): bigint {
  const unit = pow10(drop);
  const down = coef / unit;
  const rest = coef % unit;
  if (rest === 0n) return down;
  const away = coef < 0n ? -1n : 1n;
  return roundsAway(rounding, coef < 0n, (rest < 0n ? -rest : rest) * 2n, unit, down) ? down + away : down;
}

function roundsAway(rounding: Rounding, negative: boolean, twice: bigint, unit: bigint, down: bigint): boolean {
  switch (rounding) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'FLOOR':
      return negative;
    case 'CEILING':
      return !negative;
    case 'HALF_UP':
      return twice >= unit;
    case 'HALF_DOWN':
      return twice > unit;
    case 'HALF_EVEN':
      return twice > unit || (twice === unit && down % 2n !== 0n);
  }
}
