// Zeebe's controllable clock: real time plus an offset, or pinned; kept in the data directory across restarts.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Clock = { now(): number };
type Setting = { readonly offset: number; readonly pinned?: number };

export class ControlledClock implements Clock {
  readonly #real: Clock;
  readonly #path: string;
  #setting: Setting;

  constructor(real: Clock, dataDir: string) {
    this.#real = real;
    this.#path = join(dataDir, 'clock.json');
    this.#setting = existsSync(this.#path) ? (JSON.parse(readFileSync(this.#path, 'utf8')) as Setting) : { offset: 0 };
  }

  now(): number {
    return this.#setting.pinned ?? this.#real.now() + this.#setting.offset;
  }

  add(milliseconds: number): void {
    const { offset, pinned } = this.#setting;
    this.#set(pinned === undefined ? { offset: offset + milliseconds } : { offset, pinned: pinned + milliseconds });
  }

  pin(epochMilli: number): void {
    this.#set({ offset: this.#setting.offset, pinned: epochMilli });
  }

  reset(): void {
    this.#setting = { offset: 0 };
    rmSync(this.#path, { force: true });
  }

  #set(setting: Setting): void {
    writeFileSync(`${this.#path}.new`, JSON.stringify(setting));
    renameSync(`${this.#path}.new`, this.#path);
    this.#setting = setting;
  }
}
