// What a file is, by its first bytes: names and declared types are not believed.

export type FileKind = {
  readonly mime: string;
  readonly class: 'picture' | 'document';
};

const starts = (bytes: Buffer, hex: string, offset = 0): boolean =>
  bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex;
const text = (bytes: Buffer, from: number, to: number): string => bytes.subarray(from, to).toString('latin1');

const heicBrands = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif']);
const office = 'application/vnd.openxmlformats-officedocument';
const officeParts: readonly (readonly [string, string])[] = [
  ['word/', `${office}.wordprocessingml.document`],
  ['xl/', `${office}.spreadsheetml.sheet`],
  ['ppt/', `${office}.presentationml.presentation`],
];

const pictureOf = (bytes: Buffer): string | null => {
  if (starts(bytes, 'ffd8ff')) return 'image/jpeg';
  if (starts(bytes, '89504e470d0a1a0a')) return 'image/png';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'image/webp';
  if (text(bytes, 4, 8) === 'ftyp' && heicBrands.has(text(bytes, 8, 12))) return 'image/heic';
  return null;
};

// zip central directory names end the file; a plain zip has no content-types part
const zipOf = (bytes: Buffer): string | null => {
  if (!bytes.includes('[Content_Types].xml')) return null;
  return officeParts.find(([folder]) => bytes.includes(folder))?.[1] ?? null;
};

const documentOf = (bytes: Buffer): string | null => {
  if (text(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (starts(bytes, '504b0304')) return zipOf(bytes);
  if (starts(bytes, 'd0cf11e0a1b11ae1')) return 'application/x-ole-storage';
  return null;
};

/** Null: not a kind we accept. */
export const fileKind = (bytes: Buffer): FileKind | null => {
  const picture = pictureOf(bytes);
  if (picture !== null) return { mime: picture, class: 'picture' };
  const document = documentOf(bytes);
  return document === null ? null : { mime: document, class: 'document' };
};
