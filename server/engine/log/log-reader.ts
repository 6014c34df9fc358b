// Follows the log from a position on, seeing only what is durable.
import { open, type FileHandle } from 'node:fs/promises';
import { decodeFrame } from './frame.ts';
import { SEGMENT_HEADER, readFrame, type Segment } from './segment.ts';
import type { LogStep } from './step.ts';

export type DurableView = { durable(): { readonly segments: readonly Segment[]; readonly end: number } };

export class LogReader {
  readonly #log: DurableView;
  readonly #from: number;
  #segment: Segment | undefined;
  #handle: FileHandle | undefined;
  #offset = SEGMENT_HEADER;

  constructor(log: DurableView, from: number) {
    this.#log = log;
    this.#from = from;
  }

  /** The next frame's steps after the starting position; undefined when there is none yet. */
  async next(): Promise<readonly LogStep[] | undefined> {
    for (;;) {
      const { segments, end } = this.#log.durable();
      this.#segment ??= startOf(segments, this.#from);
      const segment = this.#segment;
      if (segment === undefined) return undefined;
      this.#handle ??= await open(segment.path, 'r');
      const isLast = segments.at(-1)?.firstPosition === segment.firstPosition;
      const limit = isLast ? end : (await this.#handle.stat()).size;
      const found = await readFrame(this.#handle, this.#offset, limit);
      if (found.kind === 'torn') throw new Error(`${segment.path} is damaged at ${this.#offset}`);
      if (found.kind === 'frame') {
        this.#offset = found.next;
        const steps = decodeFrame(found.payload).filter((step) => step.lastPosition > this.#from);
        if (steps.length > 0) return steps;
        continue;
      }
      if (isLast) return undefined;
      await this.#advance(segments, segment);
    }
  }

  async close(): Promise<void> {
    await this.#handle?.close();
    this.#handle = undefined;
  }

  async #advance(segments: readonly Segment[], current: Segment): Promise<void> {
    await this.close();
    this.#segment = segments.find((segment) => segment.firstPosition > current.firstPosition);
    this.#offset = SEGMENT_HEADER;
  }
}

const startOf = (segments: readonly Segment[], from: number): Segment | undefined =>
  segments.findLast((segment) => segment.firstPosition <= from + 1) ?? segments[0];
