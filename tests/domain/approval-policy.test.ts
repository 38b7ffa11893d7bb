import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffActor } from '../../src/domain/actor.ts';
import {
  type ApprovalPolicy,
  approvalCounts,
  changedKinds,
  isLowered,
  judgePolicy,
} from '../../src/domain/approval-policy.ts';
import { type CaseId, newId, type StaffId } from '../../src/domain/ids.ts';
import { roles } from '../../src/domain/words.ts';

const start = Temporal.Instant.from('2009-11-09T10:00:00Z');
const ids = [newId<StaffId>(), newId<StaffId>()] as const;

const anyPolicy: fc.Arbitrary<ApprovalPolicy> = fc.record({
  update: fc.constantFrom(...approvalCounts),
  press_release: fc.constantFrom(...approvalCounts),
});
const anyActor: fc.Arbitrary<StaffActor> = fc.record({
  kind: fc.constant('staff'),
  id: fc.constantFrom(...ids),
  name: fc.constant('Leyla'),
  roles: fc.subarray([...roles]),
  languages: fc.constant([]),
  cases: fc.constantFrom<StaffActor['cases']>(null, [newId<CaseId>()]),
  via: fc.constant('console'),
});
const anyRequest = fc.option(
  fc.record({ policy: anyPolicy, by: fc.constantFrom(...ids), at: fc.constant(start) }),
  { nil: null },
);

test('fewer approvals of any kind are never set but by two who asked for the very same within half an hour', () => {
  const seen = { alone: 0, together: 0, asked: 0 };
  fc.assert(
    fc.property(
      anyPolicy,
      anyPolicy,
      anyRequest,
      anyActor,
      fc.integer({ min: 0, max: 40 }),
      (present, wanted, asked, actor, minutes) => {
        const now = start.add({ minutes });
        const verdict = judgePolicy(present, wanted, { asked, actor, now });
        const counts = actor.cases === null && actor.roles.some((role) => /^(admin|coordinator)$/.test(role));
        const second =
          asked !== null &&
          asked.by !== actor.id &&
          changedKinds(asked.policy, wanted).length === 0 &&
          minutes < 30;
        if (!counts) expect(verdict.do).toBe('refuse');
        else if (changedKinds(present, wanted).length === 0) expect(verdict.do).toBe('nothing');
        else if (!isLowered(present, wanted)) {
          seen.alone += 1;
          expect(verdict).toEqual({ do: 'set', agreedWith: null });
        } else if (second) {
          seen.together += 1;
          expect(verdict).toEqual({ do: 'set', agreedWith: asked.by });
        } else {
          seen.asked += 1;
          expect(verdict.do).toBe('ask');
        }
      },
    ),
    { numRuns: 2000 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
});
