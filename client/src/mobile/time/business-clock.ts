// The county's clock as the server told it, carried on by this phone's own.
let ahead = 0;

/** `own`: what this phone's clock said when it was told. */
export const setBusinessNow = (now: string, own = Date.now()): void => {
  const difference = Date.parse(now) - own;
  if (!Number.isNaN(difference)) ahead = difference;
};

/** A moment this phone wrote down by its own clock. */
export const businessTime = (own: number): Date => new Date(own + ahead);

export const businessNow = (): Date => new Date(Date.now() + ahead);
