// Layout of the one LMDB tree: every key starts with a kind byte and the id of what it belongs to.
/** Written once; another number means another layout and is refused at open. */
export const FORMAT_VERSION = 1;

const kinds = { meta: 0x01, collection: 0x02, garbage: 0x03, document: 0x10, index: 0x20, retry: 0x30 } as const;
export type Kind = keyof typeof kinds;

export const RECORD_ID_BYTES = 6;

export function prefix(kind: Kind, id: number): Buffer {
  const key = Buffer.allocUnsafe(5);
  key[0] = kinds[kind];
  key.writeUInt32BE(id, 1);
  return key;
}

export function documentKey(collection: number, record: number): Buffer {
  return Buffer.concat([prefix('document', collection), recordBytes(record)]);
}

export function recordBytes(record: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_ID_BYTES);
  bytes.writeUIntBE(record, 0, RECORD_ID_BYTES);
  return bytes;
}

export function recordOf(bytes: Buffer): number {
  return bytes.readUIntBE(bytes.length - RECORD_ID_BYTES, RECORD_ID_BYTES);
}

/** The first key after everything that starts with these bytes. */
export function after(start: Buffer): Buffer {
  const end = Buffer.from(start);
  for (let i = end.length - 1; i >= 0; i--) {
    const byte = end[i] ?? 0xff;
    if (byte !== 0xff) {
      end[i] = byte + 1;
      return end.subarray(0, i + 1);
    }
  }
  throw new Error('Expected a prefix that has a successor');
}

export const metaKey = (name: string): Buffer => Buffer.concat([Buffer.from([kinds.meta]), Buffer.from(name)]);
export const kindStart = (kind: Kind): Buffer => Buffer.from([kinds[kind]]);

export function retryKey(session: Buffer, txnNumber: bigint, statement: number): Buffer {
  const tail = Buffer.allocUnsafe(12);
  tail.writeBigUInt64BE(BigInt.asUintN(64, txnNumber), 0);
  tail.writeUInt32BE(statement, 8);
  return Buffer.concat([kindStart('retry'), session, tail]);
}

export function retryPrefix(session: Buffer): Buffer {
  return Buffer.concat([kindStart('retry'), session]);
}
