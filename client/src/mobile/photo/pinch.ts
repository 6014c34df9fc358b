// Where two pictures stand that are pulled, pinched and doubled together.
export type View = { scale: number; x: number; y: number };
export type Finger = { id: number; x: number; y: number };

export const rest: View = { scale: 1, x: 0, y: 0 };
const most = 6;

const apart = (a: Finger, b: Finger): number => Math.hypot(a.x - b.x, a.y - b.y) || 1;
const between = (a: Finger, b: Finger): { x: number; y: number } => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

export const zoomAt = (view: View, factor: number, at: { x: number; y: number }): View => {
  const scale = Math.min(most, Math.max(1, view.scale * factor));
  if (scale === 1) return rest;
  const grown = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown };
};

/** One finger moves an enlarged picture, two fingers enlarge around their middle. */
export const moveFingers = (view: View, before: readonly Finger[], after: readonly Finger[]): View => {
  const [a, b] = before;
  const [c, d] = after;
  if (a === undefined || c === undefined) return view;
  if (b === undefined || d === undefined)
    return view.scale === 1 ? view : { ...view, x: view.x + c.x - a.x, y: view.y + c.y - a.y };
  const middle = between(c, d);
  const moved = { ...view, x: view.x + middle.x - between(a, b).x, y: view.y + middle.y - between(a, b).y };
  return zoomAt(moved, apart(c, d) / apart(a, b), middle);
};

/** -1 or 1 for a clear swipe sideways, else 0. */
export const swipeOf = (from: Finger, to: Finger): -1 | 0 | 1 => {
  const x = to.x - from.x;
  if (Math.abs(x) < 60 || Math.abs(x) < 2 * Math.abs(to.y - from.y)) return 0;
  return x < 0 ? 1 : -1;
};
