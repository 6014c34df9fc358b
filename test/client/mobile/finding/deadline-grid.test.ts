// The days of a term as the deadline sheet paints them.
import { describe, expect, it } from '@jest/globals';
import { deadlineGrid } from '../../../../client/src/mobile/finding/deadline-grid.ts';

const dragonBoat = { zh: '端午节', en: 'Dragon Boat Festival' };
const holidays = ['2019-06-07', '2019-06-08', '2019-06-09'];
const dayAfter = (from: string, count: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
const june = (weeks: number, makeup: string[] = []) =>
  Array.from({ length: weeks * 7 }, (_, index) => {
    const day = dayAfter('2019-06-03', index);
    const weekend = index % 7 > 4;
    const kind = makeup.includes(day) ? 'makeup' : holidays.includes(day) ? 'holiday' : weekend ? 'weekend' : 'workday';
    return {
      day,
      kind,
      working: kind === 'workday' || kind === 'makeup',
      name: kind === 'holiday' ? dragonBoat : null,
    } as const;
  });
const term = { from: '2019-06-04', due: '2019-06-26', today: '2019-06-24' };
const cellOf = (grid: ReturnType<typeof deadlineGrid>, day: string) =>
  grid.weeks.flat().find((cell) => cell.day === day);

describe('the deadline grid', () => {
  it('counts working days from the day after the start, without weekends and holidays', () => {
    const grid = deadlineGrid(june(4), term);
    expect(grid.used).toBe(12);
    expect(cellOf(grid, '2019-06-04')?.count).toBe('out');
    expect(cellOf(grid, '2019-06-05')?.count).toBe('used');
    expect(cellOf(grid, '2019-06-15')?.count).toBe('off');
    expect(cellOf(grid, '2019-06-07')?.count).toBe('holiday');
    expect(grid.holidays).toEqual([dragonBoat]);
  });

  it('marks today and the deadline, and tints what is left', () => {
    const grid = deadlineGrid(june(4), term);
    expect(cellOf(grid, '2019-06-24')).toMatchObject({ today: true, count: 'left' });
    expect(cellOf(grid, '2019-06-26')).toMatchObject({ due: true });
    expect(cellOf(grid, '2019-06-27')?.count).toBe('out');
  });

  it('counts a make-up day as the working day it is', () => {
    const grid = deadlineGrid(june(4, ['2019-06-15']), term);
    expect(cellOf(grid, '2019-06-15')).toMatchObject({ makeup: true, count: 'used' });
    expect(grid.used).toBe(13);
  });

  it('shows whole weeks, and of a long term the last six', () => {
    const grid = deadlineGrid(june(20), { ...term, due: '2019-10-15' });
    expect(grid.weeks).toHaveLength(6);
    expect(grid.weeks.every((week) => week.length === 7)).toBe(true);
  });
});
