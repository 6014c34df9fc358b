// The county's clock as the server told it, carried on by this phone's own.
let ahead = 0;

export const setBusinessNow = (now: string): void => {
  const told = Date.parse(now);
  if (!Number.isNaN(told)) ahead = told - Date.now();
};

/** A moment this phone wrote down by its own clock. */
export const businessTime = (own: number): Date => new Date(own + ahead);

export const businessNow = (): Date => new Date(Date.now() + ahead);
