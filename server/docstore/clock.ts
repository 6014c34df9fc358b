// The one way this store learns the time of day.
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

// eslint-disable-next-line no-restricted-syntax -- everyone else is given a clock
export const systemClock: Clock = { now: () => Date.now() };

/** The part of a logger this store uses; a pino logger fits. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
