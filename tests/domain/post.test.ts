import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fallbackChain, type Language, languages } from '../../src/domain/language.ts';
import {
  isUnderEmbargo,
  judgeSchedule,
  nextState,
  postState,
  readersLeftOut,
  type TranslationEvent,
  type TranslationStates,
  textForReaders,
} from '../../src/domain/post.ts';
import { type TranslationState, translationStates } from '../../src/domain/words.ts';

const events = [
  'edit',
  'submit',
  'approve',
  'reject',
  'schedule',
  'publish',
  'withdraw',
  'expire',
] as const satisfies readonly TranslationEvent[];

const anyEvents = fc.array(fc.constantFrom(...events), { maxLength: 30 });
const anyStates: fc.Arbitrary<TranslationStates> = fc
  .array(fc.tuple(fc.constantFrom(...languages), fc.constantFrom(...translationStates)), { maxLength: 7 })
  .map((entries) => Object.fromEntries(entries));

describe("a text's states", () => {
  test('whatever happens, it is published only with an approval since its last edit', () => {
    fc.assert(
      fc.property(anyEvents, (happened) => {
        let state: TranslationState = 'draft';
        let approved = false;
        for (const event of happened) {
          const next = nextState(state, event);
          if (next === null) continue;
          if (event === 'approve') approved = true;
          if (event === 'edit' || event === 'reject') approved = false;
          state = next;
          if (state === 'published' || state === 'approved' || state === 'scheduled')
            expect(approved).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('an edit leads back to draft from wherever it is possible, and nothing else does', () => {
    for (const state of translationStates) {
      for (const event of events) {
        if (nextState(state, event) === 'draft') expect(event).toBe('edit');
      }
      expect([null, 'draft']).toContain(nextState(state, 'edit'));
    }
  });

  test('nothing leads out of what is published, withdrawn or expired', () => {
    for (const state of ['published', 'withdrawn', 'expired'] as const) {
      for (const event of events) expect(nextState(state, event)).toBeNull();
    }
  });

  test('whatever has not gone out can be withdrawn', () => {
    for (const state of ['draft', 'in_review', 'approved', 'scheduled', 'rejected'] as const) {
      expect(nextState(state, 'withdraw')).toBe('withdrawn');
    }
  });
});

describe('the text for each reader', () => {
  const over: readonly TranslationState[] = ['withdrawn', 'expired'];

  test('is published, is one at most, and is the first of their chain that may still come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), anyStates, (source, states) => {
        const served = textForReaders(source, states);
        expect(new Set(served.map(({ reader }) => reader)).size).toBe(served.length);
        for (const reader of languages) {
          const first = fallbackChain(reader, source).find((language) => {
            const state = states[language];
            return state !== undefined && !over.includes(state);
          });
          const expected = first !== undefined && states[first] === 'published' ? first : undefined;
          expect(served.find((one) => one.reader === reader)?.text).toBe(expected);
        }
      }),
    );
  });

  test('may never come: then they are named as left out, and those only', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), anyStates, (source, states) => {
        const leftOut = readersLeftOut(source, states);
        const served = textForReaders(source, states).map(({ reader }) => reader);
        expect(leftOut.filter((reader) => served.includes(reader))).toEqual([]);
        for (const reader of languages) {
          const none = fallbackChain(reader, source).every((language) => {
            const state = states[language];
            return state === undefined || over.includes(state);
          });
          expect(leftOut.includes(reader)).toBe(none);
        }
      }),
    );
    expect(readersLeftOut('az', { az: 'published' })).toEqual([]);
    expect(readersLeftOut('az', { az: 'withdrawn', tr: 'published' })).toEqual([
      'en',
      'ru',
      'fa',
      'fr',
      'de',
    ]);
  });

  test('once it is there it stays the same, whatever becomes of the other languages', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        anyStates,
        fc.constantFrom(...languages),
        fc.constantFrom(...events),
        (source, states, language, event) => {
          const state = states[language];
          const next = state === undefined ? null : nextState(state, event);
          if (next === null) return;
          const before = textForReaders(source, states);
          const after = textForReaders(source, { ...states, [language]: next });
          expect(after).toEqual(expect.arrayContaining(before));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('that is late holds back its own readers and nobody else', () => {
    const states: TranslationStates = { az: 'published', en: 'published', fa: 'in_review', ru: 'rejected' };
    const served = Object.fromEntries(textForReaders('az', states).map(({ reader, text }) => [reader, text]));
    expect(served).toEqual({ az: 'az', tr: 'az', en: 'en', fr: 'en', de: 'en' });
  });

  test('is the source when nothing else of the chain is there', () => {
    const served = textForReaders('ru', { ru: 'published' }).map(({ reader }): Language => reader);
    expect(served).toEqual([...languages]);
  });
});

describe("a post's own state", () => {
  test('is the furthest that any of its languages has come', () => {
    expect(postState({ az: 'published', fa: 'draft' })).toBe('published');
    expect(postState({ az: 'in_review', fa: 'draft' })).toBe('in_review');
    expect(postState({ az: 'rejected', fa: 'withdrawn' })).toBe('rejected');
    expect(postState({ az: 'withdrawn' })).toBe('withdrawn');
    expect(postState({})).toBe('draft');
  });

  test('is one that a language of it has', () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const present = Object.values(states);
        if (present.length > 0) expect(present).toContain(postState(states));
      }),
    );
  });
});

describe('a schedule', () => {
  const now = Temporal.Instant.from('2009-11-11T06:30:00Z');
  const instant = fc.option(fc.integer({ min: -5, max: 5 }).map((hours) => now.add({ hours })));

  test('is taken exactly when something can go out under its embargo and something after it', () => {
    fc.assert(
      fc.property(instant, instant, instant, (notBefore, notAfter, embargoUntil) => {
        const minute = (at: number) => now.add({ minutes: at * 30 });
        const isOpen = (at: Temporal.Instant) =>
          (notBefore === null || Temporal.Instant.compare(notBefore, at) <= 0) &&
          (notAfter === null || Temporal.Instant.compare(at, notAfter) < 0);
        const times = Array.from({ length: 13 }, (_, half) => minute(half)).filter(isOpen);
        const before = times.filter((at) => isUnderEmbargo({ embargoUntil }, at));
        const after = times.filter((at) => !isUnderEmbargo({ embargoUntil }, at));
        const canBe = after.length > 0 && (embargoUntil === null || before.length > 0);
        expect(judgeSchedule({ notBefore, notAfter, embargoUntil }, now) === null).toBe(canBe);
      }),
      { numRuns: 500 },
    );
  });
});
