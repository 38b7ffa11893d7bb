import { and, desc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries, calls, successions } from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import type { SuccessionId } from '../../../src/domain/ids.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { doubtSuccessions } from '../../../src/scheduler/jobs/doubt-successions.ts';
import { limitToCases } from '../../../src/services/staff/limit-to-cases.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { agreeToSuccessor } from '../../../src/services/successions/agree.ts';
import { callSuccessor } from '../../../src/services/successions/call.ts';
import { confirmSuccessor } from '../../../src/services/successions/confirm.ts';
import { standingSuccessions } from '../../../src/services/successions/find.ts';
import { nameSuccessor } from '../../../src/services/successions/name.ts';
import { objectToSuccessor } from '../../../src/services/successions/object.ts';
import { takeOver } from '../../../src/services/successions/take-over.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
beforeAll(async () => {
  campaign = await testCampaign();
});
afterAll(() => campaign.close());

/** Two name a translator in calm; `others` vouch too. */
async function named() {
  const one = await campaign.staff(['admin', 'approver']);
  const two = await campaign.staff(['approver']);
  const others = [await campaign.staff(['approver']), await campaign.staff(['admin'])] as const;
  const successor = await campaign.staff(['translator'], { linked: true });
  const wanted = { staffId: successor.id, roles: ['approver'] } as const;
  const { successionId } = must(await nameSuccessor(one.ctx, wanted));
  must(await agreeToSuccessor(two.ctx, { successionId }));
  return { one, two, others, successor, successionId };
}

const revoked = async ({ id }: TestStaff) => must(await revokeStaff(campaign.operator, id));

async function stateOf(successionId: SuccessionId) {
  const row = (await standingSuccessions(campaign.operator)).find(({ id }) => id === successionId);
  return row === undefined ? 'none' : row.doubtedAt === null ? 'stands' : 'doubted';
}

async function lastNoticeTo({ id }: TestStaff): Promise<string> {
  const [last] = await campaign.db
    .select()
    .from(calls)
    .where(eq(calls.staffId, id))
    .orderBy(desc(calls.id))
    .limit(1);
  return last === undefined
    ? 'none'
    : withoutIsolation(campaign.open(last.sealedParams, binding.callParams(last.id)));
}

async function noticesTo({ id }: TestStaff) {
  return campaign.db.$count(calls, eq(calls.staffId, id));
}

describe('a naming of which a word is gone', () => {
  test('still brings who was named within a day: by whoever is left, when both who named were taken away', async () => {
    const { one, two, others, successor, successionId } = await named();
    await revoked(one);
    await revoked(two);
    await doubtSuccessions(campaign.job);
    expect(await stateOf(successionId)).toBe('doubted');
    must(await callSuccessor(others[0].ctx, { successionId }));
    expect(await takeOver(successor.ctx, { successionId })).toMatchObject({
      refusal: { code: 'succession-waits' },
    });
    campaign.clock.advance({ hours: 24 });
    expect(must(await takeOver(successor.ctx, { successionId })).roles).toContain('approver');
  });

  test('is told to everybody once, and lapses after a week, which is told too', async () => {
    const { one, successor, others, successionId } = await named();
    await revoked(one);
    const before = await noticesTo(successor);
    await doubtSuccessions(campaign.job);
    await doubtSuccessions(campaign.job);
    expect(await noticesTo(successor)).toBe(before + 1);
    campaign.clock.advance({ hours: 7 * 24 });
    expect(await stateOf(successionId)).toBe('none');
    const lapsed = { ok: false, refusal: { code: 'request-lapsed' } };
    expect(await callSuccessor(others[0].ctx, { successionId })).toEqual(lapsed);
    expect(await confirmSuccessor(others[0].ctx, { successionId })).toEqual(lapsed);
    await doubtSuccessions(campaign.job);
    await doubtSuccessions(campaign.job);
    expect(await noticesTo(successor)).toBe(before + 2);
    const entries = await campaign.db
      .select({ details: auditEntries.details })
      .from(auditEntries)
      .where(and(eq(auditEntries.verb, 'successions/doubt'), eq(auditEntries.subjectId, successionId)));
    expect(entries.map(({ details }) => details.found).toSorted()).toEqual(['doubted', 'lapsed']);
  });

  test('of an infiltrator is ended at once by anybody, and confirmed by another voice than the one that stands', async () => {
    const { one, two, others, successor, successionId } = await named();
    await revoked(one);
    await doubtSuccessions(campaign.job);
    // Neither the one who had named, nor who was named, is the second voice.
    expect(await confirmSuccessor(two.ctx, { successionId })).toMatchObject({
      refusal: { code: 'own-request' },
    });
    expect(await confirmSuccessor(successor.ctx, { successionId })).toMatchObject({
      refusal: { code: 'role-missing' },
    });
    expect(must(await confirmSuccessor(others[0].ctx, { successionId })).stands).toBe(true);
    campaign.clock.advance({ hours: 100 * 24 });
    await doubtSuccessions(campaign.job);
    expect(await stateOf(successionId)).toBe('stands');
    // Whoever confirmed it is one of the two from now on: when they go it is in doubt again.
    await revoked(others[0]);
    await doubtSuccessions(campaign.job);
    expect(await stateOf(successionId)).toBe('doubted');
    must(await objectToSuccessor(successor.ctx, { successionId }));
    expect(await stateOf(successionId)).toBe('none');
  });

  test('is in none by whoever agreed, and vouches, though they could not have named', async () => {
    const [admin, lawyer] = [await campaign.staff(['admin']), await campaign.staff(['lawyer'])];
    const successor = await campaign.staff(['translator']);
    const wanted = { staffId: successor.id, roles: ['approver'] } as const;
    const { successionId } = must(await nameSuccessor(admin.ctx, wanted));
    must(await agreeToSuccessor(lawyer.ctx, { successionId }));
    await doubtSuccessions(campaign.job);
    expect(await stateOf(successionId)).toBe('stands');
    await revoked(lawyer);
    await doubtSuccessions(campaign.job);
    expect(await stateOf(successionId)).toBe('doubted');
    const another = await campaign.staff(['lawyer']);
    expect(must(await confirmSuccessor(another.ctx, { successionId })).stands).toBe(true);
    // The word of who named takes somebody who could have.
    await revoked(admin);
    const coordinator = await campaign.staff(['coordinator']);
    expect(await confirmSuccessor(coordinator.ctx, { successionId })).toMatchObject({
      refusal: { code: 'role-missing' },
    });
  });

  test('takes two voices where both are gone', async () => {
    const { one, two, others, successor, successionId } = await named();
    await revoked(one);
    await revoked(two);
    await doubtSuccessions(campaign.job);
    expect(must(await confirmSuccessor(others[0].ctx, { successionId })).stands).toBe(false);
    expect(await lastNoticeTo(successor)).toContain('it lapses unless a second person confirms it');
    expect(await confirmSuccessor(others[0].ctx, { successionId })).toMatchObject({
      refusal: { code: 'own-request' },
    });
    expect(await stateOf(successionId)).toBe('doubted');
    expect(must(await confirmSuccessor(others[1].ctx, { successionId })).stands).toBe(true);
    expect(await lastNoticeTo(successor)).toMatch(/"Confirmed: /);
    expect(await stateOf(successionId)).toBe('stands');
  });

  test('is in doubt too by whoever was limited to some cases, and no more once they are not', async () => {
    const { two, successionId } = await named();
    for (let i = 0; i < 2; i++) await campaign.staff(['coordinator'], { linked: true });
    must(
      await limitToCases(campaign.operator, {
        staffId: two.id,
        caseIds: [await campaign.addCase('another-case')],
      }),
    );
    await doubtSuccessions(campaign.job);
    expect(await stateOf(successionId)).toBe('doubted');
    must(await limitToCases(campaign.operator, { staffId: two.id, caseIds: [] }));
    await doubtSuccessions(campaign.job);
    expect(await stateOf(successionId)).toBe('stands');
  });

  test('is found by the scheduler, which can name nobody', async () => {
    const { successionId } = await named();
    const { db } = campaign.job;
    const forbidden = { cause: { code: '42501' } };
    const row = eq(successions.id, successionId);
    await expect(
      db.update(successions).set({ agreedAt: campaign.clock.now() }).where(row),
    ).rejects.toMatchObject(forbidden);
    await expect(
      db
        .update(successions)
        .set({ roles: ['admin'] })
        .where(row),
    ).rejects.toMatchObject(forbidden);
  });
});
