// Places the steps of a process strip: one row, widths by the length of the names, returns below in lanes.
import type { TaskDetail } from '#contracts/tasks.ts';

type Strip = NonNullable<TaskDetail['strip']>;
export type StripBox = Strip['steps'][number] & { readonly x: number; readonly width: number };
export type StripReturn = Strip['returns'][number] & {
  readonly fromX: number;
  readonly toX: number;
  readonly y: number;
};
export type StripLayout = {
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  readonly start: number;
  readonly end: number;
  readonly boxes: readonly StripBox[];
  readonly flows: readonly { from: number; to: number }[];
  readonly returns: readonly StripReturn[];
};

const gap = 20;
const middle = 22;
const lane = 18;

/** Chinese characters take a full width of 14, others about half. */
export const nameWidth = (name: string): number =>
  Math.max(56, 20 + [...name].reduce((sum, char) => sum + (char.charCodeAt(0) > 255 ? 13 : 7.5), 0));

const placeBoxes = (strip: Strip): StripBox[] => {
  let x = 10 + 8 + gap;
  return strip.steps.map((step) => {
    const box = { ...step, x, width: nameWidth(step.name) };
    x += box.width + gap;
    return box;
  });
};

const placeReturns = (strip: Strip, boxes: readonly StripBox[]): StripReturn[] => {
  const centre = (id: string): number | null => {
    const box = boxes.find((each) => each.id === id);
    return box === undefined ? null : box.x + box.width / 2;
  };
  return strip.returns
    .flatMap((back) => {
      const [fromX, toX] = [centre(back.from), centre(back.to)];
      return fromX === null || toX === null ? [] : [{ ...back, fromX, toX, y: 0 }];
    })
    .map((back, index) => ({ ...back, y: middle + 50 + index * lane }));
};

export const layStrip = (strip: Strip): StripLayout => {
  const boxes = placeBoxes(strip);
  const returns = placeReturns(strip, boxes);
  const last = boxes.at(-1);
  const right = last === undefined ? 10 + 8 : last.x + last.width;
  const ends = [...boxes.map((box) => box.x), right + gap];
  const starts = [10 + 8, ...boxes.map((box) => box.x + box.width)];
  return {
    width: right + gap + 8 + 10,
    height: middle + 36 + (returns.length === 0 ? 0 : 6 + returns.length * lane + 6),
    middle,
    start: 10,
    end: right + gap + 8,
    boxes,
    flows: starts.map((from, index) => ({ from, to: ends[index] ?? from })),
    returns,
  };
};
