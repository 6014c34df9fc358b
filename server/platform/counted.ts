// A count in English, which says one thing otherwise than several.
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
