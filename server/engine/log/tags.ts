// First byte of every encoded value; part of the file format, numbers never change their meaning.

export enum Tag {
  null = 0,
  true = 1,
  false = 2,
  positive = 3,
  negative = 4,
  key = 5,
  double = 6,
  newString = 7,
  knownString = 8,
  longString = 9,
  array = 10,
  newShape = 11,
  shape = 12,
}

/** Keys are written relative to this, so that they take three bytes and not eight. */
export const KEY_BASE = 2 ** 51;
