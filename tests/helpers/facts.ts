import fc from 'fast-check';
import type { HearingFacts } from '../../src/domain/hearing.ts';
import { hearingStatuses, opennesses } from '../../src/domain/words.ts';

/** Zones that go forward, back, or not at all in the weeks that `anyFacts` covers. */
const zones = ['Asia/Baku', 'Europe/London', 'America/New_York', 'Asia/Tokyo'] as const;

/** Days around the change from summer time. */
const anyDay = fc
  .integer({ min: 0, max: 30 })
  .map((days) => Temporal.PlainDate.from('2009-10-15').add({ days }).toString());
const anyTime = fc
  .tuple(fc.integer({ min: 7, max: 18 }), fc.constantFrom('00', '30'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);

/** The facts of a hearing that could have been recorded. */
export const anyFacts: fc.Arbitrary<HearingFacts> = fc
  .record({
    status: fc.constantFrom(...hearingStatuses),
    localDate: fc.option(anyDay, { freq: 8 }),
    localTime: fc.option(anyTime, { freq: 5 }),
    zone: fc.constantFrom(...zones),
    court: fc.constantFrom(
      { en: 'Sabail District Court' },
      { az: 'Bakı', en: 'Baku' },
      { en: 'Baku', az: 'Bakı' },
    ),
    room: fc.constantFrom(null, '5'),
    openness: fc.constantFrom(...opennesses),
    judge: fc.constantFrom(null, 'A judge'),
    outcome: fc.constantFrom(null, { en: 'Decided.' }),
  })
  .map((facts): HearingFacts => {
    const dated = facts.localDate !== null || facts.status === 'postponed' || facts.status === 'cancelled';
    return {
      ...facts,
      status: dated ? facts.status : 'postponed',
      localTime: facts.localDate === null ? null : facts.localTime,
      outcome: facts.status === 'scheduled' ? null : facts.outcome,
      kind: 'trial',
      sources: ['IRFS'],
      checkedOn: '2009-10-14',
    };
  });

/** An instant in the weeks that `anyFacts` covers, a little before and after them too. */
export const anyInstant: fc.Arbitrary<Temporal.Instant> = fc
  .integer({ min: 0, max: 40 * 24 * 4 })
  .map((quarters) => Temporal.Instant.from('2009-10-10T00:00:00Z').add({ minutes: quarters * 15 }));
