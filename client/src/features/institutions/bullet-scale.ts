// Where value and threshold stand on a bullet bar, and by how much a value misses.
type Reading = {
  readonly value: number | null;
  readonly threshold: number | null;
  readonly op: '>=' | '<=' | '=' | null;
};

/** Percent of the bar; the threshold never sits at the very end, so that more than enough shows. */
export const bulletOf = (reading: Reading): { value: number; threshold: number | null } => {
  const value = reading.value ?? 0;
  const threshold = reading.threshold;
  const whole = Math.max(value, threshold ?? 0, 1) * (threshold === null ? 1.35 : 1.08);
  return { value: (value / whole) * 100, threshold: threshold === null ? null : (threshold / whole) * 100 };
};

export const shortfall = (reading: Reading): number => {
  if (reading.value === null || reading.threshold === null) return 0;
  return Math.round(Math.abs(reading.threshold - reading.value) * 10) / 10;
};
