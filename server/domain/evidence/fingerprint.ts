// Difference hash of a picture, and how alike two pictures are.
import sharp from 'sharp';

const side = 16;
const bits = side * side;
const bandLength = 4;
/** From here on a picture counts as very similar to another. Setting proposed by us; the source names none. */
export const similarFromPercent = 80;

/** 256 bits as hex: each says whether a grey cell is darker than its right neighbour. */
export const fingerprintOf = async (picture: Buffer): Promise<string> => {
  const grey = await sharp(picture)
    .greyscale()
    .resize(side + 1, side, { fit: 'fill' })
    .raw()
    .toBuffer();
  let hex = '';
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 4) {
      let nibble = 0;
      for (let bit = 0; bit < 4; bit += 1) {
        const at = row * (side + 1) + column + bit;
        nibble = nibble * 2 + ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1 : 0);
      }
      hex += nibble.toString(16);
    }
  return hex;
};

/** Near copies share at least one band, so an index finds them among all units. */
export const bandsOf = (fingerprint: string): string[] => {
  const bands: string[] = [];
  for (let at = 0; at < fingerprint.length; at += bandLength) {
    const band = fingerprint.slice(at, at + bandLength);
    // flat areas (all nothing, all full) are in every picture
    if (!/^(0+|f+)$/.test(band)) bands.push(`${at / bandLength}:${band}`);
  }
  return bands;
};

const ones = (nibble: number): number => (nibble & 1) + ((nibble >> 1) & 1) + ((nibble >> 2) & 1) + ((nibble >> 3) & 1);

export const alikePercent = (left: string, right: string): number => {
  let distance = 0;
  for (let at = 0; at < left.length; at += 1)
    distance += ones(Number.parseInt(left[at] ?? '0', 16) ^ Number.parseInt(right[at] ?? '0', 16));
  return Math.round((1 - distance / bits) * 100);
};
