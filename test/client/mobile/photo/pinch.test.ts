// Looking closely at two photos at once.
import { describe, expect, it } from '@jest/globals';
import { moveFingers, rest, swipeOf, zoomAt } from '../../../../client/src/mobile/photo/pinch.ts';

const finger = (id: number, x: number, y: number) => ({ id, x, y });

describe('pinching', () => {
  it('keeps the point between the fingers where it is', () => {
    const view = zoomAt(rest, 2, { x: 100, y: 50 });
    expect(view.scale).toBe(2);
    expect([100 * view.scale + view.x, 50 * view.scale + view.y]).toEqual([100, 50]);
  });

  it('doubles when the fingers move to twice the distance', () => {
    const view = moveFingers(
      rest,
      [finger(1, 100, 100), finger(2, 200, 100)],
      [finger(1, 50, 100), finger(2, 250, 100)],
    );
    expect(view.scale).toBe(2);
  });

  it('never goes below the whole picture or beyond six times', () => {
    expect(zoomAt(rest, 0.2, { x: 9, y: 9 })).toEqual(rest);
    expect(zoomAt(rest, 100, { x: 9, y: 9 }).scale).toBe(6);
  });

  it('moves an enlarged picture with one finger and leaves a whole one alone', () => {
    const moved = [[finger(1, 0, 0)], [finger(1, 30, 10)]] as const;
    expect(moveFingers(rest, moved[0], moved[1])).toEqual(rest);
    expect(moveFingers({ scale: 2, x: 0, y: 0 }, moved[0], moved[1])).toEqual({ scale: 2, x: 30, y: 10 });
  });

  it('takes a clear move sideways for the next pair', () => {
    expect(swipeOf(finger(1, 300, 100), finger(1, 100, 110))).toBe(1);
    expect(swipeOf(finger(1, 100, 100), finger(1, 300, 110))).toBe(-1);
    expect(swipeOf(finger(1, 100, 100), finger(1, 180, 400))).toBe(0);
  });
});
