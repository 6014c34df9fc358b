// Acts that change one thing run one after another here, so that they do not collide in the store and start again.
export type InTurn = <T>(lane: string, act: () => Promise<T>) => Promise<T>;

export const createInTurn = (): InTurn => {
  const last = new Map<string, Promise<unknown>>();
  const forget = (lane: string, over: Promise<unknown>): void => {
    if (last.get(lane) === over) last.delete(lane);
  };
  return (lane, act) => {
    const run = (last.get(lane) ?? Promise.resolve()).then(act);
    // the next one's turn comes whatever became of this one
    const over: Promise<unknown> = run.then(
      () => forget(lane, over),
      () => forget(lane, over),
    );
    last.set(lane, over);
    return run;
  };
};
