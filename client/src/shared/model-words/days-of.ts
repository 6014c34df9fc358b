// The whole days of a wait as the tables write it: P3D is three; other lengths have no short word.
export const daysOf = (wait: string): number | null => {
  const days = /^P(\d+)D$/.exec(wait)?.[1];
  return days === undefined ? null : Number(days);
};
