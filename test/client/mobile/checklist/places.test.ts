// Where a checklist is to be answered.
import { describe, expect, it } from '@jest/globals';
import type { TaskDetail } from '#contracts/tasks.ts';
import { sheetOf } from '../../../../client/src/mobile/checklist/places.ts';

const item = (id: string, scope: 'unit' | 'site') => ({ id, scope });
const selfCheck = (sites: { id: string; name: string }[]): TaskDetail =>
  ({
    task: { type: 'self-check' },
    case: {
      unitName: '镇卫生院',
      sites,
      checklist: { title: '自查表', items: [item('a', 'unit'), item('b', 'site'), item('c', 'site')] },
    },
  }) as unknown as TaskDetail;

describe("the places of a unit's own check", () => {
  it('are the unit for what is asked of it, and each clinic for what is asked of clinics', () => {
    const sheet = sheetOf(selfCheck([{ id: 'dq', name: '东渠村卫生室' }]));
    expect(sheet?.places.map((place) => [place.name, place.items.length])).toEqual([
      ['镇卫生院', 1],
      ['东渠村卫生室', 2],
    ]);
  });

  it('are the unit alone where it has no clinics', () => {
    expect(sheetOf(selfCheck([]))?.places.map((place) => place.items.length)).toEqual([3]);
  });
});
