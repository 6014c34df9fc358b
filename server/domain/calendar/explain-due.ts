// The sentence beside a deadline: where it comes from, what is left of it, which holidays were left out.
import type { Text } from '#contracts/problem.ts';
import { counted } from '../../platform/counted.ts';
import { holidaysKnown, knownYears, specialDaysBetween, workingDaysBetween } from './working-days.ts';
import { dayInEnglish, dayInWords, dayOf, daysBetween, type Day } from './zone.ts';

const joined = (parts: readonly Text[]): Text => ({
  zh: parts.map(({ zh }) => `，${zh}`).join(''),
  en: parts.map(({ en }) => `, ${en}`).join(''),
});

const restDays = (from: Day, to: Day): Text => {
  const special = specialDaysBetween(from, to);
  const named = new Map(special.flatMap(({ kind, name }) => (kind === 'holiday' && name ? [[name.zh, name.en]] : [])));
  const makeups = special.filter(({ kind }) => kind === 'makeup').length;
  const parts: (Text | null)[] = [
    named.size === 0
      ? null
      : {
          zh: `扣除${[...named.keys()].join('、')}假期`,
          en: `${[...named.values()].join(', ')} left out`,
        },
    makeups === 0 ? null : { zh: `含调休上班${makeups}天`, en: `${counted(makeups, 'make-up day')} counted in` },
    holidaysKnown(to)
      ? null
      : {
          zh: `${knownYears.last}年以后的放假安排未公布，按周末推算`,
          en: `the holidays after ${knownYears.last} are not published yet: only weekends left out`,
        },
  ];
  return joined(parts.filter((part) => part !== null));
};

const leftOf = (at: Date, now: Date): Text => {
  const [from, to] = [dayOf(now), dayOf(at)];
  const days = daysBetween(from, to);
  if (now.getTime() > at.getTime()) return { zh: `，已过${-days}天`, en: `, ${counted(-days, 'day')} past` };
  if (days === 0) return { zh: '，就是今天', en: ', today' };
  const working = workingDaysBetween(from, to);
  const rest = restDays(from, to);
  return {
    zh: `，还有${days}个自然日，其中工作日${working}天${rest.zh}`,
    en: `, ${counted(days, 'day')} left, working days: ${working}${rest.en}`,
  };
};

export const explainDue = (at: Date, now: Date, how: Text | null): Text => {
  const day = dayOf(at);
  const left = leftOf(at, now);
  return {
    zh: `${how?.zh ? `${how.zh}；` : ''}截至${dayInWords(day)}24时${left.zh}。`,
    en: `${how?.en ? `${how.en}; due` : 'Due'} by the end of ${dayInEnglish(day)}${left.en}.`,
  };
};
