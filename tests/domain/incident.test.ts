import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import {
  disclosuresOf,
  type IncidentFacts,
  incidentAlert,
  isPressing,
  missingConsent,
  repeatsWhatWasTold,
  toldChanges,
} from '../../src/domain/incident.ts';
import { namesOneOf } from '../../src/domain/protected-name.ts';
import {
  amendments,
  certainties,
  disclosures,
  incidentKinds,
  incidentStatuses,
} from '../../src/domain/words.ts';
import { SYSTEM_ZONE_RULES } from '../../src/domain/zone.ts';
import { arrestFacts } from '../helpers/incident.ts';

const persons = ['one', 'two'] as readonly string[] as readonly PersonId[];
const now = Temporal.Instant.from('2009-07-08T18:00:00Z');

const anyIncident: fc.Arbitrary<IncidentFacts> = fc.record({
  status: fc.constantFrom(...incidentStatuses),
  kind: fc.constantFrom(...incidentKinds),
  localDate: fc.constantFrom('2009-07-07', '2009-07-08'),
  localTime: fc.constantFrom(null, '22:00'),
  zone: fc.constant('Asia/Baku'),
  place: fc.constantFrom(null, { en: 'Baku' }, { en: 'Ganja' }),
  what: fc.constantFrom({ en: 'It happened.' }, { en: 'It happened otherwise.' }),
  personIds: fc.subarray([...persons]),
  bystanders: fc.constantFrom({}, { minor: 2 }),
  certainty: fc.constantFrom(...certainties),
  discloses: fc.subarray([...disclosures]),
  amendment: fc.constantFrom(...amendments),
  sources: fc.constantFrom(['IRFS'], ['RFE/RL']),
});

const anyConsents = fc.subarray(
  persons.flatMap((personId) => disclosures.map((covers) => ({ personId, covers }))),
);

describe('the alert of an incident', () => {
  test('is there exactly when followers do not know all of it yet, is due at once, and is news for a week', () => {
    fc.assert(
      fc.property(fc.option(anyIncident), anyIncident, (told, after) => {
        const alert = incidentAlert(told, after, now);
        const knows =
          told === null
            ? after.status === 'retracted'
            : told.status === after.status && toldChanges(told, after).length === 0;
        expect(alert === null).toBe(knows);
        if (alert === null) return;
        expect(alert.dueAt.equals(now)).toBe(true);
        expect(alert.notAfter.equals(now.add({ hours: 168 }))).toBe(true);
        if (told === null) expect(alert.kind).toBe('announced');
        else
          expect(alert.kind === 'cancelled').toBe(after.status === 'retracted' && told.status === 'stands');
      }),
    );
  });

  test('is not called for by another source of the same', () => {
    expect(incidentAlert(arrestFacts, { ...arrestFacts, sources: ['RFE/RL'] }, now)).toBeNull();
  });
});

describe('consent', () => {
  test('is missing exactly when somebody concerned has not consented to something that is told', () => {
    fc.assert(
      fc.property(anyIncident, anyConsents, (facts, given) => {
        const told = disclosuresOf(facts);
        const covered = told.every(
          (covers) =>
            facts.personIds.length > 0 &&
            facts.personIds.every((personId) =>
              given.some((one) => one.personId === personId && one.covers === covers),
            ),
        );
        expect(missingConsent(facts, given) === null).toBe(covered);
      }),
    );
  });

  test('is always needed for what is about health by its kind', () => {
    const facts: IncidentFacts = { ...arrestFacts, kind: 'health', personIds: [...persons] };
    expect(missingConsent(facts, [])).toEqual({ covers: 'health', personId: 'one' });
  });
});

test('what took consent and is told no more is never repeated in a correction, nor what is withheld', () => {
  fc.assert(
    fc.property(anyIncident, anyIncident, (before, after) => {
      const repeats = repeatsWhatWasTold(before, after);
      if (after.amendment === 'withholds') expect(repeats).toBe(false);
      for (const one of disclosuresOf(before)) {
        if (!disclosuresOf(after).includes(one)) expect(repeats).toBe(false);
      }
    }),
  );
  expect(repeatsWhatWasTold(arrestFacts, { ...arrestFacts, amendment: 'corrects' })).toBe(true);
});

describe('an incident is pressing', () => {
  const pressing = (facts: Partial<IncidentFacts>, at: string) =>
    isPressing({ ...arrestFacts, ...facts }, Temporal.Instant.from(at), SYSTEM_ZONE_RULES);

  // 22:00 in Baku was 17:00 UTC in the summer of 2009.
  test.each([
    ['within a day of its hour', {}, '2009-07-09T16:59:59Z', true],
    ['and then no longer', {}, '2009-07-09T17:00:00Z', false],
    [
      'within a day of the end of its day, where no hour is known',
      { localTime: null },
      '2009-07-09T18:59:59Z',
      true,
    ],
    ['and then no longer, either', { localTime: null }, '2009-07-09T19:00:00Z', false],
    ['never when it is a release', { kind: 'release' }, '2009-07-08T17:01:00Z', false],
  ] as const)('%s', (_, facts, at, expected) => expect(pressing(facts, at)).toBe(expected));
});

describe('a protected name', () => {
  const names = ['Leyla Əliyeva', 'Лейла Алиева', 'Al Li'];
  test.each([
    ['Leyla Əliyeva', true],
    ['LEYLA was there', true],
    ['о Лейле', true],
    ['у Алиевой', true],
    ['Алиева-младшая', true],
    ['Al Li came', true],
    ['Ali came, and also Lisa', false],
    ['nobody', false],
  ])('in "%s"', (text, found) => expect(namesOneOf(text, names)).toBe(found));

  // As keyboards and capitals have them: the dotted and the dotless i, marks, joiners, an Arabic yeh.
  test.each([
    ['Aydın', 'AYDIN was there'],
    ['Aydın', 'aydin'],
    ['İlham', 'ilham'],
    ['İlham', 'ILHAM'],
    ['Hacızadə', 'HACIZADƏ'],
    ['Léa Weiß', 'Lea WEISS'],
    ['Семён', 'Семен'],
    ['علی\u200cرضا', 'علیرضا'],
    ['علیرضا', 'علی\u200cرضا'],
    ['علی\u200cرضا', 'علی رضا'],
    ['علی رضا', 'علي\u200cرضا'],
  ])('%s is found in "%s"', (name, text) => expect(namesOneOf(text, [name])).toBe(true));
});
