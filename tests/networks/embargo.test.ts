import { eq, sql } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BlueskyStandIn } from '../../sandbox/bluesky/stand-in.ts';
import { MailServerStandIn } from '../../sandbox/email/stand-in.ts';
import { MastodonStandIn } from '../../sandbox/mastodon/stand-in.ts';
import { broadcasts, calls, messages, posts, translations } from '../../src/db/schema/index.ts';
import type { AccountId, PostId } from '../../src/domain/ids.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { lookAtTurn } from '../../src/services/account-deliveries/begin.ts';
import { dueForAccounts } from '../../src/services/account-deliveries/due.ts';
import { moveAccountDelivery } from '../../src/services/account-deliveries/move.ts';
import { retractPost } from '../../src/services/account-deliveries/retract.ts';
import { withdrawAccountDelivery } from '../../src/services/account-deliveries/withdraw.ts';
import { pauseAccount } from '../../src/services/accounts/pause.ts';
import { resumeAccount } from '../../src/services/accounts/resume.ts';
import { closeCase } from '../../src/services/cases/close.ts';
import { reopenCase } from '../../src/services/cases/reopen.ts';
import type { StaffContext } from '../../src/services/context.ts';
import { pausePosts } from '../../src/services/pauses/pause.ts';
import { askAgainAboutTexts } from '../../src/services/posts/ask-again.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { duePosts, nextPostDue } from '../../src/services/posts/due.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { setPostEmbargo } from '../../src/services/posts/set-embargo.ts';
import { setPostWarning } from '../../src/services/posts/set-warning.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { withdrawPost } from '../../src/services/posts/withdraw.ts';
import { revokeStaff } from '../../src/services/staff/revoke.ts';
import { whatWaits } from '../../src/services/waiting/read.ts';
import { must } from '../helpers/must.ts';
import { type PublishingWorld, publishingWorld } from './world.ts';

const email = { publicUrl: 'https://bray.example', farewell: () => 'To get nothing more:' };
const opened = openNetworks({ email });
let world: PublishingWorld;
let mail: MailServerStandIn;
let mastodon: MastodonStandIn;
let bluesky: BlueskyStandIn;
let count = 0;
/** New ones for each test: a press list with one contact, and an account that everybody sees. */
let list: AccountId;
let contact: string;
let site: { readonly id: string; readonly accountId: AccountId };

beforeAll(async () => {
  world = await publishingWorld(opened.networks);
  mail = await MailServerStandIn.start();
  mastodon = await MastodonStandIn.start({ now: () => world.clock.now() });
  bluesky = await BlueskyStandIn.start();
  await world.followers('en', 1);
});
beforeEach(async () => {
  const user = `list${++count}`;
  contact = `${user}@paper.example`;
  list = await world.connect('email', {
    server: mail.url,
    user,
    password: mail.password,
    from: `${user}@campaign.example`,
    zone: 'Europe/Berlin',
  });
  await world.addContact(list, contact);
  site = await onMastodon('en');
});
afterAll(async () => {
  await world.close();
  await mail.close();
  await mastodon.close();
  await bluesky.close();
  await opened.close();
});

async function onMastodon(language: 'en' | 'az') {
  const { id, token } = mastodon.createAccount(`bray${++count}`);
  return { id, accountId: await world.connect('mastodon', { server: mastodon.url, token }, language) };
}

/** Without what keeps the parts of a line in their direction. */
const plain = (text = '') => text.replaceAll(/[\u2066-\u2069]/g, '');
const inAnHour = () => world.clock.now().add({ hours: 1 });
const told = (postId: PostId) => world.db.$count(broadcasts, eq(broadcasts.postId, postId));
/** In which languages its followers get a post. */
const toldIn = async (postId: PostId) => {
  const rows = await world.db
    .selectDistinct({ language: messages.language })
    .from(messages)
    .innerJoin(broadcasts, eq(broadcasts.id, messages.broadcastId))
    .where(eq(broadcasts.postId, postId));
  return rows.map(({ language }) => language).toSorted();
};
const texts = () => mastodon.ledger(site.id).map(({ text }) => text);

async function ready(embargoUntil: Temporal.Instant): Promise<PostId> {
  const postId = await world.post([site.accountId, list], { en: 'She is **free**.' }, { embargoUntil });
  await world.approve(postId);
  await world.publish(postId);
  return postId;
}

async function round(): Promise<void> {
  const { publisher } = await world.newPublisher();
  await publisher.round();
  await publisher.idle();
}

describe('a text whose approval lapses before all have it', () => {
  /** The world's approver leaves; `reader`: somebody else who may approve. */
  async function leaving() {
    const [leaver, reader] = [
      await world.staff(['approver']),
      await world.staff(['approver'], { linked: true }),
    ];
    const as = (member: typeof leaver) => ({ ...member.ctx, networks: world.networks });
    return { leaver, reader: as(reader), decide: decideAs(as(leaver)), decideAgain: decideAs(as(reader)) };
  }
  const decideAs =
    (ctx: StaffContext) =>
    async (postId: PostId, decision: 'approved' | 'rejected' = 'approved') => {
      const [text] = await world.db.select().from(translations).where(eq(translations.postId, postId));
      return decidePost(ctx, { translationId: text!.id, version: text!.version, decision });
    };
  const states = async (postId: PostId) =>
    (await world.deliveriesOf(postId)).map(({ state, outcome }) => outcome ?? state).toSorted();
  const waiting = async (ctx: StaffContext) =>
    (await whatWaits(ctx)).texts.flatMap(({ postId, again }) => (again ? postId : []));

  test('is asked about anew, and goes out to the rest once a second person has approved it again', async () => {
    const { leaver, reader, decide, decideAgain } = await leaving();
    const until = inAnHour();
    const postId = await world.post(
      [site.accountId, list],
      { en: 'She is **free**.' },
      { embargoUntil: until },
    );
    must(await submitPost(world.author.ctx, { postId, language: 'en' }));
    must(await decide(postId));
    await world.publish(postId);
    await round();
    expect(await askAgainAboutTexts(world.job)).toBe(0);
    expect(await decideAgain(postId)).toMatchObject({ refusal: { code: 'already-decided' } });
    must(await revokeStaff(world.operator, leaver.id));
    const asked = () => world.db.$count(calls);
    const before = await asked();
    expect([await askAgainAboutTexts(world.job), await askAgainAboutTexts(world.job)]).toEqual([1, 0]);
    expect(await asked()).toBeGreaterThan(before);
    expect(await waiting(reader)).toEqual([postId]);
    expect((await whatWaits(world.author.ctx)).own.map((one) => one.postId)).toContain(postId);

    world.clock.set(until);
    await world.publish(postId);
    await round();
    expect([texts(), await told(postId), await states(postId)]).toEqual([[], 0, ['sent', 'unapproved']]);
    expect(await decideAgain(postId, 'rejected')).toMatchObject({ refusal: { code: 'already-decided' } });
    must(await decideAgain(postId));
    expect(await duePosts(world.job)).toEqual([postId]);
    await world.publish(postId);
    await round();
    expect([texts(), await told(postId), await states(postId)]).toEqual([
      ['She is free.'],
      1,
      ['sent', 'sent'],
    ]);
    expect([await waiting(reader), await askAgainAboutTexts(world.job)]).toEqual([[], 0]);
    expect(mail.delivered(contact)).toHaveLength(1);
  });

  test('which waits at a paused account is asked about too, and ends as too late once its time is over', async () => {
    const { leaver, reader, decide, decideAgain } = await leaving();
    const notAfter = world.clock.now().add({ hours: 6 });
    must(await pauseAccount(world.approver.ctx, site.accountId));
    const postId = await world.post([site.accountId], { en: 'Waits.' }, { notAfter });
    must(await submitPost(world.author.ctx, { postId, language: 'en' }));
    must(await decide(postId));
    await world.publish(postId);
    must(await revokeStaff(world.operator, leaver.id));
    expect(await askAgainAboutTexts(world.job)).toBe(1);
    expect(await waiting(reader)).toEqual([postId]);
    must(await resumeAccount(world.operator, site.accountId));
    await round();
    expect(await states(postId)).toEqual(['unapproved']);
    world.clock.set(notAfter);
    expect(await decideAgain(postId)).toMatchObject({ refusal: { code: 'already-decided' } });
    expect([await waiting(reader), await states(postId), texts()]).toEqual([[], ['unapproved'], []]);
  });

  test('has a turn for each part of a thread again, and what is too late by then is said to be', async () => {
    const { leaver, decide, decideAgain } = await leaving();
    const [tooLate, refusing, withdrawn] = [
      await onMastodon('en'),
      await onMastodon('en'),
      await onMastodon('en'),
    ];
    const long = { en: `${'A long sentence. '.repeat(40)}The end.` };
    const on = [site, tooLate, refusing, withdrawn].map(({ accountId }) => accountId);
    const [postId, another] = [await world.post(on, long), await world.post([site.accountId], long)];
    for (const one of [postId, another]) {
      must(await submitPost(world.author.ctx, { postId: one, language: 'en' }));
      must(await decide(one));
      await world.publish(one);
    }
    const partsOn = async (accountId: AccountId) =>
      (await world.deliveriesOf(postId)).filter((one) => one.accountId === accountId);
    const now = world.clock.now();
    const later = now.add({ hours: 1 });
    // What ends for another reason is not revived, and what was moved keeps its time.
    const [, second] = await partsOn(site.accountId);
    must(await moveAccountDelivery(world.approver.ctx, { id: second!.id, dueAt: later }));
    const [first] = await partsOn(withdrawn.accountId);
    must(await withdrawAccountDelivery(world.approver.ctx, first!.id));
    await world.db.execute(sql`update account_deliveries set state = 'failed', outcome = 'content'
      where account_id = ${refusing.accountId} and part = 0`);
    await world.db.execute(sql`update account_deliveries set state = 'cancelled', outcome = 'part-before-failed'
      where account_id = ${refusing.accountId} and part = 1`);
    must(await revokeStaff(world.operator, leaver.id));
    // An account does one thing at a time.
    await round();
    await round();
    const unapproved = ['unapproved', 'part-before-failed'];
    const outcomesOn = async (accountId: AccountId) =>
      (await partsOn(accountId)).map(({ state, outcome }) => outcome ?? state);
    expect(await Promise.all(on.map(outcomesOn))).toEqual([
      unapproved,
      unapproved,
      ['content', 'part-before-failed'],
      ['withdrawn', 'withdrawn'],
    ]);
    await world.db.execute(sql`update account_deliveries set not_after = ${now.toString()}
      where account_id = ${tooLate.accountId}`);
    // Looked for since, and not found.
    await world.db.execute(sql`update account_deliveries set first_attempted_at = ${now.toString()}
      where id = ${second!.id}`);
    must(await decideAgain(postId));
    expect(await Promise.all(on.map(outcomesOn))).toEqual([
      ['planned', 'planned'],
      ['too-late', 'too-late'],
      ['content', 'part-before-failed'],
      ['withdrawn', 'withdrawn'],
    ]);
    expect(await states(another)).toEqual(unapproved.toSorted());
    expect(await partsOn(site.accountId)).toMatchObject([{}, { firstAttemptedAt: null }]);
    await round();
    await round();
    expect(texts()).toHaveLength(1);
    world.clock.set(later);
    await round();
    expect(texts()).toHaveLength(2);
    expect(await outcomesOn(site.accountId)).toEqual(['sent', 'sent']);
  });
});

describe('under an embargo', () => {
  test('contacts get a post at once with its end on top, in their zone; everybody else not before it', async () => {
    const until = Temporal.Instant.from('2009-11-11T06:30:00Z');
    world.clock.set(until.subtract({ hours: 1 }));
    const postId = await ready(until);
    await round();
    const [raw = ''] = mail.delivered(contact);
    const { text, html } = await PostalMime.parse(raw);
    const stated =
      'Under embargo: do not publish before Wednesday, 11 November 2009, 07:30 (Berlin, UTC+1), that is 2009-11-11T06:30Z.';
    expect(plain(text).startsWith(`${stated}\n\nShe is free.`)).toBe(true);
    expect(plain(html)).toContain(`<body><p><strong>${stated}</strong></p>`);
    expect([texts(), await told(postId)]).toEqual([[], 0]);

    expect((await nextPostDue(world.job))?.equals(until)).toBe(true);
    world.clock.set(until.subtract({ seconds: 1 }));
    expect(await duePosts(world.job)).toEqual([]);
    await round();
    await world.publish(postId);
    expect([texts(), await told(postId)]).toEqual([[], 0]);

    world.clock.set(until);
    await round();
    expect(texts()).toEqual(['She is free.']);
    expect(await duePosts(world.job)).toEqual([postId]);
    await world.publish(postId);
    expect(await told(postId)).toBe(1);
    expect(await duePosts(world.job)).toEqual([]);
    expect(mail.delivered(contact)).toHaveLength(1);
  });

  test('nobody else gets it before its end when its delivery is moved, or its due time changed by hand', async () => {
    const until = inAnHour();
    const postId = await ready(until);
    const open = (await world.deliveriesOf(postId)).find(({ contactId }) => contactId === null);
    if (open === undefined) throw new Error('nothing planned');
    const move = (dueAt: Temporal.Instant) => moveAccountDelivery(world.approver.ctx, { id: open.id, dueAt });
    expect(await move(until.subtract({ seconds: 1 }))).toMatchObject({ refusal: { code: 'under-embargo' } });
    must(await move(until.add({ minutes: 1 })));
    const now = world.clock.now().toString();
    await world.db.execute(sql`update account_deliveries set due_at = ${now} where post_id = ${postId}`);
    expect(await dueForAccounts(world.sender, [])).not.toContainEqual(
      expect.objectContaining({ id: open.id }),
    );
    expect(await lookAtTurn(world.sender, open.id)).toEqual({ kind: 'waits' });
    await round();
    expect(texts()).toEqual([]);
    // The embargo is part of what was approved.
    await world.db.update(posts).set({ embargoUntil: null }).where(eq(posts.id, postId));
    await round();
    await round();
    expect(texts()).toEqual([]);
    const states = (await world.deliveriesOf(postId)).map(({ state, outcome }) => `${state} ${outcome}`);
    expect(states).toContain('cancelled unapproved');
  });

  test('a pause holds the readers beyond its end, and who takes the post back takes it from them too', async () => {
    const paused = await ready(inAnHour());
    const { pauseId } = must(await pausePosts(world.approver.ctx, { caseId: world.caseId }));
    world.clock.advance({ hours: 2 });
    expect(await duePosts(world.job)).toEqual([]);
    await world.publish(paused);
    expect(await told(paused)).toBe(0);
    await world.db.execute(sql`update pauses set lifted_at = now() where id = ${pauseId}`);
    expect(await duePosts(world.job)).toContain(paused);
    must(await retractPost(world.approver.ctx, paused));
    expect(await duePosts(world.job)).not.toContain(paused);
    await world.publish(paused);
    expect(await told(paused)).toBe(0);
  });

  test('what was retracted reaches nobody at its end, also when another language is approved after that', async () => {
    const postId = await world.post(
      [list],
      { en: 'Withheld.', fr: 'Vrai.', az: 'Doğru.' },
      { embargoUntil: inAnHour() },
    );
    await world.approve(postId);
    await world.publish(postId);
    must(await retractPost(world.approver.ctx, postId));
    await world.approve(postId, 'fr');
    await world.publish(postId);
    world.clock.advance({ hours: 2 });
    expect(await duePosts(world.job)).toContain(postId);
    await world.publish(postId);
    expect(await toldIn(postId)).toEqual(['fr']);
    must(await withdrawPost(world.author.ctx, { postId, language: 'az' }));
    expect(await toldIn(postId)).toEqual(['fr']);
  });

  test('nobody gets at its end what waited when its case was closed, also when the case is opened again', async () => {
    const postId = await ready(inAnHour());
    must(await closeCase(world.author.ctx, { caseId: world.caseId }));
    const ended = (await world.deliveriesOf(postId)).map(({ state, outcome }) => `${state} ${outcome}`);
    expect(ended).toEqual(['cancelled case-closed', 'cancelled case-closed']);
    expect(await duePosts(world.job)).not.toContain(postId);
    must(await reopenCase(world.author.ctx, { caseId: world.caseId }));
    must(await editPost(world.author.ctx, { postId, language: 'fr', text: 'Plus tard.' }));
    await world.approve(postId, 'fr');
    await world.publish(postId);
    world.clock.advance({ hours: 2 });
    await world.publish(postId);
    await round();
    expect([texts(), mail.delivered(contact), await toldIn(postId)]).toEqual([[], [], ['fr']]);
  });

  test('a language that is handed in after its end goes out to all at once, and no mail states it any more', async () => {
    const reader = `french${++count}@paper.example`;
    const credentials = { server: mail.url, user: reader, password: mail.password, from: reader, zone: '' };
    const french = await world.connect('email', credentials, 'fr');
    await world.addContact(french, reader);
    const until = inAnHour();
    const postId = await world.post([list, french], { en: 'True.', fr: 'Vrai.' }, { embargoUntil: until });
    await world.approve(postId);
    await world.publish(postId);
    world.clock.set(until);
    await world.publish(postId);
    await world.approve(postId, 'fr');
    await world.publish(postId);
    await round();
    const [raw = ''] = mail.delivered(reader);
    expect((await PostalMime.parse(raw)).text?.startsWith('Vrai.')).toBe(true);
    expect(await toldIn(postId)).toContain('fr');
  });

  test('a schedule that contradicts it is refused when it is set and when the text is submitted', async () => {
    const now = world.clock.now();
    const postId = await world.post(
      [list],
      { en: 'When?' },
      { notBefore: now.add({ hours: 2 }), notAfter: now.add({ hours: 4 }) },
    );
    const set = (embargoUntil: Temporal.Instant) =>
      setPostEmbargo(world.author.ctx, { postId, embargoUntil });
    expect(await set(now)).toMatchObject({ refusal: { code: 'embargo-past' } });
    expect(await set(now.add({ hours: 2 }))).toMatchObject({ refusal: { code: 'embargo-outside-window' } });
    expect(await set(now.add({ hours: 4 }))).toMatchObject({ refusal: { code: 'embargo-outside-window' } });
    must(await set(now.add({ hours: 3 })));
    world.clock.advance({ hours: 3 });
    expect(await submitPost(world.author.ctx, { postId, language: 'en' })).toMatchObject({
      refusal: { code: 'embargo-past' },
    });
  });
});

describe('a content warning', () => {
  test('stands before a post on Mastodon, in its language, and marks it on Bluesky', async () => {
    const az = await onMastodon('az');
    const account = bluesky.createAccount('bray');
    const { handle: identifier, password } = account;
    const sky = await world.connect('bluesky', { server: bluesky.url, identifier, password });
    // 496 characters: on Mastodon the warning counts too.
    const long = `${'word '.repeat(98)}ended.`;
    const postId = await world.post(
      [site.accountId, az.accountId, sky],
      { en: long, az: 'Məhkəmədə danışdı.' },
      { warning: 'torture' },
    );
    for (const language of ['en', 'az'] as const) {
      await world.approve(postId, language);
      await world.publish(postId);
    }
    await world.settle(await world.newPublisher());
    const shown = (id: string) =>
      mastodon.ledger(id).map(({ warning, sensitive }) => ({ warning, sensitive }));
    // Every part of the thread: each can be seen by itself.
    expect(shown(site.id)).toEqual([
      { warning: 'torture', sensitive: true },
      { warning: 'torture', sensitive: true },
    ]);
    expect(shown(az.id)).toEqual([{ warning: 'işgəncə', sensitive: true }]);
    const records = bluesky.ledger(account.did).map(({ record }) => record.labels);
    expect(records.length).toBeGreaterThan(1);
    for (const labels of records)
      expect(labels).toEqual({
        $type: 'com.atproto.label.defs#selfLabels',
        values: [{ val: 'graphic-media' }],
      });
    expect([...mastodon.wrongs, ...bluesky.wrongs]).toEqual([]);
  });

  test('belongs to what is approved: setting it voids, and a row changed by hand publishes nothing', async () => {
    const postId = await world.post([site.accountId], { en: 'Seen.' });
    await world.approve(postId);
    expect(must(await setPostWarning(world.author.ctx, { postId, warning: 'death' }))).toEqual({ voided: 1 });
    expect(must(await setPostWarning(world.author.ctx, { postId, warning: 'death' }))).toEqual({ voided: 0 });
    await world.approve(postId);
    await world.publish(postId);
    await world.db.update(posts).set({ warning: null }).where(eq(posts.id, postId));
    await round();
    expect(texts()).toEqual([]);
  });
});
