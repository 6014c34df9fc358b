// A scene: something people do at one moment. Scenes are sorted by time and played on a clock that only goes forward.
export type Scene = { readonly at: Date; readonly play: () => Promise<unknown> };

export const scene = (at: Date, play: () => Promise<unknown>): Scene => ({ at, play });

/** Stable: what is written first at one moment happens first. */
export const inOrder = (scenes: readonly Scene[]): Scene[] =>
  [...scenes].sort((left, right) => left.at.getTime() - right.at.getTime());
