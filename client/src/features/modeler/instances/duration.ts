// How long something took, in the two largest units, and how hot that is beside its neighbours.
import type { TFunction } from 'i18next';

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

export const durationWords = (t: TFunction<'models'>, seconds: number): string => {
  if (seconds < 60) return t('duration.underMinute');
  const parts: string[] = [];
  let rest = Math.floor(seconds);
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && parts.length < 2) parts.push(t(`duration.${unit}`, { count }));
    else if (parts.length > 0) break;
  }
  return parts.join(' ');
};

/** 1 to 4 by share of the longest stay; 0 for what took no time worth a colour. */
export const heatOf = (seconds: number, longest: number): number =>
  longest <= 0 || seconds < 60 ? 0 : Math.max(1, Math.ceil((seconds / longest) * 4));
