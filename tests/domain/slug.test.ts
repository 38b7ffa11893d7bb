import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSlug, SLUG_MAX, slugsLike } from '../../src/domain/slug.ts';

test('a slug is what fits into an address and a deep link, and is no staff code', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9_-]{0,60}$/)), (text) => {
      const slug = parseSlug(text);
      if (slug === null) return;
      expect(slug).toBe(text);
      expect(encodeURIComponent(slug)).toBe(slug);
      // Telegram's start parameter: at most 64 of these characters (Bot API, deep linking, November 2026).
      expect(slug).toMatch(/^[A-Za-z0-9-]{1,48}$/);
    }),
    { numRuns: 2_000 },
  );
  for (const good of ['a', '7', 'donkey-bloggers', 'a'.repeat(SLUG_MAX)]) expect(parseSlug(good)).toBe(good);
  for (const bad of ['', '-', 'a-', '-a', 'A', 'a_b', 'ə', 'a b', 'a'.repeat(SLUG_MAX + 1)]) {
    expect(parseSlug(bad)).toBeNull();
  }
});

test('slugs like a slug begin with it, are slugs, and all differ', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/), (text) => {
      const slug = parseSlug(text);
      if (slug === null) throw new Error('not a slug');
      const like = slugsLike(slug).take(30).toArray();
      expect(like[0]).toBe(slug);
      expect(new Set(like).size).toBe(30);
      for (const one of like) expect(parseSlug(one)).toBe(one);
    }),
  );
});
