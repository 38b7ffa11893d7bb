import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, contentHash, type JsonValue } from '../../src/domain/canonical.ts';

/** The same value with the keys of every object in another order. */
function shuffled(value: JsonValue): JsonValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(shuffled);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe('canonical JSON', () => {
  test('writes the example of RFC 8785, section 3.2.2, as the RFC does', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('sorts keys by UTF-16 units, as RFC 8785, section 3.2.3, wants', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(
      canonicalJson(value)
        .match(/\d(?=[,}])/g)
        ?.join(''),
    ).toBe('2467153');
  });

  test('does not depend on the order of keys, and means the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        const value = json as JsonValue;
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each([
    ['undefined', { a: undefined }],
    ['a function', { a: () => 1 }],
    ['a bigint', { a: 1n }],
    ['a Map', { a: new Map([[1, 2]]) }],
    ['a Date', { a: new Date(0) }],
    ['an instant', { a: Temporal.Instant.fromEpochMilliseconds(0) }],
    ['NaN', { a: Number.NaN }],
    ['a lone surrogate', { a: '\ud800' }],
    ['a lone surrogate in a key', { '\ud800': 1 }],
    ['a hole in an array', { a: new Array(2) }],
    ['a symbol key', { a: { [Symbol('s')]: 1 } }],
  ])('refuses %s, which JSON would drop or disguise', (_, value) => {
    expect(() => canonicalJson(value as unknown as JsonValue)).toThrow(TypeError);
  });

  test('refuses a cycle, and allows the same object twice', () => {
    const cycle: Record<string, JsonValue> = {};
    cycle.self = [cycle];
    expect(() => canonicalJson(cycle)).toThrow(/cycle/);
    const shared = { x: 1 };
    expect(canonicalJson({ a: shared, b: shared })).toBe('{"a":{"x":1},"b":{"x":1}}');
  });

  test('names the place of a fault and never its content', () => {
    expect(() => canonicalJson({ a: [{ b: 'secret\ud800' }] })).toThrow('lone surrogate at $.a[0].b');
  });
});

describe('the content hash', () => {
  test('is the SHA-256 of the canonical JSON', () => {
    // printf '{}' | sha256sum
    expect(contentHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
