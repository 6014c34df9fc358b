// Runs many acts side by side, a few at a time, so that waiting overlaps and nothing piles up.
export const sideBySide = async <T>(
  items: readonly T[],
  act: (item: T, index: number) => Promise<void>,
  width = 24,
): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      const item = items[index];
      if (item !== undefined) await act(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
};
