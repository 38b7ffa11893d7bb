import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertsFor, isAhead, isMovedEarlier } from '../../src/domain/alert.ts';
import type { HearingFacts } from '../../src/domain/hearing.ts';
import { announcedChanges, resultOf, startsOn } from '../../src/domain/hearing.ts';
import { resolveStart } from '../../src/domain/hearing-time.ts';
import { dueInstant, type LeadTime, leadTimeCode } from '../../src/domain/lead-time.ts';
import { SYSTEM_ZONE_RULES } from '../../src/domain/zone.ts';
import { anyFacts, anyInstant } from '../helpers/facts.ts';
import { verdictFacts } from '../helpers/hearing.ts';

const leadTimes: readonly LeadTime[] = [
  { kind: 'days', days: 7 },
  { kind: 'days', days: 1 },
  { kind: 'morning' },
  { kind: 'hours', hours: 3 },
];
const anyLeadTimes = fc.subarray([...leadTimes]);
const anyBefore = fc.option(anyFacts);
const { compare } = Temporal.Instant;

const plan = (
  before: HearingFacts | null,
  after: HearingFacts,
  now: Temporal.Instant,
  wanted: readonly LeadTime[] = leadTimes,
) => alertsFor(before, after, wanted, now, SYSTEM_ZONE_RULES);

describe('reminders', () => {
  test('are due after now, at their lead time, before the hearing, once each, and only for a hearing that is on', () => {
    fc.assert(
      fc.property(anyBefore, anyFacts, anyInstant, anyLeadTimes, (before, after, now, wanted) => {
        const reminders = plan(before, after, now, wanted).filter(({ kind }) => kind === 'reminder');
        const codes = reminders.map(({ leadTime }) => leadTime && leadTimeCode(leadTime));
        expect(new Set(codes).size).toBe(codes.length);
        if (after.status !== 'scheduled') expect(reminders).toEqual([]);
        for (const { leadTime, startsOn: start, dueAt, notAfter } of reminders) {
          if (leadTime === null) throw new Error('a reminder without its lead time');
          expect(wanted).toContain(leadTime);
          expect(start).toBe(startsOn(after));
          expect(dueAt.equals(dueInstant(after, leadTime) ?? '')).toBe(true);
          expect(compare(dueAt, now)).toBe(1);
          expect(compare(dueAt, notAfter)).toBe(-1);
          expect(compare(notAfter, resolveStart(after)?.latest ?? '')).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('one whose instant is this very moment is not planned: what has just been told needs no reminder', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...leadTimes), (facts, leadTime) => {
        const due = dueInstant(facts, leadTime);
        fc.pre(facts.status === 'scheduled' && due !== null);
        if (due === null) return;
        const kinds = (now: Temporal.Instant) =>
          plan(null, facts, now, [leadTime]).flatMap(({ kind }) => (kind === 'no_outcome' ? [] : [kind]));
        expect(kinds(due)).toEqual(['announced']);
        const before = due.subtract({ nanoseconds: 1 });
        expect(kinds(before)).toEqual(['announced', 'reminder']);
      }),
    );
  });

  test('none that is still ahead is left out', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, anyLeadTimes, (facts, now, wanted) => {
        fc.pre(facts.status === 'scheduled');
        const ahead = wanted.filter((leadTime) => {
          const due = dueInstant(facts, leadTime);
          return due !== null && compare(due, now) > 0;
        });
        expect(plan(null, facts, now, wanted).filter(({ kind }) => kind === 'reminder')).toHaveLength(
          ahead.length,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the word that nothing is known', () => {
  test('is due at noon of the day after, where the court is, once, and only while nothing came of the hearing', () => {
    fc.assert(
      fc.property(anyBefore, anyFacts, anyInstant, (before, after, now) => {
        const words = plan(before, after, now).filter(({ kind }) => kind === 'no_outcome');
        const isOpen = after.status === 'scheduled' || (after.status === 'held' && resultOf(after) === null);
        if (!isOpen || after.localDate === null) {
          expect(words).toEqual([]);
          return;
        }
        const day = Temporal.PlainDate.from(after.localDate).add({ days: 1 });
        const noon = day.toZonedDateTime({ timeZone: after.zone, plainTime: '12:00' }).toInstant();
        const expected = compare(noon, now) > 0 ? [noon.toString()] : [];
        expect(words.map(({ dueAt }) => dueAt.toString())).toEqual(expected);
        for (const { startsOn: start } of words) expect(start).toBe(startsOn(after));
      }),
      { numRuns: 500 },
    );
  });
});

describe('news', () => {
  test('is one alert at most, due at once', () => {
    fc.assert(
      fc.property(anyBefore, anyFacts, anyInstant, (before, after, now) => {
        const news = plan(before, after, now).filter(({ kind }) => !isAhead(kind));
        expect(news.length).toBeLessThanOrEqual(1);
        for (const { dueAt, leadTime } of news) {
          expect(dueAt.equals(now)).toBe(true);
          expect(leadTime).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });

  test('there is none when nothing changed that followers must know', () => {
    fc.assert(
      fc.property(anyFacts, anyInstant, (facts, now) => {
        const touched = { ...facts, judge: 'Somebody else', checkedOn: '2009-10-16', sources: ['RFE/RL'] };
        expect(plan(facts, touched, now).filter(({ kind }) => !isAhead(kind))).toEqual([]);
      }),
    );
  });

  test('there is some whenever a hearing that is on differs from what was told', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyInstant, (before, after, now) => {
        fc.pre(after.status === 'scheduled' && announcedChanges(before, after).length > 0);
        const news = plan(before, after, now).filter(({ kind }) => !isAhead(kind));
        expect(news.map(({ kind }) => kind)).toEqual(['changed']);
      }),
      { numRuns: 300 },
    );
  });

  const now = Temporal.Instant.from('2009-11-10T21:40:00Z');
  const kindOf = (before: HearingFacts | null, after: Partial<HearingFacts>) =>
    plan(before, { ...verdictFacts, ...after }, now, [])
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'no_outcome');
  const outcome = { en: 'Two years.' };

  test.each([
    ['a first revision is announced', null, {}, ['announced']],
    ['a first revision of what is over is not', null, { status: 'held' }, []],
    ['an hour that moved is a change', verdictFacts, { localTime: '10:30' }, ['changed']],
    [
      'a postponement is a change',
      verdictFacts,
      { status: 'postponed', localDate: null, localTime: null },
      ['changed'],
    ],
    [
      'a postponement with its reason is no outcome',
      verdictFacts,
      { status: 'postponed', outcome },
      ['changed'],
    ],
    ['a cancellation is its own', verdictFacts, { status: 'cancelled' }, ['cancelled']],
    ['that it was held is not news by itself', verdictFacts, { status: 'held' }, []],
    ['its outcome is', verdictFacts, { status: 'held', outcome }, ['outcome']],
    [
      'an outcome is told once',
      { ...verdictFacts, status: 'held', outcome: { az: 'İki il.', en: 'Two years.' } },
      { status: 'held', outcome: { en: 'Two years.', az: 'İki il.' } },
      [],
    ],
    [
      'and again when it is corrected',
      { ...verdictFacts, status: 'held', outcome },
      { status: 'held', outcome: { en: 'Two and a half years.' } },
      ['outcome'],
    ],
    [
      'a cancelled hearing that takes place after all is a change',
      { ...verdictFacts, status: 'cancelled' },
      {},
      ['changed'],
    ],
  ] as const)('%s', (_, before, after, expected) => {
    expect(kindOf(before, after)).toEqual(expected);
  });

  test('of a move is of use to whoever goes by the old hour, also when the new one has begun', () => {
    const begun = Temporal.Instant.from('2009-11-11T07:00:00Z');
    const [news] = plan(verdictFacts, { ...verdictFacts, localTime: '10:30' }, begun, []);
    expect(news?.notAfter.toString()).toBe('2009-11-11T11:00:00Z');
  });

  test('of a date is of no use once that date is over', () => {
    const [news] = plan(null, verdictFacts, now, []);
    expect(news?.notAfter.toString()).toBe('2009-11-11T11:00:00Z');
  });
});

describe('the louder text', () => {
  test('is for a hearing that is on and begins before the moment that people were told', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (before, after) => {
        const [was, is] = [resolveStart(before), resolveStart(after)];
        const loud = isMovedEarlier(before, after, SYSTEM_ZONE_RULES);
        if (before.status !== 'scheduled' || after.status !== 'scheduled') expect(loud).toBe(false);
        else if (loud) expect(compare(is?.earliest ?? '', was?.earliest ?? '')).toBe(-1);
        else if (before.localTime !== null && after.localTime !== null && was !== null && is !== null) {
          expect(compare(is.earliest, was.earliest)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is not for a first announcement', () => {
    expect(isMovedEarlier(null, verdictFacts, SYSTEM_ZONE_RULES)).toBe(false);
  });
});
