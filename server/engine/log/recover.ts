// Finds where the log ends after a crash: cuts off an unfinished append, refuses damage anywhere else.
import { open, unlink } from 'node:fs/promises';
import { decodeFrame } from './frame.ts';
import { SEGMENT_HEADER, checkHeader, listSegments, readFrame, type Segment } from './segment.ts';
import type { LogStep } from './step.ts';

export type RecoveredLog = { readonly segments: readonly Segment[]; readonly end: number };

/** Calls `visit` for every step in order; the caller skips what its state already contains. */
export async function recoverLog(
  directory: string,
  from: number,
  visit: (step: LogStep) => void,
): Promise<RecoveredLog> {
  const segments = await listSegments(directory);
  const kept: Segment[] = [];
  let end = SEGMENT_HEADER;
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    const next = segments[index + 1];
    if (next !== undefined && next.firstPosition <= from + 1) {
      kept.push(segment);
      continue;
    }
    const size = await recoverSegment(segment, isLast, visit);
    if (size === undefined) continue;
    kept.push(segment);
    end = size;
  }
  return { segments: kept, end };
}

async function recoverSegment(
  segment: Segment,
  isLast: boolean,
  visit: (step: LogStep) => void,
): Promise<number | undefined> {
  const handle = await open(segment.path, 'r+');
  try {
    if (!(await checkHeader(handle, segment.path))) {
      if (!isLast) throw new Error(damage(segment.path));
      await unlink(segment.path);
      return undefined;
    }
    const { size } = await handle.stat();
    let offset = SEGMENT_HEADER;
    for (;;) {
      const found = await readFrame(handle, offset, size);
      if (found.kind === 'end') return offset;
      if (found.kind === 'torn') {
        if (!isLast || !found.atEnd) throw new Error(damage(segment.path));
        await handle.truncate(offset);
        await handle.sync();
        return offset;
      }
      for (const step of decodeFrame(found.payload)) visit(step);
      offset = found.next;
    }
  } finally {
    await handle.close();
  }
}

const damage = (path: string): string =>
  `${path} is damaged in the middle. Restore the data directory from a backup; the engine does not guess.`;
