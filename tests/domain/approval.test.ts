import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffActor } from '../../src/domain/actor.ts';
import { mayDecideFacts, mayDecideText } from '../../src/domain/approval.ts';
import type { StaffId } from '../../src/domain/ids.ts';
import { languages } from '../../src/domain/language.ts';
import { roles } from '../../src/domain/words.ts';

/** Few, so that the same person often turns up twice. */
const anyStaffId = fc.constantFrom('ann', 'ben', 'cem').map((id) => id as StaffId);
const anyActor: fc.Arbitrary<StaffActor> = fc.record({
  kind: fc.constant('staff' as const),
  id: anyStaffId,
  name: fc.constant('Somebody'),
  roles: fc.subarray([...roles]),
  languages: fc.subarray([...languages]),
  cases: fc.constant(null),
  via: fc.constantFrom('bot' as const, 'api' as const),
});

test('a text is decided on by an approver who reads it and neither wrote nor last edited it, and by nobody else', () => {
  fc.assert(
    fc.property(
      anyActor,
      anyStaffId,
      fc.array(anyStaffId, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...languages),
      (actor, authorId, editors, language) => {
        const may = mayDecideText(actor, { authorId, editors, language }) === null;
        expect(may).toBe(
          actor.roles.includes('approver') &&
            actor.id !== authorId &&
            !editors.includes(actor.id) &&
            actor.languages.includes(language),
        );
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a hearing's facts are decided on by an approver, coordinator or lawyer who did not record them", () => {
  fc.assert(
    fc.property(anyActor, fc.option(anyStaffId), (actor, recordedBy) => {
      const may = mayDecideFacts(actor, { recordedBy }) === null;
      const named = actor.roles.some(
        (role) => role === 'approver' || role === 'coordinator' || role === 'lawyer',
      );
      expect(may).toBe(named && actor.id !== recordedBy);
    }),
    { numRuns: 1_000 },
  );
});

test('who may not decide is told why, the plainest reason first', () => {
  const ann = 'ann' as StaffId;
  const actor: StaffActor = {
    kind: 'staff',
    id: ann,
    name: 'Ann',
    roles: ['approver'],
    languages: ['az'],
    cases: null,
    via: 'api',
  };
  const ben = 'ben' as StaffId;
  const text = { authorId: ben, editors: [ben], language: 'az' as const };
  expect(mayDecideText({ ...actor, roles: ['admin'] }, text)).toEqual({ code: 'not-an-approver' });
  expect(mayDecideText(actor, { ...text, authorId: ann, editors: [ann] })).toEqual({ code: 'own-text' });
  expect(mayDecideText(actor, { ...text, editors: [ben, ann] })).toEqual({ code: 'own-edit' });
  expect(mayDecideText(actor, { ...text, language: 'fa' })).toEqual({
    code: 'language-not-read',
    language: 'fa',
  });
});
