// Answers that carry stored documents as the bytes they are, without decoding them in between.
import { serialize } from 'bson';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';

export class RawDocument {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

export class RawArray {
  readonly documents: Buffer[];
  constructor(documents: Buffer[]) {
    this.documents = documents;
  }
}

const DOCUMENT = 0x03;
const ARRAY = 0x04;

export function encodeReply(reply: Doc): Buffer {
  const parts = Object.entries(reply).flatMap(([name, value]) => element(name, value));
  return wrapped(parts);
}

function element(name: string, value: unknown): Buffer[] {
  if (value instanceof RawDocument) return [header(DOCUMENT, name), value.bytes];
  if (value instanceof RawArray) return [header(ARRAY, name), array(value.documents)];
  if (isDoc(value) && Object.values(value).some(holdsRaw)) return [header(DOCUMENT, name), encodeReply(value)];
  // one element of a document: without its length and its end
  return [Buffer.from(serialize({ [name]: value })).subarray(4, -1)];
}

function holdsRaw(value: unknown): boolean {
  return value instanceof RawDocument || value instanceof RawArray;
}

function array(documents: Buffer[]): Buffer {
  return wrapped(documents.flatMap((document, i) => [header(DOCUMENT, String(i)), document]));
}

function header(type: number, name: string): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(name), Buffer.from([0])]);
}

function wrapped(parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const start = Buffer.allocUnsafe(4);
  start.writeInt32LE(length);
  return Buffer.concat([start, ...parts, Buffer.from([0])], length);
}
