// One file of the log: named by its first position, headed by the format's version.
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { FRAME_HEADER, isIntact, readHeader, type FrameHeader } from './frame.ts';

const MAGIC = 'ZLOG';
export const LOG_VERSION = 1;
export const SEGMENT_HEADER = 8;

export type Segment = { readonly path: string; readonly firstPosition: number };

export const segmentPath = (directory: string, firstPosition: number): string =>
  join(directory, `${String(firstPosition).padStart(16, '0')}.log`);

export async function listSegments(directory: string): Promise<Segment[]> {
  const names = (await readdir(directory)).filter((name) => /^\d{16}\.log$/u.test(name)).sort();
  return names.map((name) => ({ path: join(directory, name), firstPosition: Number(name.slice(0, 16)) }));
}

export async function createSegment(directory: string, firstPosition: number): Promise<[Segment, FileHandle]> {
  const path = segmentPath(directory, firstPosition);
  const handle = await open(path, 'w+');
  const header = Buffer.alloc(SEGMENT_HEADER);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt8(LOG_VERSION, 4);
  await handle.write(header, 0, SEGMENT_HEADER, 0);
  await handle.sync();
  await syncDirectory(directory);
  return [{ path, firstPosition }, handle];
}

/** Refuses a file that another version wrote; a header cut short by a crash is no segment yet. */
export async function checkHeader(handle: FileHandle, path: string): Promise<boolean> {
  const header = Buffer.alloc(SEGMENT_HEADER);
  const { bytesRead } = await handle.read(header, 0, SEGMENT_HEADER, 0);
  if (bytesRead < SEGMENT_HEADER) return false;
  if (header.toString('latin1', 0, 4) !== MAGIC) throw new Error(`${path} is not a log file of the engine.`);
  if (header[4] === LOG_VERSION) return true;
  throw new Error(
    `${path} was written in log format ${header[4]}, but this version reads format ${LOG_VERSION} only. Start the version that wrote it.`,
  );
}

export type FrameAt =
  | { readonly kind: 'frame'; readonly payload: Buffer; readonly next: number }
  | { readonly kind: 'end' }
  /** The bytes from here on were never completed, or are damaged. */
  | { readonly kind: 'torn'; readonly atEnd: boolean };

export async function readFrame(handle: FileHandle, offset: number, limit: number): Promise<FrameAt> {
  if (offset >= limit) return { kind: 'end' };
  const head = Buffer.allocUnsafe(FRAME_HEADER);
  if (offset + FRAME_HEADER > limit || (await readFully(handle, head, offset)) < FRAME_HEADER)
    return { kind: 'torn', atEnd: true };
  const header = readHeader(head);
  if (header === undefined) return { kind: 'torn', atEnd: await restIsEmpty(handle, offset, limit) };
  return readPayload(handle, header, offset + FRAME_HEADER, limit);
}

async function readPayload(handle: FileHandle, header: FrameHeader, offset: number, limit: number): Promise<FrameAt> {
  const next = offset + header.length;
  if (next > limit) return { kind: 'torn', atEnd: true };
  const payload = Buffer.allocUnsafe(header.length);
  const size = await readFully(handle, payload, offset);
  if (size < header.length || !isIntact(payload, header)) return { kind: 'torn', atEnd: next >= limit };
  return { kind: 'frame', payload, next };
}

async function readFully(handle: FileHandle, into: Buffer, offset: number): Promise<number> {
  let done = 0;
  while (done < into.length) {
    const { bytesRead } = await handle.read(into, done, into.length - done, offset + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return done;
}

/** File systems may leave zeros where a write was cut off. */
async function restIsEmpty(handle: FileHandle, offset: number, limit: number): Promise<boolean> {
  const rest = Buffer.allocUnsafe(Math.min(limit - offset, 1 << 20));
  const size = await readFully(handle, rest, offset);
  return rest.subarray(0, size).every((byte) => byte === 0);
}

export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  await handle.sync();
  await handle.close();
}
