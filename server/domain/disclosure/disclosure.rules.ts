// What may leave the house: counts, published texts and warnings; never a person, a free text of a row, or a number to call.
import type { z } from 'zod';
import type { publicReport, publicUnit } from '#contracts/disclosure.ts';
import { isoShanghai } from '../calendar/index.ts';
import { isDone, type RowFact } from '../cases/index.ts';

export type PublicUnit = z.infer<typeof publicUnit>;
type Report = z.infer<typeof publicReport>;
/** A public exposure, already approved; lifted ones stay, marked. */
export type Exposure = {
  readonly unitId: string;
  readonly kind: string;
  readonly at: Date;
  readonly reason: string;
  readonly lifted: boolean;
};

// identity numbers, telephone numbers, bank accounts; a date is none of them
const longNumber = /\d(?:[\s-]?\d){5,}[\s-]?[\dXx]/g;
const date = /^\d{4}-\d{1,2}-\d{1,2}$/;
export const withoutNumbers = (text: string): string =>
  text.replace(longNumber, (found) => (date.test(found) ? found : '＊＊＊'));

export const publicStatus = (row: RowFact): string => {
  if (row.status === 'watching') return '已改好，长期坚持';
  if (isDone(row)) return '已改好';
  return row.overdue ? '逾期没改好' : '正在改';
};

type Place = { readonly id: string; readonly name: string; readonly town: string };

export const unitRow = (place: Place, rows: readonly RowFact[], exposures: readonly Exposure[]): PublicUnit => {
  const own = rows.filter(({ unitId }) => unitId === place.id);
  const done = own.filter(isDone).length;
  const late = own.filter((row) => !isDone(row) && row.overdue).length;
  const [warning] = exposures
    .filter(({ unitId }) => unitId === place.id)
    .sort((a, b) => Number(a.lifted) - Number(b.lifted) || b.at.getTime() - a.at.getTime());
  return {
    ...place,
    found: own.length,
    fixed: done,
    fixing: own.length - done - late,
    late,
    warning:
      warning === undefined
        ? null
        : {
            kind: warning.kind,
            at: isoShanghai(warning.at),
            reason: withoutNumbers(warning.reason),
            lifted: warning.lifted,
          },
  };
};

/** Standing warnings first, then by name. */
export const inPublicOrder = (units: readonly PublicUnit[]): PublicUnit[] => {
  const rank = ({ warning }: PublicUnit): number => (warning !== null && !warning.lifted ? 0 : 1);
  return [...units].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'zh-CN'));
};

/** In the order in which their units are listed. */
export const townsOf = (units: readonly PublicUnit[]): string[] => [
  ...new Set(inPublicOrder(units).flatMap(({ town }) => (town === '' ? [] : [town]))),
];

type Problem = { readonly no: number; readonly measures: readonly string[] };

export const aspectsOf = (
  rows: readonly RowFact[],
  problems: readonly Problem[],
  unitNames: ReadonlyMap<string, string>,
): Pick<Report, 'overview' | 'aspects'> => {
  const titles = [...new Set(rows.map(({ category }) => category || '其他'))];
  const ofAspect = (title: string): RowFact[] => rows.filter(({ category }) => (category || '其他') === title);
  return {
    overview: titles.map((aspect) => {
      const own = ofAspect(aspect);
      const fixed = own.filter(isDone).length;
      return { aspect, found: own.length, fixed, fixing: own.length - fixed };
    }),
    aspects: titles.map((title) => ({
      title,
      items: ofAspect(title).map((row) => ({
        unit: unitNames.get(row.unitId) ?? '',
        problem: row.problemTitle || title,
        // the plan's measures: what a unit wrote itself may name people
        measures: problems.find(({ no }) => no === row.problemNo)?.measures.join('；') ?? '',
        status: publicStatus(row),
        verifiedAt: row.struckOffAt === null ? null : isoShanghai(row.struckOffAt).slice(0, 10),
        evidenceCount: row.evidenceCount,
      })),
    })),
  };
};
