// MongoDB's wire messages: OP_MSG with its sections, and OP_QUERY for the first greeting of old drivers.
import { serialize } from 'bson';
import type { Doc } from '../values/document.ts';
import { crc32c } from './crc32c.ts';
import { encodeReply } from './raw-reply.ts';

export const HEADER_BYTES = 16;
export const MAX_MESSAGE_BYTES = 48_000_000;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits 0–15 must be understood by the receiver. */
const REQUIRED_FLAGS = 0xffff;

export interface Request {
  id: number;
  legacy: boolean;
  /** False when the client wants no answer. */
  answers: boolean;
  body: Buffer;
  /** Document sequences by the name of the field they belong to. */
  sequences: Map<string, Buffer[]>;
  legacyDatabase: string | undefined;
}

/** Thrown when a peer does not speak the protocol; its connection is closed. */
export class ProtocolError extends Error {}

export function readMessage(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === OP_MSG) return readMsg(id, message);
  if (opCode === OP_QUERY) return readQuery(id, message);
  throw new ProtocolError(`Unsupported wire operation ${opCode}`);
}

function readMsg(id: number, message: Buffer): Request {
  const flags = message.readUInt32LE(HEADER_BYTES);
  if (flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME))
    throw new ProtocolError(`Unknown message flags ${flags}`);
  const end = flags & CHECKSUM_PRESENT ? message.length - 4 : message.length;
  if (end < message.length && crc32c(message.subarray(0, end)) !== message.readUInt32LE(end))
    throw new ProtocolError('Message checksum does not match');
  const sequences = new Map<string, Buffer[]>();
  let body: Buffer | undefined;
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = message[at++];
    const length = sizeAt(message, at, end);
    if (kind === 0) body = message.subarray(at, at + length);
    else if (kind === 1) readSequence(message.subarray(at, at + length), sequences);
    else throw new ProtocolError(`Unknown message section ${kind}`);
    at += length;
  }
  if (!body) throw new ProtocolError('A message needs a body section');
  return { id, legacy: false, answers: (flags & MORE_TO_COME) === 0, body, sequences, legacyDatabase: undefined };
}

function readSequence(section: Buffer, sequences: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('A document sequence needs a name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const length = sizeAt(section, at, section.length);
    documents.push(section.subarray(at, at + length));
    at += length;
  }
  sequences.set(section.toString('utf8', 4, nameEnd), documents);
}

function sizeAt(buffer: Buffer, at: number, end: number): number {
  const size = at + 4 <= end ? buffer.readInt32LE(at) : 0;
  if (size < 5 || at + size > end) throw new ProtocolError('A section is longer than its message');
  return size;
}

function readQuery(id: number, message: Buffer): Request {
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4);
  const at = nameEnd + 9;
  if (nameEnd < 0 || at >= message.length) throw new ProtocolError('Malformed query message');
  const [database] = message.toString('utf8', HEADER_BYTES + 4, nameEnd).split('.');
  const body = message.subarray(at, at + sizeAt(message, at, message.length));
  return { id, legacy: true, answers: true, body, sequences: new Map(), legacyDatabase: database };
}

export function writeReply(request: Request, reply: Doc): Buffer {
  return request.legacy ? legacyReply(request.id, reply) : msgReply(request.id, reply);
}

function msgReply(to: number, reply: Doc): Buffer {
  const body = encodeReply(reply);
  const start = Buffer.alloc(HEADER_BYTES + 5);
  start.writeInt32LE(start.length + body.length, 0);
  start.writeInt32LE(to, 8);
  start.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([start, body]);
}

function legacyReply(to: number, reply: Doc): Buffer {
  const body = serialize(reply);
  const start = Buffer.alloc(HEADER_BYTES + 20);
  start.writeInt32LE(start.length + body.length, 0);
  start.writeInt32LE(to, 8);
  start.writeInt32LE(OP_REPLY, 12);
  start.writeInt32LE(8, HEADER_BYTES);
  start.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([start, body]);
}
