import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What canonical JSON can carry without loss. Declare content as `type`, not `interface`, to be assignable. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

declare const contentHashBrand: unique symbol;

/** The lower-case hexadecimal SHA-256 (64 characters) of a value's canonical JSON. */
export type ContentHash = string & { readonly [contentHashBrand]: true };

/**
 * The one JSON text of a value by RFC 8785 (read November 2026): equal values give equal bytes, whatever the
 * order in which their keys were written.
 *
 * Throws a TypeError naming the path (never the content) for anything that JSON would drop or disguise:
 * `undefined`, functions, bigints, class instances, Maps, Dates, NaN, lone surrogates, cycles. What an approval
 * covers must not leave a gap that a reader of the code does not see.
 */
export function canonicalJson(value: JsonValue): string {
  refuseWhatJsonWouldHide(value, '$', new Set());
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonical JSON of a value that JSON cannot carry');
  return text;
}

/** SHA-256 over the UTF-8 bytes of `canonicalJson(value)`. Throws as `canonicalJson` does. */
export function contentHash(value: JsonValue): ContentHash {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex') as ContentHash;
}

function refuseWhatJsonWouldHide(value: unknown, path: string, above: Set<object>): void {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (!value.isWellFormed()) throw new TypeError(`lone surrogate at ${path}`);
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`number that is not finite at ${path}`);
      return;
    case 'object':
      if (value !== null) refuseInside(value, path, above);
      return;
    default:
      throw new TypeError(`${typeof value} at ${path} cannot stand in canonical JSON`);
  }
}

function refuseInside(value: object, path: string, above: Set<object>): void {
  if (above.has(value)) throw new TypeError(`cycle at ${path}`);
  above.add(value);
  if (Array.isArray(value)) {
    // A plain index loop: forEach and for…in would pass over holes, which JSON writes as null.
    for (let i = 0; i < value.length; i++) refuseWhatJsonWouldHide(value[i], `${path}[${i}]`, above);
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new TypeError(`object at ${path} is not a plain object`);
    }
    if (Object.getOwnPropertySymbols(value).length > 0) throw new TypeError(`symbol key at ${path}`);
    for (const [key, member] of Object.entries(value)) {
      if (!key.isWellFormed()) throw new TypeError(`lone surrogate in a key at ${path}`);
      refuseWhatJsonWouldHide(member, `${path}.${key}`, above);
    }
  }
  above.delete(value);
}
