import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { formsOf, KEY_BYTES } from './canary-forms.ts';

/** A place at which an id was found; the id itself is not said. */
export interface Sighting {
  readonly where: string;
  readonly offset: number;
  readonly form: string;
  readonly id: number;
}

interface Pattern {
  readonly id: number;
  readonly form: string;
  readonly bytes: Buffer;
}

const CHUNK = 4 * 1024 * 1024;
const FILTER_BITS = 24;

/** Looks for many numbers in all their forms at once, in one pass over the bytes. */
export class CanaryScan {
  /** Bytes looked at so far. */
  scanned = 0;
  readonly sightings: Sighting[] = [];
  readonly forms: ReadonlySet<string>;
  readonly #filter = new Uint8Array(2 ** (FILTER_BITS - 3));
  readonly #byKey = new Map<number, Pattern[]>();
  readonly #longest: number;

  constructor(ids: readonly number[]) {
    const forms = new Set<string>();
    let longest = 0;
    for (const id of ids) {
      for (const { name, bytes } of formsOf(id)) {
        if (bytes.length < KEY_BYTES) throw new RangeError(`a form of ${bytes.length} bytes: ${name}`);
        forms.add(name);
        longest = Math.max(longest, bytes.length);
        this.#add({ id, form: name, bytes });
      }
    }
    this.forms = forms;
    this.#longest = longest;
  }

  #add(pattern: Pattern): void {
    const first = pattern.bytes.readUInt32BE(0);
    const bit = filterBit(first);
    this.#filter[bit >>> 3] = (this.#filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    const key = keyOf(first, pattern.bytes.readUInt16BE(4));
    const those = this.#byKey.get(key);
    if (those === undefined) this.#byKey.set(key, [pattern]);
    else those.push(pattern);
  }

  /** Everything in a folder, links followed. What is gone before it can be read is passed over. */
  async folder(path: string, name: string): Promise<void> {
    for (const entry of await readdir(path)) {
      const inner = join(path, entry);
      const found = await ifThere(stat(inner));
      if (found === undefined) continue;
      if (found.isDirectory()) await this.folder(inner, join(name, entry));
      else if (found.isFile()) await this.file(inner, join(name, entry));
    }
  }

  async file(path: string, name: string): Promise<void> {
    const handle = await ifThere(open(path));
    if (handle === undefined) return;
    try {
      const buffer = Buffer.allocUnsafe(CHUNK + this.#longest);
      // What of the last chunk could be the beginning of a form is looked at again, together with the next.
      let kept = 0;
      let offset = 0;
      for (;;) {
        const { bytesRead } = await handle.read(buffer, kept, CHUNK);
        const end = kept + bytesRead;
        const last = bytesRead === 0;
        const from = last ? end : Math.max(0, end - this.#longest + 1);
        this.#look(buffer.subarray(0, end), from, name, offset);
        this.scanned += bytesRead;
        if (last) return;
        buffer.copyWithin(0, from, end);
        kept = end - from;
        offset += from;
      }
    } finally {
      await handle.close();
    }
  }

  bytes(bytes: Uint8Array, name: string): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#look(buffer, buffer.length, name, 0);
    this.scanned += buffer.length;
  }

  /** Notes what begins before `before`. */
  #look(buffer: Buffer, before: number, where: string, offset: number): void {
    const filter = this.#filter;
    const end = Math.min(before, buffer.length - KEY_BYTES + 1);
    if (end <= 0) return;
    let window = buffer.readUInt32BE(0);
    for (let at = 0; at < end; at += 1) {
      if (at > 0) window = ((window << 8) | (buffer[at + 3] ?? 0)) >>> 0;
      const bit = filterBit(window);
      if (((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) continue;
      for (const { bytes, form, id } of this.#byKey.get(keyOf(window, buffer.readUInt16BE(at + 4))) ?? []) {
        if (buffer.compare(bytes, 0, bytes.length, at, Math.min(buffer.length, at + bytes.length)) !== 0)
          continue;
        this.sightings.push({ where, offset: offset + at, form, id });
      }
    }
  }
}

function filterBit(first: number): number {
  return Math.imul(first, 0x9e3779b1) >>> (32 - FILTER_BITS);
}

function keyOf(first: number, second: number): number {
  return first * 65_536 + second;
}

async function ifThere<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
