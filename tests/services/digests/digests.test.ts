import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  broadcasts,
  campaigns,
  consents,
  deliveries,
  digests,
  messages,
  persons,
  posts,
  subscribers,
  translations,
} from '../../../src/db/schema/index.ts';
import type { DigestChoice } from '../../../src/domain/digest.ts';
import {
  type CaseId,
  newId,
  type PersonId,
  type PostId,
  type SubscriberId,
  type TranslationId,
} from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { sendDigests } from '../../../src/scheduler/jobs/send-digests.ts';
import { recordConsent } from '../../../src/services/consents/record.ts';
import { withdrawConsent } from '../../../src/services/consents/withdraw.ts';
import { judgeUnknown } from '../../../src/services/deliveries/judge.ts';
import { lookForDue } from '../../../src/services/deliveries/look.ts';
import { dispatchNextDigest, nextDigest, scheduleDigests } from '../../../src/services/digests/dispatch.ts';
import { followCase } from '../../../src/services/follows/follow.ts';
import { unfollowCase } from '../../../src/services/follows/unfollow.ts';
import { recordIncident } from '../../../src/services/incidents/record.ts';
import { takeMeasurements } from '../../../src/services/measurements/read.ts';
import { pausePosts } from '../../../src/services/pauses/pause.ts';
import { readContent } from '../../../src/services/subscribers/read-content.ts';
import { setDigest } from '../../../src/services/subscribers/set-digest.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { announce, change, type Pair, pair } from '../../helpers/hearing.ts';
import { arrestFacts, happens } from '../../helpers/incident.ts';

let campaign: TestCampaign;
let two: Pair;
let other: CaseId;

beforeEach(async () => {
  // A Monday; the next Sunday at 18:00 in Baku is 15 November at 14:00 UTC.
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
  two = await pair(campaign);
  other = await campaign.addCase('the-lighthouse-keepers');
  await campaign.db.execute(sql`update cases set name = '{"en": "The keepers"}' where id = ${other}`);
  await scheduleDigests(campaign.job);
});
afterEach(() => campaign.close());

/** A reader of these cases with a wish for a digest. */
async function reader(
  language: Language,
  caseIds: readonly CaseId[],
  choice: DigestChoice = 'sunday',
): Promise<SubscriberId> {
  const chatId = String(6_000_000_000 + Math.floor(Math.random() * 1e9));
  let subscriberId: SubscriberId | undefined;
  for (const caseId of caseIds) {
    const followed = await followCase(campaign.ctx, { chatId, kind: 'private', language, caseId });
    if (!followed.ok) throw new Error(followed.refusal.code);
    subscriberId = followed.value.subscriber.id;
  }
  if (subscriberId === undefined) throw new Error('A reader of no case.');
  await setDigest(campaign.ctx, { subscriberId, choice });
  return subscriberId;
}

async function onSunday(): Promise<void> {
  campaign.clock.set('2009-11-15T14:00:00Z');
  await sendDigests(campaign.job);
}

async function planned() {
  const rows = await campaign.db
    .select({ subscriberId: deliveries.subscriberId, payload: messages.payload, dueAt: deliveries.dueAt })
    .from(deliveries)
    .innerJoin(broadcasts, eq(broadcasts.id, deliveries.broadcastId))
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .where(eq(broadcasts.kind, 'digest'));
  return rows.map(({ payload, ...row }) => ({ ...row, payload, text: withoutIsolation(payload.text) }));
}

async function textFor(subscriberId: SubscriberId): Promise<string | undefined> {
  return (await planned()).find((one) => one.subscriberId === subscriberId)?.text;
}

async function publish(caseId: CaseId, at: string): Promise<void> {
  const id = newId<PostId>();
  const { db, clock, campaignId } = campaign;
  await db.insert(posts).values({
    id,
    campaignId,
    caseId,
    sourceLanguage: 'en',
    authorId: two.recorder.id,
    createdAt: clock.now(),
  });
  await db.insert(translations).values({
    id: newId<TranslationId>(),
    postId: id,
    language: 'en',
    text: 'They are still in prison.',
    state: 'published',
    check: 'checked',
    version: 1,
    lastEditorId: two.recorder.id,
    editedAt: clock.now(),
    publishedAt: Temporal.Instant.from(at),
  });
}

describe('a digest', () => {
  test('tells those who chose it what happened in the week and what is next, in their language', async () => {
    const emin = newId<PersonId>();
    const name = { en: 'Emin Milli' };
    await campaign.db.insert(persons).values({ id: emin, caseId: campaign.caseId, position: 9, name });
    const english = await reader('en', [campaign.caseId]);
    const azeri = await reader('az', [campaign.caseId]);
    const without = await reader('en', [campaign.caseId], 'off');
    const onMonday = await reader('en', [campaign.caseId], 'monday');
    await happens(campaign, two, { localDate: '2009-11-08', certainty: 'alleged' });
    const hearingId = await announce(campaign, two);
    const ruling = { ruling: 'convicted', charge: { en: 'hooliganism' }, penalty: null, note: null } as const;
    await change(two, hearingId, 1, {
      status: 'held',
      localDate: '2009-11-09',
      outcome: { en: 'Guilty.' },
      decided: [{ personId: emin, ...ruling }],
    });
    await announce(campaign, two, { localDate: '2009-11-20', kind: 'appeal' });
    const moved = await announce(campaign, two, { localDate: '2009-11-27' });
    await change(two, moved, 1, { localDate: '2009-11-25' });
    await publish(campaign.caseId, '2009-11-12T10:00:00Z');
    await publish(campaign.caseId, '2009-11-07T10:00:00Z');
    await onSunday();
    const text = await textFor(english);
    expect(text?.split('\n')[0]).toBe('The past week in the cases you follow');
    for (const words of [
      'What: arrest (Sunday, 8 November 2009)',
      'Alleged, not confirmed. Source: IRFS',
      'Held\nOutcome: Guilty.\nEmin Milli, “hooliganism”: found guilty\nSource: RFE/RL',
      'Newly set: Hearing on',
      'Changed: Verdict, now Wednesday, 25 November 2009, 15:00 (Baku, UTC+4; 11:00 UTC)\nSource: RFE/RL',
      '1 post was published.',
      'Next: ',
    ]) {
      if (words.startsWith('Newly')) expect(text).toContain('Newly set: Appeal, Friday, 20 November 2009');
      else expect(text).toContain(words);
    }
    expect(await textFor(azeri)).toMatch(/^İzlədiyiniz işlərdə ötən həftə/);
    expect(await textFor(without)).toBeUndefined();
    expect(await textFor(onMonday)).toBeUndefined();
  });

  test('names the source of every fact, and of a hearing that it tells of twice once', async () => {
    const id = await reader('en', [campaign.caseId]);
    await happens(campaign, two, {
      localDate: '2009-11-08',
      certainty: 'established',
      sources: ['IRFS', 'RSF'],
    });
    await announce(campaign, two, { localDate: '2009-11-27', sources: ['EurasiaNet'] });
    await announce(campaign, two, { localDate: '2009-11-30', kind: 'appeal', sources: ['Turan'] });
    // Known for longer than a week.
    await campaign.db.execute(
      sql`update hearing_revisions set effective_at = '2009-11-01T00:00:00Z' where kind = 'appeal'`,
    );
    await onSunday();
    const text = (await textFor(id)) ?? '';
    expect(text).toMatch(/What: arrest \(.*\)\nSources: IRFS and RSF\n/);
    expect(text).toMatch(/Newly set: Verdict.*\nSource: EurasiaNet\n/);
    expect(text).toMatch(/Next: Verdict.*\nNext: Appeal.*\nSource: Turan$/m);
    expect(text.match(/EurasiaNet/g)).toHaveLength(1);
  });

  test('tells nothing that was changed by hand, and nothing that takes a consent which is not there', async () => {
    const id = await reader('en', [campaign.caseId]);
    const personId = newId<PersonId>();
    const { caseId } = campaign;
    await campaign.db
      .insert(persons)
      .values({ id: personId, caseId, position: 0, name: { en: 'Emin Milli' } });
    await recordConsent(two.recorder.ctx, { caseId, personId, covers: 'health', givenBy: 'family' });
    await happens(campaign, two, { localDate: '2009-11-08', kind: 'arrest' });
    await happens(campaign, two, { localDate: '2009-11-07', kind: 'search' });
    await happens(campaign, two, { localDate: '2009-11-05', kind: 'health', personIds: [personId] });
    const decided = await announce(campaign, two);
    await change(two, decided, 1, { status: 'held', localDate: '2009-11-09', outcome: { en: 'Guilty.' } });
    await announce(campaign, two, { localDate: '2009-11-20', kind: 'appeal' });
    await announce(campaign, two, { localDate: '2009-11-27' });
    await campaign.db.update(consents).set({ withdrawnAt: campaign.clock.now() });
    await campaign.db.execute(sql`
      update incident_revisions set local_date = '2009-11-06' where kind = 'arrest'`);
    await campaign.db.execute(sql`
      update hearing_revisions set outcome = '{"en": "Acquitted."}' where status = 'held'`);
    await campaign.db.execute(sql`
      update hearing_revisions set local_date = '2009-11-21' where kind = 'appeal'`);
    await onSunday();
    const text = (await textFor(id)) ?? '';
    expect(text).toContain('What: search (Saturday, 7 November 2009)');
    expect(text).toMatch(/Newly set: Verdict.*27 November.*Next: .*27 November/s);
    for (const changed of ['arrest', 'health', '5 November', 'Acquitted', 'Appeal'])
      expect(text).not.toContain(changed);
    expect(campaign.logged.filter((line) => line.includes('digest-unapproved'))).toHaveLength(5);
  });

  test('is one text for all who follow the same cases and read the same, and each follower gets just theirs', async () => {
    await publish(campaign.caseId, '2009-11-12T10:00:00Z');
    await publish(other, '2009-11-12T10:00:00Z');
    const quiet = await campaign.addCase('nothing-new');
    const first = [await reader('en', [campaign.caseId]), await reader('en', [campaign.caseId, quiet])];
    const both = [await reader('en', [campaign.caseId, other]), await reader('en', [other, campaign.caseId])];
    await reader('ru', [other]);
    await reader('en', [quiet]);
    // Nothing is written for whoever does not want it, or cannot be reached.
    await reader('fr', [other], 'off');
    const away = await reader('de', [other]);
    await campaign.db.update(subscribers).set({ state: 'unreachable' }).where(eq(subscribers.id, away));
    await onSunday();
    // Of three sets with news, one in two languages at most: no text more than that.
    expect(await campaign.db.$count(messages, eq(messages.discreet, false))).toBe(3);
    expect(await campaign.db.$count(broadcasts)).toBe(3);
    expect(await planned()).toHaveLength(5);
    for (const id of first) {
      expect(await textFor(id)).toContain('The donkey bloggers');
      expect(await textFor(id)).not.toContain('The keepers');
    }
    for (const id of both) expect(await textFor(id)).toMatch(/donkey bloggers.*The keepers/s);
  });

  test('is not sent when nothing happened and nothing is next', async () => {
    await reader('en', [campaign.caseId]);
    await publish(campaign.caseId, '2009-11-15T14:00:00Z');
    await announce(campaign, two, { localDate: '2010-03-01' });
    await campaign.db.execute(sql`update hearing_revisions set effective_at = '2009-11-01T00:00:00Z'`);
    await onSunday();
    expect(await planned()).toEqual([]);
    expect(await campaign.db.$count(digests, eq(digests.state, 'dispatched'))).toBeGreaterThan(0);
  });

  test('comes once, by whichever of several schedulers, and again the week after', async () => {
    const id = await reader('en', [campaign.caseId]);
    await publish(campaign.caseId, '2009-11-12T10:00:00Z');
    campaign.clock.set('2009-11-15T14:00:00Z');
    await Promise.all([1, 2, 3].map(() => sendDigests(campaign.job)));
    await sendDigests(campaign.job);
    expect(await planned()).toHaveLength(1);
    expect((await nextDigest(campaign.job))?.toString()).toBe('2009-11-16T05:00:00Z');
    await publish(campaign.caseId, '2009-11-15T14:00:00Z');
    campaign.clock.set('2009-11-22T14:00:00Z');
    await sendDigests(campaign.job);
    expect((await planned()).map(({ subscriberId }) => subscriberId)).toEqual([id, id]);
    // At most once: what may have arrived is not sent again.
    expect(judgeUnknown({ broadcastKind: 'digest', repeat: false }, 'unknown').do).toBe('unknown');
  });

  test('expires when it is a day late, and does not come as a burst', async () => {
    await reader('en', [campaign.caseId]);
    await publish(campaign.caseId, '2009-11-12T10:00:00Z');
    campaign.clock.set('2009-11-16T14:00:00Z');
    const states = [await dispatchNextDigest(campaign.job), await dispatchNextDigest(campaign.job)];
    expect(states.map((one) => one?.state)).toEqual(['expired', 'expired']);
    expect(await planned()).toEqual([]);
  });

  test('waits for the end of quiet hours, reaches nobody who is away or was erased, and tells the discreet nothing', async () => {
    await campaign.db.update(campaigns).set({ quietHours: '22-08' });
    const late = await reader('en', [campaign.caseId]);
    const discreet = await reader('en', [campaign.caseId]);
    const away = await reader('en', [campaign.caseId]);
    await campaign.db.update(subscribers).set({ discreet: true }).where(eq(subscribers.id, discreet));
    await campaign.db.update(subscribers).set({ state: 'unreachable' }).where(eq(subscribers.id, away));
    await publish(campaign.caseId, '2009-11-12T10:00:00Z');
    // Held up until 22:30 in Baku.
    campaign.clock.set('2009-11-15T18:30:00Z');
    await sendDigests(campaign.job);
    const rows = await planned();
    expect(rows.map(({ subscriberId }) => subscriberId).toSorted()).toEqual([late, discreet].toSorted());
    for (const { dueAt } of rows) expect(dueAt.toString()).toBe('2009-11-16T04:00:00Z');
    expect(await textFor(discreet)).toBe('Update available');
    const [notice] = rows.filter(({ subscriberId }) => subscriberId === discreet);
    expect(JSON.stringify(notice?.payload)).not.toContain('donkey');
    const [message] = await campaign.db.select().from(messages).where(eq(messages.discreet, true));
    const content = await readContent(campaign.operator, { subscriberId: discreet, messageId: message!.id });
    expect(content?.text).toContain('The donkey bloggers');
  });

  test('that is on its way is taken back from who unfollows one of its cases', async () => {
    const id = await reader('en', [campaign.caseId, other]);
    const stays = await reader('en', [campaign.caseId, other]);
    await publish(campaign.caseId, '2009-11-12T10:00:00Z');
    await publish(other, '2009-11-12T10:00:00Z');
    await onSunday();
    await unfollowCase(campaign.ctx, { subscriberId: id, caseId: other });
    const left = await campaign.db.select().from(deliveries).where(eq(deliveries.state, 'planned'));
    expect(left.map(({ subscriberId }) => subscriberId)).toEqual([stays]);
  });

  test('moves with the zone of the campaign', async () => {
    await campaign.db.update(campaigns).set({ zone: 'Europe/London' });
    await scheduleDigests(campaign.job);
    const rows = await campaign.db.select().from(digests).orderBy(digests.dueAt);
    expect(rows.map(({ slot, dueAt }) => `${slot} ${dueAt}`)).toEqual([
      'monday 2009-11-09T09:00:00Z',
      'friday 2009-11-13T18:00:00Z',
      'sunday 2009-11-15T18:00:00Z',
    ]);
  });

  test('of many cases leaves out whole ones and says how many, and is never too long', async () => {
    const many: CaseId[] = [];
    for (let i = 0; i < 12; i++) {
      const id = await campaign.addCase(`case-${i}`);
      await campaign.db.execute(
        sql`update cases set name = ${JSON.stringify({ en: `${i} ${'a long name '.repeat(40)}`.trim() })}::text::jsonb where id = ${id}`,
      );
      await publish(id, '2009-11-12T10:00:00Z');
      many.push(id);
    }
    const id = await reader('en', many);
    await onSunday();
    const text = await textFor(id);
    expect(text?.length).toBeLessThanOrEqual(4096);
    expect(text).toMatch(/There is news in \d+ more cases: \/cases shows them\.$/);
  });

  test('is held by a pause of a case that it tells of, and counts as late to nobody meanwhile', async () => {
    await reader('en', [campaign.caseId, other]);
    await reader('en', [other]);
    await publish(campaign.caseId, '2009-11-12T10:00:00Z');
    await publish(other, '2009-11-12T10:00:00Z');
    await onSunday();
    const due = async () =>
      (await lookForDue(campaign.sender, { limit: 10, except: [], served: new Map() })).filter(
        ({ kind }) => kind === 'delivery',
      ).length;
    const lag = async () => (await takeMeasurements(campaign.operator)).lag.deliveries;
    campaign.clock.advance({ minutes: 1 });
    expect([await due(), await lag()]).toEqual([2, 60]);
    await pausePosts(two.decider.ctx, { caseId: campaign.caseId });
    expect([await due(), await lag()]).toEqual([1, 60]);
    await pausePosts(two.decider.ctx, { caseId: null });
    expect([await due(), await lag()]).toEqual([0, 0]);
  });

  test('goes on when a consent is withdrawn of which it has told nothing', async () => {
    const { caseId } = campaign;
    await reader('en', [caseId]);
    const personId = newId<PersonId>();
    await campaign.db.insert(persons).values({ id: personId, caseId, position: 0, name: { en: 'Emin' } });
    const consent = { caseId, personId, covers: 'health', givenBy: 'family' } as const;
    const given = await recordConsent(two.recorder.ctx, consent);
    if (!given.ok) throw new Error(given.refusal.code);
    await happens(campaign, two, { localDate: '2009-11-08', kind: 'arrest' });
    await onSunday();
    const facts = { ...arrestFacts, kind: 'health', discloses: ['health'], personIds: [personId] } as const;
    expect(await recordIncident(two.recorder.ctx, { caseId, facts })).toMatchObject({ ok: true });
    expect(await withdrawConsent(two.recorder.ctx, { consentId: given.value.consentId })).toEqual({
      ok: true,
      value: { revisions: 1, takenBack: 0 },
    });
    expect(await campaign.db.$count(deliveries, eq(deliveries.state, 'planned'))).toBe(1);
  });

  test('of one case with too much news for a message says how much, and holds up nobody', async () => {
    const both = await reader('en', [campaign.caseId, other]);
    const short = await reader('en', [other]);
    const source = 'a newspaper of the capital '.repeat(90).trim();
    for (const localDate of ['2009-11-07', '2009-11-08'])
      await happens(campaign, two, { localDate, certainty: 'alleged', sources: [source] });
    await announce(campaign, two, { localDate: '2009-11-20' });
    await publish(other, '2009-11-12T10:00:00Z');
    await onSunday();
    const text = await textFor(both);
    expect(text).toContain('News of 2 incidents.\nNews of 1 hearing.\nNext: 1 hearing.');
    expect(text).toContain('The keepers\n1 post was published.');
    expect(await textFor(short)).toContain('1 post was published.');
  });
});
