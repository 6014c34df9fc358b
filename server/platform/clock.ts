// The one place that reads the machine's time; everything else is handed a Clock.

/** Milliseconds since 1970. With a controlled engine clock the offset follows the engine's. */
export type Clock = { now(): number };

// eslint-disable-next-line no-restricted-syntax -- everyone else is given a clock
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that can be moved forward: demo seeding and acceptance tests. */
export const shiftableClock = (base: Clock = systemClock) => {
  let offset = 0;
  return {
    now: () => base.now() + offset,
    offset: () => offset,
    setOffset: (milliseconds: number) => {
      offset = milliseconds;
    },
  };
};
export type ShiftableClock = ReturnType<typeof shiftableClock>;
