// The machine's clock: the one place of the engine that reads it; everything else is given one.

// eslint-disable-next-line no-restricted-syntax
export const systemClock = { now: (): number => Date.now() };
