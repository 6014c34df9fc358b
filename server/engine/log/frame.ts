// One append to the log: length, checksum, and the steps of a group commit in compact form.
import { crc32 } from 'node:zlib';
import { Decoder } from './decoder.ts';
import { Encoder } from './encoder.ts';
import type { LogStep } from './step.ts';

export const FRAME_HEADER = 8;
/** A length beyond this is not believed. */
const LARGEST_FRAME = 2 ** 30;

export function encodeFrame(steps: readonly LogStep[]): Buffer {
  const encoder = new Encoder();
  encoder.value(steps);
  const payload = encoder.bytes();
  const frame = Buffer.allocUnsafe(FRAME_HEADER + payload.length);
  frame.writeUInt32LE(payload.length, 0);
  frame.writeUInt32LE(crc32(payload), 4);
  payload.copy(frame, FRAME_HEADER);
  return frame;
}

export type FrameHeader = { readonly length: number; readonly checksum: number };

export function readHeader(bytes: Buffer): FrameHeader | undefined {
  const length = bytes.readUInt32LE(0);
  return length > 0 && length <= LARGEST_FRAME ? { length, checksum: bytes.readUInt32LE(4) } : undefined;
}

export const isIntact = (payload: Buffer, header: FrameHeader): boolean => crc32(payload) === header.checksum;

export const decodeFrame = (payload: Buffer): readonly LogStep[] => new Decoder(payload).value() as readonly LogStep[];
