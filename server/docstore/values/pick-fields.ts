// A document with only the named fields at its top, cut out as bytes: decoding the rest is most of a write's cost.
// Sizes of elements by type: https://bsonspec.org/spec.html

/** Below this it costs no less to cut than to decode. */
const worthCutting = 256;
const fixedSizes: Readonly<Record<number, number>> = {
  0x01: 8,
  0x06: 0,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x0a: 0,
  0x10: 4,
  0x11: 8,
  0x12: 8,
  0x13: 16,
  0x7f: 0,
  0xff: 0,
};
/** The length in front counts itself. */
const selfSized: ReadonlySet<number> = new Set([0x03, 0x04, 0x0f]);
/** Bytes beside what the length in front says: the length itself, a binary's subtype, a pointer's id. */
const lengthPrefixed: Readonly<Record<number, number>> = { 0x02: 4, 0x05: 5, 0x0c: 16, 0x0d: 4, 0x0e: 4 };
const regularExpression = 0x0b;

/** The document itself where a field of an unknown type is met: the decoder then says what is wrong with it. */
export function pickFields(bytes: Uint8Array, names: ReadonlySet<string>): Uint8Array {
  if (bytes.length < worthCutting) return bytes;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Buffer[] = [];
  let at = 4;
  while (at < whole.length - 1) {
    const nameEnd = whole.indexOf(0, at + 1);
    const size = nameEnd < 0 ? undefined : valueSize(whole, whole.readUInt8(at), nameEnd + 1);
    if (size === undefined) return bytes;
    const end = nameEnd + 1 + size;
    if (names.has(whole.toString('utf8', at + 1, nameEnd))) kept.push(whole.subarray(at, end));
    at = end;
  }
  return documentOf(kept);
}

function valueSize(whole: Buffer, type: number, at: number): number | undefined {
  const fixed = fixedSizes[type];
  if (fixed !== undefined) return fixed;
  if (type === regularExpression) return whole.indexOf(0, whole.indexOf(0, at) + 1) + 1 - at;
  if (at + 4 > whole.length) return undefined;
  if (selfSized.has(type)) return whole.readInt32LE(at);
  const beside = lengthPrefixed[type];
  return beside === undefined ? undefined : whole.readInt32LE(at) + beside;
}

function documentOf(elements: readonly Buffer[]): Buffer {
  const length = elements.reduce((sum, element) => sum + element.length, 5);
  const made = Buffer.alloc(length);
  made.writeInt32LE(length, 0);
  let at = 4;
  for (const element of elements) at += element.copy(made, at);
  return made;
}
