import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calls, staffCases } from '../../../src/db/schema/index.ts';
import type { StaffContext, StaffSiteContext } from '../../../src/services/context.ts';
import { readInvitation } from '../../../src/services/invitations/read.ts';
import { resumeSession } from '../../../src/services/sessions/resume.ts';
import { listStaff } from '../../../src/services/staff/list.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { agreeToStaff } from '../../../src/services/staff-requests/agree.ts';
import { askForStaff, type StaffWish } from '../../../src/services/staff-requests/ask.ts';
import { dropStaffRequest } from '../../../src/services/staff-requests/drop.ts';
import { standingStaffRequests } from '../../../src/services/staff-requests/find.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { type KeyHolder, staffSite, withKey } from '../../helpers/keys.ts';

let campaign: TestCampaign;
let one: StaffContext & StaffSiteContext;
let two: StaffContext & StaffSiteContext;

const at = ({ ctx }: TestStaff) => ({ ...ctx, staffSite });

beforeAll(async () => {
  campaign = await testCampaign();
  one = at(await campaign.staff(['admin'], { linked: true }));
  two = at(await campaign.staff(['admin'], { linked: true }));
});
afterAll(() => campaign.close());

const newcomer: StaffWish = {
  kind: 'invite',
  invitee: { name: 'Aysel', roles: ['author'], reads: ['az'], language: 'az' },
};

async function asked(ctx: StaffContext, wish: StaffWish) {
  const result = await askForStaff(ctx, wish);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.requestId;
}

async function agreed(ctx: StaffContext & StaffSiteContext, requestId: Awaited<ReturnType<typeof asked>>) {
  const result = await agreeToStaff(ctx, { requestId });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe('an invitation by two admins', () => {
  test('adds nobody until the second one agrees, and then by a link that works at once', async () => {
    const before = (await listStaff(campaign.operator)).length;
    const requestId = await asked(one, newcomer);
    expect(await agreeToStaff(one, { requestId })).toMatchObject({ refusal: { code: 'own-request' } });
    expect(await listStaff(campaign.operator)).toHaveLength(before);
    const { code, staffId } = await agreed(two, requestId);
    expect(await readInvitation({ ...campaign.operator, staffSite }, code)).toMatchObject({
      staffId,
      name: 'Aysel',
      waitsUntil: null,
    });
    expect(await agreeToStaff(two, { requestId })).toMatchObject({ refusal: { code: 'request-lapsed' } });
  });

  test('is no matter for others, lapses after a day, and is refused with what is missing', async () => {
    const approver = at(await campaign.staff(['approver', 'coordinator']));
    expect(await askForStaff(approver, newcomer)).toMatchObject({ refusal: { code: 'role-missing' } });
    const requestId = await asked(one, newcomer);
    expect(await agreeToStaff(approver, { requestId })).toMatchObject({ refusal: { code: 'role-missing' } });
    campaign.clock.advance({ hours: 24 });
    expect(await agreeToStaff(two, { requestId })).toMatchObject({ refusal: { code: 'request-lapsed' } });
    const nameless: StaffWish = { ...newcomer, invitee: { name: '', roles: [], reads: [], language: 'az' } };
    expect(await askForStaff(one, nameless)).toMatchObject({ ok: false });
  });
});

describe('the loss of all keys', () => {
  async function lost(): Promise<{ member: TestStaff; holder: KeyHolder; wish: StaffWish }> {
    const member = await campaign.staff(['approver'], { linked: true });
    const holder = await withKey(campaign, member);
    return { member, holder, wish: { kind: 'replace-keys', staffId: member.id } };
  }

  test('takes two others and a day, in which the old keys go on working; everybody is told twice', async () => {
    const { member, holder, wish } = await lost();
    expect(await askForStaff(at(member), wish)).toMatchObject({ refusal: { code: 'own-keys' } });
    const before = await campaign.db.$count(calls);
    const requestId = await asked(one, wish);
    expect(await agreeToStaff(at(member), { requestId })).toMatchObject({ refusal: { code: 'own-keys' } });
    expect(await agreeToStaff(one, { requestId })).toMatchObject({ refusal: { code: 'own-request' } });
    const { code } = await agreed(two, requestId);
    const linked = (await listStaff(campaign.operator)).filter(({ linked: isLinked }) => isLinked).length;
    expect((await campaign.db.$count(calls)) - before).toBe(2 * linked);
    const site = { ...campaign.operator, staffSite };
    expect((await readInvitation(site, code))?.waitsUntil).not.toBeNull();
    expect(await resumeSession(site, holder.cookie)).not.toBeNull();
    campaign.clock.advance({ hours: 24 });
    expect(await readInvitation(site, code)).toMatchObject({ waitsUntil: null });
  });

  test('counts not by the word of who has left the staff since, nor for who has', async () => {
    const { member, wish } = await lost();
    const leaver = await campaign.staff(['approver']);
    const first = await asked(at(leaver), wish);
    await revokeStaff(campaign.operator, leaver.id);
    expect(await agreeToStaff(two, { requestId: first })).toMatchObject({
      refusal: { code: 'request-lapsed' },
    });
    const second = await asked(one, wish);
    await revokeStaff(campaign.operator, member.id);
    expect(await agreeToStaff(two, { requestId: second })).toMatchObject({
      refusal: { code: 'staff-unknown' },
    });
  });

  test('comes of no link that somebody holds who was taken off the staff', async () => {
    const site = { ...campaign.operator, staffSite };
    const infiltrator = await campaign.staff(['admin']);
    const { wish } = await lost();
    const keys = await agreed(at(infiltrator), await asked(one, wish));
    const newcomers = await agreed(at(infiltrator), await asked(one, newcomer));
    const others = await agreed(one, await asked(at(infiltrator), newcomer));
    expect(await readInvitation(site, keys.code)).not.toBeNull();
    await revokeStaff(campaign.operator, infiltrator.id);
    expect(await readInvitation(site, keys.code)).toBeNull();
    expect(await readInvitation(site, newcomers.code)).toBeNull();
    // What somebody else was given is for them to hand over, or not.
    expect(await readInvitation(site, others.code)).not.toBeNull();
  });

  test('takes two whose word counts when the second one agrees', async () => {
    const { wish } = await lost();
    const limited = await campaign.staff(['approver']);
    const requestId = await asked(at(limited), wish);
    const caseId = await campaign.addCase('another-case');
    await campaign.db.insert(staffCases).values({ staffId: limited.id, caseId });
    expect(await agreeToStaff(two, { requestId })).toMatchObject({ refusal: { code: 'request-lapsed' } });
  });

  test('is objected to while something can come of it, and no longer', async () => {
    const { wish } = await lost();
    const first = await asked(one, wish);
    campaign.clock.advance({ hours: 1 });
    const second = await asked(two, wish);
    const { code } = await agreed(one, second);
    campaign.clock.advance({ hours: 23 });
    const site = { ...campaign.operator, staffSite };
    expect(await dropStaffRequest(two, { requestId: first })).toMatchObject({
      refusal: { code: 'request-lapsed' },
    });
    expect(await readInvitation(site, code)).not.toBeNull();
    campaign.clock.advance({ hours: 72 });
    expect(await dropStaffRequest(two, { requestId: second })).toMatchObject({ ok: true });
    expect(await readInvitation(site, code)).toBeNull();
  });

  test('anybody objects within the day, whoever it concerns too, and then the link opens nothing', async () => {
    const { member, wish } = await lost();
    const requestId = await asked(one, wish);
    const { code } = await agreed(two, requestId);
    expect((await standingStaffRequests(campaign.operator)).map(({ id }) => id)).toContain(requestId);
    expect(await dropStaffRequest(at(member), { requestId })).toMatchObject({ ok: true });
    expect(await readInvitation({ ...campaign.operator, staffSite }, code)).toBeNull();
    campaign.clock.advance({ hours: 25 });
    expect(await readInvitation({ ...campaign.operator, staffSite }, code)).toBeNull();
    expect(await dropStaffRequest(at(member), { requestId })).toMatchObject({
      refusal: { code: 'request-lapsed' },
    });
  });
});
