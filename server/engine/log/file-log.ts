// The append-only log: collects steps while a write is under way, then one write and one sync for all of them.
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { encodeFrame } from './frame.ts';
import { recoverLog } from './recover.ts';
import { LogReader } from './log-reader.ts';
import { SEGMENT_HEADER, createSegment, syncDirectory, type Segment } from './segment.ts';
import type { LogStep } from './step.ts';

const SEGMENT_SIZE = 64 * 1024 * 1024;

export type FileLogOptions = {
  readonly directory: string;
  /** Steps up to here are in the state already. */
  readonly from: number;
  readonly replay: (step: LogStep) => void;
  readonly segmentSize?: number;
};

type Waiting = {
  readonly steps: readonly LogStep[];
  readonly resolve: () => void;
  readonly reject: (e: Error) => void;
};

export class FileLog {
  readonly #directory: string;
  readonly #segmentSize: number;
  #segments: Segment[];
  #handle: FileHandle;
  #end: number;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #failure: Error | undefined;
  readonly #listeners = new Set<() => void>();

  private constructor(options: FileLogOptions, segments: Segment[], handle: FileHandle, end: number) {
    this.#directory = options.directory;
    this.#segmentSize = options.segmentSize ?? SEGMENT_SIZE;
    this.#segments = segments;
    this.#handle = handle;
    this.#end = end;
  }

  static async open(options: FileLogOptions): Promise<FileLog> {
    const { segments, end } = await recoverLog(options.directory, options.from, options.replay);
    const last = segments.at(-1);
    if (last !== undefined) return new FileLog(options, [...segments], await open(last.path, 'r+'), end);
    const [segment, handle] = await createSegment(options.directory, options.from + 1);
    return new FileLog(options, [segment], handle, SEGMENT_HEADER);
  }

  /** Resolves when the steps are durable; steps become durable in the order of the calls. */
  append(steps: readonly LogStep[]): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ steps, resolve, reject });
      this.#writing ??= this.#write();
    });
  }

  reader(from: number): LogReader {
    return new LogReader(this, from);
  }

  /** What a reader may see: segments, and how far the last of them is durable. */
  durable(): { readonly segments: readonly Segment[]; readonly end: number } {
    return { segments: this.#segments, end: this.#end };
  }

  onDurable(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Drops the segments whose records all stand at or before the position. */
  async trim(position: number): Promise<void> {
    for (;;) {
      const [first, second] = this.#segments;
      if (first === undefined || second === undefined || second.firstPosition > position + 1) return;
      this.#segments = this.#segments.slice(1);
      await unlink(first.path);
      await syncDirectory(this.#directory);
    }
  }

  async close(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
    await this.#handle.close();
  }

  async #write(): Promise<void> {
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#commit(group.flatMap(({ steps }) => steps));
      } catch (cause) {
        this.#fail(cause, group);
        break;
      }
      for (const { resolve } of group) resolve();
      for (const listener of this.#listeners) listener();
    }
    this.#writing = undefined;
  }

  async #commit(steps: readonly LogStep[]): Promise<void> {
    const first = steps[0];
    if (first === undefined) return;
    if (this.#end > this.#segmentSize) await this.#roll(first.position);
    const frame = encodeFrame(steps);
    let written = 0;
    while (written < frame.length) {
      const { bytesWritten } = await this.#handle.write(frame, written, frame.length - written, this.#end + written);
      written += bytesWritten;
    }
    await this.#handle.datasync();
    this.#end += frame.length;
  }

  async #roll(firstPosition: number): Promise<void> {
    const [segment, handle] = await createSegment(this.#directory, firstPosition);
    await this.#handle.close();
    this.#handle = handle;
    this.#segments = [...this.#segments, segment];
    this.#end = SEGMENT_HEADER;
  }

  /** After a failed write nothing more is promised: what follows would have a hole before it. */
  #fail(cause: unknown, group: readonly Waiting[]): void {
    this.#failure = new Error('Expected to write the log, but it failed', { cause });
    for (const { reject } of [...group, ...this.#waiting]) reject(this.#failure);
    this.#waiting = [];
  }
}
