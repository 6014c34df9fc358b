// A scene: something people do at one moment. Moments are played in order on a clock that only goes forward.
export type Scene = { readonly at: Date; readonly play: () => Promise<unknown> };
/** What people do in different places at one moment; none of its scenes waits for another. */
export type Moment = { readonly at: Date; readonly scenes: readonly Scene[] };

export const scene = (at: Date, play: () => Promise<unknown>): Scene => ({ at, play });

export const inMoments = (scenes: readonly Scene[]): Moment[] => {
  const byTime = new Map<number, Scene[]>();
  for (const one of scenes) byTime.set(one.at.getTime(), [...(byTime.get(one.at.getTime()) ?? []), one]);
  return [...byTime]
    .sort(([left], [right]) => left - right)
    .map(([time, together]) => ({ at: new Date(time), scenes: together }));
};
