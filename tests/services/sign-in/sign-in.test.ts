import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { challenges, invitations, passkeys, sessions } from '../../../src/db/schema/index.ts';
import { newId, type StaffId } from '../../../src/domain/ids.ts';
import type { StaffSiteContext } from '../../../src/services/context.ts';
import { acceptInvitation } from '../../../src/services/invitations/accept.ts';
import { invite } from '../../../src/services/invitations/invite.ts';
import { readInvitation } from '../../../src/services/invitations/read.ts';
import { addKey } from '../../../src/services/passkeys/add.ts';
import { keysOf } from '../../../src/services/passkeys/find.ts';
import { offerKey } from '../../../src/services/passkeys/offer.ts';
import { removeKey } from '../../../src/services/passkeys/remove.ts';
import { endSession } from '../../../src/services/sessions/end.ts';
import { offerSignIn, openSignIns } from '../../../src/services/sessions/offer.ts';
import { resumeSession, type SignedIn } from '../../../src/services/sessions/resume.ts';
import { signIn } from '../../../src/services/sessions/sign-in.ts';
import { offerOwnChatLink } from '../../../src/services/staff/link-own-chat.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { type Lies, type SoftKey, softAuthenticator } from '../../helpers/authenticator.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';

const staffSite = { origin: 'https://staff.example.org', rpId: 'staff.example.org' };
const device = softAuthenticator(staffSite);

let campaign: TestCampaign;
let ctx: StaffSiteContext;

beforeAll(async () => {
  campaign = await testCampaign();
  ctx = { ...campaign.operator, staffSite };
});
afterAll(() => campaign.close());

async function invited(member: TestStaff): Promise<string> {
  const made = await invite(ctx, member.id);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.code;
}

/** Somebody new, with a key that they came in with. */
async function enrolled(): Promise<{ member: TestStaff; key: SoftKey; cookie: string; code: string }> {
  const member = await campaign.staff(['approver']);
  const code = await invited(member);
  const offer = await offerKey(ctx, { id: member.id, name: 'Leyla' });
  const { answer, key } = device.make(offer.options.challenge);
  const accepted = await acceptInvitation(ctx, { code, challengeId: offer.challengeId, answer });
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  return { member, key, code, cookie: accepted.value.cookie };
}

const offered = () => offerSignIn(ctx);

async function signedIn(key: SoftKey, lies?: Lies) {
  const { challengeId, options } = await offered();
  return signIn(ctx, { challengeId, answer: key.sign(options.challenge, lies) });
}

async function resumed(cookie: string): Promise<SignedIn> {
  const found = await resumeSession(ctx, cookie);
  if (found === null) throw new Error('The session is over.');
  return found;
}

describe('an invitation', () => {
  test('lets its person in once, and only by a key that verified its user', async () => {
    const member = await campaign.staff(['author']);
    const code = await invited(member);
    expect(await readInvitation(ctx, code)).toMatchObject({ staffId: member.id, waitsUntil: null });
    const offer = async () => offerKey(ctx, { id: member.id, name: 'Ali' });

    const unverified = await offer();
    const present = device.make(unverified.options.challenge, { verified: false });
    expect(
      await acceptInvitation(ctx, { code, challengeId: unverified.challengeId, answer: present.answer }),
    ).toMatchObject({ refusal: { code: 'key-refused' } });

    const good = await offer();
    const { answer } = device.make(good.options.challenge);
    const input = { code, challengeId: good.challengeId, answer };
    expect(await acceptInvitation(ctx, input)).toMatchObject({ ok: true });
    expect(await readInvitation(ctx, code)).toBeNull();
    const again = await offer();
    const second = device.make(again.options.challenge);
    expect(
      await acceptInvitation(ctx, { code, challengeId: again.challengeId, answer: second.answer }),
    ).toMatchObject({ refusal: { code: 'invitation-unknown' } });
  });

  test('lets in one of two browsers that use it at the same moment', async () => {
    const member = await campaign.staff(['author']);
    const code = await invited(member);
    const comesIn = async () => {
      const { challengeId, options } = await offerKey(ctx, { id: member.id, name: 'Ali' });
      const { answer } = device.make(options.challenge);
      return () => acceptInvitation(ctx, { code, challengeId, answer });
    };
    const [one, other] = [await comesIn(), await comesIn()];
    const came = await Promise.all([one(), other()]);
    expect(came.filter(({ ok }) => ok)).toHaveLength(1);
    expect(came).toContainEqual({ ok: false, refusal: { code: 'invitation-unknown' } });
    expect(await keysOf(ctx, member.id)).toHaveLength(1);
  });

  test('is not made for somebody who has keys, and a new one voids the one before', async () => {
    const { member } = await enrolled();
    expect(await invite(ctx, member.id)).toMatchObject({ refusal: { code: 'has-keys' } });
    const other = await campaign.staff(['author']);
    const first = await invited(other);
    const second = await invited(other);
    expect(await readInvitation(ctx, first)).toBeNull();
    expect(await readInvitation(ctx, second)).not.toBeNull();
    campaign.clock.advance({ hours: 72 });
    expect(await readInvitation(ctx, second)).toBeNull();
  });

  test('is not made for somebody who is not on the staff; one that was used or has lapsed goes with the next', async () => {
    expect(await invite(ctx, newId())).toMatchObject({ refusal: { code: 'staff-unknown' } });
    const { member } = await enrolled();
    const somebody = await campaign.staff(['author']);
    await invited(somebody);
    const held = (id: StaffId) => campaign.db.$count(invitations, eq(invitations.staffId, id));
    expect([await held(member.id), await held(somebody.id)]).toEqual([1, 1]);
    campaign.clock.advance({ hours: 73 });
    await invited(await campaign.staff(['author']));
    expect([await held(member.id), await held(somebody.id)]).toEqual([0, 0]);
  });

  test('is made anew for everybody when the domain changes: the old keys open nothing there', async () => {
    const { member, key } = await enrolled();
    const moved = { ...ctx, staffSite: { origin: 'https://new.example.net', rpId: 'new.example.net' } };
    const { challengeId, options } = await offerSignIn(moved);
    const lies = { origin: moved.staffSite.origin, rpId: moved.staffSite.rpId };
    expect(await signIn(moved, { challengeId, answer: key.sign(options.challenge, lies) })).toMatchObject({
      refusal: { code: 'key-refused' },
    });
    expect(await invite(moved, member.id)).toMatchObject({ ok: true });
  });
});

describe('signing in', () => {
  test('takes a right answer to this challenge, once', async () => {
    const { member, key } = await enrolled();
    const { challengeId, options } = await offered();
    const answer = key.sign(options.challenge);
    const first = await signIn(ctx, { challengeId, answer });
    expect(first).toMatchObject({ ok: true, value: { staffId: member.id } });
    expect(await signIn(ctx, { challengeId, answer })).toMatchObject({
      refusal: { code: 'challenge-lapsed' },
    });
    const other = await offered();
    expect(await signIn(ctx, { challengeId: other.challengeId, answer })).toMatchObject({
      refusal: { code: 'key-refused' },
    });
  });

  test.each<[string, Lies]>([
    ['another origin', { origin: 'https://staff.example.org.evil.net' }],
    ['the same domain without TLS', { origin: 'http://staff.example.org' }],
    ['another domain', { rpId: 'example.org' }],
    ['a user who was present and not verified', { verified: false }],
    ['another ceremony', { type: 'webauthn.create' }],
    ['a counter that falls back', { counter: 1 }],
  ])('refuses an answer of %s', async (_, lies) => {
    const { key } = await enrolled();
    expect(await signedIn(key, { counter: 5 })).toMatchObject({ ok: true });
    expect(await signedIn(key, { counter: 6, ...lies })).toMatchObject({ refusal: { code: 'key-refused' } });
    expect(await signedIn(key, { counter: 9 })).toMatchObject({ ok: true });
  });

  test('refuses what is no answer, a key of nobody, and one of somebody who was revoked', async () => {
    const { challengeId } = await offered();
    expect(await signIn(ctx, { challengeId, answer: '{"id":1' })).toMatchObject({
      refusal: { code: 'key-refused' },
    });
    const { key: stranger } = device.make('AAAA');
    expect(await signedIn(stranger)).toMatchObject({ refusal: { code: 'key-refused' } });
    const { member, key, cookie } = await enrolled();
    await revokeStaff(campaign.operator, member.id);
    expect(await signedIn(key)).toMatchObject({ refusal: { code: 'key-refused' } });
    expect(await resumeSession(ctx, cookie)).toBeNull();
  });

  test('a challenge lapses after five minutes and leaves no row behind', async () => {
    const { key } = await enrolled();
    const { challengeId, options } = await offered();
    campaign.clock.advance({ minutes: 5 });
    expect(await signIn(ctx, { challengeId, answer: key.sign(options.challenge) })).toMatchObject({
      refusal: { code: 'challenge-lapsed' },
    });
    await offered();
    campaign.clock.advance({ minutes: 6 });
    await offered();
    expect(await campaign.db.$count(challenges, eq(challenges.purpose, 'sign-in'))).toBe(1);
  });

  test('whoever fails ten times waits five minutes, nobody else does, and then gets in', async () => {
    const { key } = await enrolled();
    const { key: other } = await enrolled();
    for (let i = 0; i < 10; i++) {
      expect(await signedIn(key, { verified: false })).toMatchObject({ refusal: { code: 'key-refused' } });
    }
    expect(await signedIn(key)).toMatchObject({ refusal: { code: 'too-many-tries' } });
    expect(await signedIn(other)).toMatchObject({ ok: true });
    campaign.clock.advance({ minutes: 5 });
    expect(await signedIn(key)).toMatchObject({ ok: true });
  });

  test('however many are begun, nobody is kept out, and of those that nobody ends only so many are kept', async () => {
    const { key } = await enrolled();
    const begun = await offered();
    const { campaignId, clock } = campaign;
    clock.advance({ seconds: 1 });
    await campaign.sql`
      insert into challenges (id, campaign_id, purpose, challenge, created_at)
      select gen_random_uuid(), ${campaignId}, 'sign-in', '\\x00', ${clock.now().toString()}::timestamptz
      from generate_series(2, ${openSignIns})`;
    clock.advance({ seconds: 1 });
    const answer = (offer: typeof begun) => ({
      challengeId: offer.challengeId,
      answer: key.sign(offer.options.challenge),
    });
    const last = await offered();
    expect(await campaign.db.$count(challenges, eq(challenges.purpose, 'sign-in'))).toBe(openSignIns);
    expect(await signIn(ctx, answer(begun))).toMatchObject({ refusal: { code: 'challenge-lapsed' } });
    expect(await signIn(ctx, answer(last))).toMatchObject({ ok: true });
  });
});

describe('a session', () => {
  test('is kept by the hash of its cookie only, and says who it is', async () => {
    const { member, cookie } = await enrolled();
    expect((await resumed(cookie)).actor).toMatchObject({ id: member.id, via: 'console' });
    const rows = JSON.stringify(await campaign.db.select().from(sessions));
    expect(rows).not.toContain(cookie);
    expect(await resumeSession(ctx, `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  });

  test('ends after 15 minutes without use, and after 8 hours with it', async () => {
    const { key, cookie } = await enrolled();
    campaign.clock.advance({ minutes: 14, seconds: 59 });
    await resumed(cookie);
    campaign.clock.advance({ minutes: 15 });
    expect(await resumeSession(ctx, cookie)).toBeNull();
    const again = await signedIn(key);
    if (!again.ok) throw new Error(again.refusal.code);
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      campaign.clock.advance({ minutes: 10 });
      await resumed(again.value.cookie);
    }
    campaign.clock.advance({ minutes: 10 });
    expect(await resumeSession(ctx, again.value.cookie)).toBeNull();
  });

  test('leaves no row behind once it cannot stand any more', async () => {
    const { member, key } = await enrolled();
    const held = () => campaign.db.$count(sessions, eq(sessions.staffId, member.id));
    expect(await held()).toBe(1);
    await signedIn(key);
    expect(await held()).toBe(2);
    campaign.clock.advance({ hours: 8, seconds: 1 });
    await signedIn(key);
    expect(await held()).toBe(1);
  });

  test('ends when its holder signs out, and no other one with it', async () => {
    const { key, cookie } = await enrolled();
    const other = await signedIn(key);
    if (!other.ok) throw new Error(other.refusal.code);
    const { actor, session } = await resumed(cookie);
    await endSession({ ...campaign.operator, actor }, session);
    expect(await resumeSession(ctx, cookie)).toBeNull();
    await resumed(other.value.cookie);
  });
});

describe('the keys of somebody who is signed in', () => {
  test('a second one is added right after signing in, and not later', async () => {
    const { member, cookie } = await enrolled();
    const { actor, session } = await resumed(cookie);
    const own = { ...ctx, ...campaign.operator, staffSite, actor };
    const offer = await offerKey(ctx, { id: member.id, name: 'Leyla' });
    expect(offer.options.excludeCredentials).toHaveLength(1);
    const { answer } = device.make(offer.options.challenge);
    expect(await addKey(own, { challengeId: offer.challengeId, answer, session })).toMatchObject({
      ok: true,
    });
    expect(await keysOf(ctx, member.id)).toHaveLength(2);
    campaign.clock.advance({ minutes: 5 });
    const late = await offerKey(ctx, { id: member.id, name: 'Leyla' });
    const third = device.make(late.options.challenge);
    expect(await offerOwnChatLink(own, { session })).toMatchObject({ refusal: { code: 'sign-in-again' } });
    expect(await addKey(own, { challengeId: late.challengeId, answer: third.answer, session })).toMatchObject(
      { refusal: { code: 'sign-in-again' } },
    );
  });

  test('one is removed with its sessions, but never the last, nor that of somebody else', async () => {
    const { member, key, cookie } = await enrolled();
    const { actor, session } = await resumed(cookie);
    const own = { ...ctx, ...campaign.operator, staffSite, actor };
    const [first] = await keysOf(ctx, member.id);
    const passkeyId = first?.id ?? ('' as never);
    expect(await removeKey(own, { passkeyId, session })).toMatchObject({ refusal: { code: 'last-key' } });
    const offer = await offerKey(ctx, { id: member.id, name: 'Leyla' });
    const second = device.make(offer.options.challenge);
    await addKey(own, { challengeId: offer.challengeId, answer: second.answer, session });
    const other = await enrolled();
    const [others] = await keysOf(ctx, other.member.id);
    expect(await removeKey(own, { passkeyId: others?.id ?? ('' as never), session })).toMatchObject({
      refusal: { code: 'key-unknown' },
    });
    expect(await removeKey(own, { passkeyId, session })).toMatchObject({ ok: true });
    expect(await resumeSession(ctx, cookie)).toBeNull();
    expect(await signedIn(key)).toMatchObject({ refusal: { code: 'key-refused' } });
    expect(await signedIn(second.key)).toMatchObject({ ok: true });
  });

  test('of two keys that are removed at the same moment one stays', async () => {
    const { member, cookie } = await enrolled();
    const { actor, session } = await resumed(cookie);
    const own = { ...ctx, ...campaign.operator, staffSite, actor };
    const offer = await offerKey(ctx, { id: member.id, name: 'Leyla' });
    const { answer } = device.make(offer.options.challenge);
    await addKey(own, { challengeId: offer.challengeId, answer, session });
    const both = await keysOf(ctx, member.id);
    const removing = await campaign.db.transaction(async (tx) => {
      await tx.select().from(passkeys).where(eq(passkeys.staffId, member.id)).for('update');
      const begun = both.map(({ id }) => removeKey(own, { passkeyId: id, session }));
      await vi.waitFor(async () => {
        const waiting = await campaign.db.execute(sql`
          select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
        expect(waiting).toHaveLength(2);
      });
      return { begun };
    });
    const removed = await Promise.all(removing.begun);
    expect(removed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await keysOf(ctx, member.id)).toHaveLength(1);
    expect(await campaign.db.$count(passkeys, eq(passkeys.staffId, member.id))).toBe(2);
  });
});
