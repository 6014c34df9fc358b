// Compact binary form of JSON-like values; strings and object shapes are written once a frame.
import { Tag, KEY_BASE } from './tags.ts';

const INTERNED_LENGTH = 96;

export class Encoder {
  #buffer = Buffer.allocUnsafe(4096);
  #length = 0;
  readonly #strings = new Map<string, number>();
  readonly #shapes = new Map<string, number>();

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  value(value: unknown): void {
    if (value === null || value === undefined) return this.#byte(Tag.null);
    if (value === true) return this.#byte(Tag.true);
    if (value === false) return this.#byte(Tag.false);
    if (typeof value === 'string') return this.#string(value);
    if (typeof value === 'number') return this.#number(value);
    if (Array.isArray(value)) return this.#array(value);
    if (typeof value === 'object') return this.#object(value);
    throw new Error(`Expected a JSON-like value to log, but got ${typeof value}`);
  }

  #array(values: readonly unknown[]): void {
    this.#byte(Tag.array);
    this.#varint(values.length);
    for (const value of values) this.value(value);
  }

  #object(object: object): void {
    const names = Object.keys(object).filter((name) => (object as Record<string, unknown>)[name] !== undefined);
    const shape = names.join('\u0000');
    const known = this.#shapes.get(shape);
    if (known === undefined) {
      this.#shapes.set(shape, this.#shapes.size);
      this.#byte(Tag.newShape);
      this.#varint(names.length);
      for (const name of names) this.#string(name);
    } else {
      this.#byte(Tag.shape);
      this.#varint(known);
    }
    for (const name of names) this.value((object as Record<string, unknown>)[name]);
  }

  #string(text: string): void {
    const known = this.#strings.get(text);
    if (known !== undefined) {
      this.#byte(Tag.knownString);
      return this.#varint(known);
    }
    const interned = text.length <= INTERNED_LENGTH;
    if (interned) this.#strings.set(text, this.#strings.size);
    this.#byte(interned ? Tag.newString : Tag.longString);
    const size = Buffer.byteLength(text);
    this.#varint(size);
    this.#reserve(size);
    this.#length += this.#buffer.write(text, this.#length);
  }

  #number(value: number): void {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
      if (value >= KEY_BASE) return this.#tagged(Tag.key, value - KEY_BASE);
      return value >= 0 ? this.#tagged(Tag.positive, value) : this.#tagged(Tag.negative, -value);
    }
    this.#byte(Tag.double);
    this.#reserve(8);
    this.#length = this.#buffer.writeDoubleLE(value, this.#length);
  }

  #tagged(tag: Tag, value: number): void {
    this.#byte(tag);
    this.#varint(value);
  }

  #varint(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest > 0x7f) {
      this.#buffer[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#buffer[this.#length++] = rest;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#buffer[this.#length++] = byte;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + bytes));
    this.#buffer.copy(grown, 0, 0, this.#length);
    this.#buffer = grown;
  }
}
