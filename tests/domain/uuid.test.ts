import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallId, newId, parseId } from '../../src/domain/ids.ts';
import { orderedUuids } from '../../src/domain/uuid.ts';

describe('ids', () => {
  it('sort in the order of their making, also when thousands are made in one millisecond', () => {
    const made = Array.from({ length: 20_000 }, () => newId<CallId>());
    expect(made.toSorted()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  it('sort in the order of their making whatever the machine’s clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 41 }), { minLength: 2 }), (times) => {
        let i = 0;
        const next = orderedUuids(() => times[i++] ?? 1);
        const made = times.map(() => next());
        expect(made.toSorted()).toEqual(made);
      }),
    );
  });

  it('are canonical UUIDs of version 7', () => {
    const id = orderedUuids(() => 1_257_934_200_000)();
    expect(parseId(id)).toBe(id);
    expect(id).toMatch(/^0124e2b8-9cc0-7[0-9a-f]{3}-[89ab]/);
  });
});
