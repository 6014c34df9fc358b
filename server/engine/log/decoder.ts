// Reads what the encoder wrote; an unknown tag means a damaged or newer file.
import { Tag, KEY_BASE } from './tags.ts';

export class Decoder {
  readonly #buffer: Buffer;
  #offset = 0;
  readonly #strings: string[] = [];
  readonly #shapes: string[][] = [];

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  value(): unknown {
    const tag = this.#byte();
    switch (tag) {
      case Tag.null:
        return null;
      case Tag.true:
        return true;
      case Tag.false:
        return false;
      case Tag.positive:
        return this.#varint();
      case Tag.negative:
        return -this.#varint();
      case Tag.key:
        return this.#varint() + KEY_BASE;
      case Tag.double:
        return this.#double();
      case Tag.newString:
      case Tag.knownString:
      case Tag.longString:
        return this.#string(tag);
      case Tag.array:
        return Array.from({ length: this.#varint() }, () => this.value());
      case Tag.newShape:
      case Tag.shape:
        return this.#object(this.#shape(tag));
      default:
        throw new Error(`Expected a known value tag in the log, but found ${tag}`);
    }
  }

  #object(names: readonly string[]): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (const name of names) put(object, name, this.value());
    return object;
  }

  #shape(tag: Tag.newShape | Tag.shape): readonly string[] {
    if (tag === Tag.shape) return known(this.#shapes[this.#varint()]);
    const names: string[] = [];
    const count = this.#varint();
    for (let n = 0; n < count; n += 1) names.push(this.#string(this.#byte()));
    this.#shapes.push(names);
    return names;
  }

  #string(tag: number): string {
    if (tag === Tag.knownString) return known(this.#strings[this.#varint()]);
    const size = this.#varint();
    const text = this.#buffer.toString('utf8', this.#offset, this.#offset + size);
    this.#offset += size;
    if (tag === Tag.newString) this.#strings.push(text);
    return text;
  }

  #double(): number {
    const value = this.#buffer.readDoubleLE(this.#offset);
    this.#offset += 8;
    return value;
  }

  #varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.#byte();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
      factor *= 0x80;
    }
  }

  #byte(): number {
    return known(this.#buffer[this.#offset++]);
  }
}

function put(object: Record<string, unknown>, name: string, value: unknown): void {
  // assigning this name would set the prototype and lose the value
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  else object[name] = value;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Expected a complete value in the log, but it ends or refers to nothing');
  return value;
}
