import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedChanges, announcedFields, startsOn } from '../../src/domain/hearing.ts';
import { anyFacts } from '../helpers/facts.ts';
import { verdictFacts } from '../helpers/hearing.ts';

describe('what followers must be told', () => {
  test('is nothing when nothing changed, whatever order the languages stand in', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const court = Object.fromEntries(Object.entries(facts.court).toReversed());
        expect(announcedChanges(facts, { ...facts, court })).toEqual([]);
      }),
    );
  });

  test('is each of the facts that they go by', () => {
    const changed = {
      ...verdictFacts,
      status: 'postponed',
      localDate: '2009-11-12',
      localTime: '10:30',
      zone: 'Asia/Tbilisi',
      court: { en: 'Court of Appeal' },
      room: null,
      openness: 'closed',
      disagree: [{ field: 'time', value: '14:00', source: 'IRFS' }],
    } as const;
    expect(announcedChanges(verdictFacts, changed)).toEqual([...announcedFields]);
    // The day before the hour, as one would say it.
    const day = { localDate: '2009-11-12', localTime: '10:30' };
    expect(announcedChanges(verdictFacts, { ...verdictFacts, ...day })).toEqual(['localDate', 'localTime']);
    for (const field of announcedFields) {
      expect(announcedChanges(verdictFacts, { ...verdictFacts, [field]: changed[field] })).toEqual([field]);
    }
  });

  test('is not who the judge is, who said so, or when it was checked', () => {
    const touched = { ...verdictFacts, judge: 'A. Hüseynov', sources: ['IRFS'], checkedOn: '2009-11-10' };
    expect(announcedChanges(verdictFacts, touched)).toEqual([]);
  });
});

test('two hearings stand at the same place of the calendar exactly when date, hour and zone are the same', () => {
  fc.assert(
    fc.property(anyFacts, anyFacts, (a, b) => {
      const same = a.localDate === b.localDate && a.localTime === b.localTime && a.zone === b.zone;
      if (a.localDate === null) expect(startsOn(a)).toBeNull();
      else expect(startsOn(a) === startsOn(b)).toBe(same);
    }),
  );
});
