// Where a request waits when the session has ended, until the user has signed in again.
type Gate = () => Promise<void>;

let gate: Gate | null = null;
let waiting: Promise<void> | null = null;

/** The shell installs what asks for the password; without one a lost session is an ordinary refusal. */
export const installSessionGate = (next: Gate | null): void => {
  gate = next;
};

/** One question at a time, however many requests wait. */
export const passSessionGate = async (): Promise<boolean> => {
  if (gate === null) return false;
  waiting ??= gate().finally(() => {
    waiting = null;
  });
  await waiting;
  return true;
};
