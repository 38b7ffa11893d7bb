import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  broadcasts,
  campaigns,
  deliveries,
  follows,
  messages,
  subscribers,
} from '../../../src/db/schema/index.ts';
import { parseCallbackData } from '../../../src/domain/callback-data.ts';
import type { PostId, SubscriberId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { RenderedMessage } from '../../../src/domain/message.ts';
import type { QuietChoice, QuietHours } from '../../../src/domain/quiet-hours.ts';
import type { BroadcastState, ChatKind } from '../../../src/domain/words.ts';
import { finishBroadcasts } from '../../../src/services/broadcasts/finish.ts';
import { planBroadcast } from '../../../src/services/broadcasts/plan.ts';
import { type BotContext, inTransaction, type SigningContext } from '../../../src/services/context.ts';
import { unfollowCase } from '../../../src/services/follows/unfollow.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { setLanguage } from '../../../src/services/subscribers/set-language.ts';
import { setQuietHours } from '../../../src/services/subscribers/set-quiet-hours.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { plannedDeliveries } from '../../helpers/deliveries.ts';

let campaign: TestCampaign;
let postId: PostId;

beforeEach(async () => {
  campaign = await testCampaign();
  const author = await campaign.staff(['author']);
  const made = await createPost(author.ctx, {
    caseId: campaign.caseId,
    sourceLanguage: 'en',
    text: 'Anything.',
    notBefore: null,
    notAfter: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  postId = made.value.postId;
});
afterEach(() => campaign.close());

const message = (text: string): RenderedMessage => ({ text, entities: [], buttons: [] });

function plan(
  texts: Partial<Record<Language, string>>,
  more: { readonly notAfter?: Temporal.Instant; readonly passesQuietHours?: boolean } = {},
  ctx: SigningContext = campaign.job,
): Promise<number> {
  return planBroadcast(ctx, {
    subject: { kind: 'post', postId },
    caseId: campaign.caseId,
    priority: 60,
    notAfter: null,
    ...more,
    texts: (Object.entries(texts) as [Language, string][]).map(([reader, text]) => ({
      reader,
      textLanguage: reader,
      message: message(text),
    })),
  });
}

async function broadcast() {
  const [row] = await campaign.db.select().from(broadcasts);
  if (row === undefined) throw new Error('no broadcast');
  return row;
}

/** How many statements of that kind wait for somebody's lock. */
async function waiting(like: string): Promise<number> {
  const waits = await campaign.sql`
    select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like ${like}
      and datname = current_database()`;
  return waits.length;
}

/** Does something in a transaction, which stays open, with its locks, until `end`. */
async function heldOpen(work: (tx: BotContext) => Promise<unknown>): Promise<{ end(): Promise<void> }> {
  const [done, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const over = inTransaction(campaign.ctx, async (tx) => {
    await work(tx);
    done.resolve();
    await release.promise;
  });
  await Promise.race([done.promise, over]);
  return {
    end() {
      release.resolve();
      return over;
    },
  };
}

describe('a broadcast', () => {
  test('plans one delivery for each active follower of its case in their language, and for nobody else', async () => {
    await campaign.followers('az', 2);
    await campaign.followers('en', 1);
    await campaign.followers('fr', 1);
    await campaign.followers('en', 1, await campaign.addCase('another'));
    const [gone] = await campaign.followers('en', 1);
    await campaign.db.update(subscribers).set({ state: 'unreachable' }).where(eq(subscribers.id, gone!));
    expect(await plan({ az: 'Salam.', en: 'Hello.' })).toBe(3);
    expect((await plannedDeliveries(campaign)).map(({ reader, text }) => [reader, text])).toEqual([
      ['az', 'Salam.'],
      ['az', 'Salam.'],
      ['en', 'Hello.'],
    ]);
  });

  test('planned again adds what is missing, and never a second delivery, also to who changed language meanwhile', async () => {
    const [moved] = await campaign.followers('en', 1);
    await campaign.followers('az', 1);
    expect(await plan({ en: 'Hello.' })).toBe(1);
    await campaign.db.update(subscribers).set({ language: 'az' }).where(eq(subscribers.id, moved!));
    expect(await plan({ az: 'Salam.', en: 'Hello.' })).toBe(1);
    expect(await plan({ az: 'Salam.', en: 'Hello.' })).toBe(0);
    expect(await campaign.db.$count(broadcasts)).toBe(1);
    expect(await campaign.db.$count(deliveries)).toBe(2);
  });

  test('of a post brings a language that comes late to those who followed by then, and not to who came since', async () => {
    await campaign.followers('en', 1);
    const [early] = await campaign.followers('az', 1);
    await plan({ en: 'Hello.' });
    campaign.clock.advance({ hours: 1 });
    await campaign.followers('az', 1);
    expect(await plan({ az: 'Salam.', en: 'Hello.' })).toBe(1);
    expect((await plannedDeliveries(campaign)).find(({ reader }) => reader === 'az')?.subscriberId).toBe(
      early,
    );
  });

  test('does not reach who unfollowed before it was planned', async () => {
    await campaign.followers('en', 2);
    await campaign.db.delete(follows);
    expect(await plan({ en: 'Hello.' })).toBe(0);
  });

  test('leaves out who is erased at the same moment, and reaches everybody else', async () => {
    const [erased] = await campaign.followers('en', 2);
    const erasing = await heldOpen(({ db }) => db.delete(subscribers).where(eq(subscribers.id, erased!)));
    const planning = plan({ en: 'Hello.' });
    await expect.poll(() => waiting('%into deliveries%')).toBe(1);
    await erasing.end();
    expect(await planning).toBe(1);
  });

  test('gives a discreet reader a notice without the content, whose button asks for it', async () => {
    const [discreet] = await campaign.followers('en', 1);
    await campaign.db.update(subscribers).set({ discreet: true }).where(eq(subscribers.id, discreet!));
    await plan({ en: 'The court sat in the case of the donkey bloggers.' });
    const [delivery] = await campaign.db
      .select({ payload: messages.payload, discreet: messages.discreet })
      .from(deliveries)
      .innerJoin(messages, eq(messages.id, deliveries.messageId));
    expect(delivery?.discreet).toBe(true);
    expect(delivery?.payload.text).not.toMatch(/court|donkey/i);
    const [button] = delivery?.payload.buttons.flat() ?? [];
    const asked = button !== undefined && 'data' in button ? parseCallbackData(button.data) : null;
    if (asked?.action !== 'show') throw new Error('no button that shows the content');
    const [content] = await campaign.db.select().from(messages).where(eq(messages.id, asked.messageId));
    expect(content).toMatchObject({ discreet: false, payload: { text: expect.stringContaining('donkey') } });
  });

  test('is due at once and of no use after its end', async () => {
    await campaign.followers('en', 1);
    const notAfter = campaign.clock.now().add({ hours: 1 });
    await plan({ en: 'Hello.' }, { notAfter });
    const [row] = await campaign.db.select().from(deliveries);
    expect(row?.dueAt.equals(campaign.clock.now())).toBe(true);
    expect(row?.notAfter?.equals(notAfter)).toBe(true);
    expect(row).toMatchObject({ state: 'planned', attempts: 0, priority: null });
    expect(await broadcast()).toMatchObject({ state: 'running', priority: 60 });
  });

  test('keeps the words that were planned first, for who had them: planned again, they go to nobody else', async () => {
    await campaign.followers('en', 1);
    await plan({ en: 'Hello.' });
    await campaign.followers('en', 1);
    expect(await plan({ en: 'Other words.' })).toBe(0);
    expect((await plannedDeliveries(campaign)).map(({ text }) => text)).toEqual(['Hello.']);
  });

  test('of a post reaches nobody twice when who got it is no longer on record', async () => {
    const [moved, toTurkish] = await campaign.followers('en', 2);
    const [early] = await campaign.followers('az', 1);
    await plan({ en: 'Hello.' });
    campaign.clock.advance({ hours: 80 });
    await campaign.db.delete(deliveries);
    await setLanguage(campaign.ctx, { subscriberId: moved!, language: 'az' });
    await setLanguage(campaign.ctx, { subscriberId: toTurkish!, language: 'tr' });
    // To choose the language that one has changes nothing.
    await setLanguage(campaign.ctx, { subscriberId: early!, language: 'az' });
    expect(await plan({ az: 'Salam.', tr: 'Merhaba.', en: 'Hello.' })).toBe(1);
    expect((await plannedDeliveries(campaign)).map(({ subscriberId }) => subscriberId)).toEqual([early]);
  });

  test('leaves out who unfollows at the same moment, and what was planned before they could is cancelled', async () => {
    const [leaving, staying] = await campaign.followers('en', 2);
    const leave = (subscriberId: SubscriberId) => ({ subscriberId, caseId: campaign.caseId });
    const unfollowing = await heldOpen((tx) => unfollowCase(tx, leave(leaving!)));
    let afterwards: Promise<boolean> | undefined;
    const planning = inTransaction(campaign.job, async (tx) => {
      const planned = await plan({ en: 'Hello.' }, {}, tx);
      afterwards = unfollowCase(campaign.ctx, leave(staying!));
      await expect.poll(() => waiting('%from "follows"%')).toBe(1);
      return planned;
    });
    await expect.poll(() => waiting('%into deliveries%')).toBe(1);
    await unfollowing.end();
    expect(await planning).toBe(1);
    await afterwards;
    expect(await plannedDeliveries(campaign)).toMatchObject([{ subscriberId: staying, state: 'cancelled' }]);
  });

  test('keeps nothing from the sender while it is being planned', async () => {
    await campaign.followers('en', 2);
    await inTransaction(campaign.job, async (tx) => {
      expect(await plan({ en: 'Hello.' }, {}, tx)).toBe(2);
      await campaign.sql.begin(async (other) => {
        await other`set local lock_timeout = '2s'`;
        // What settling takes, for a chat that cannot be reached or has moved.
        await other`select 1 from subscribers order by id for no key update`;
        await other`update subscribers set state = 'unreachable', sealed_chat = sealed_chat`;
      });
      expect(await finishBroadcasts(campaign.job)).toBe(0);
    });
    expect(await finishBroadcasts(campaign.job)).toBe(0);
    expect(await broadcast()).toMatchObject({ state: 'running' });
  });

  test('reaches who changes language at the same moment', async () => {
    const [erased, changing] = await campaign.followers('en', 2);
    const erasing = await heldOpen(({ db }) => db.delete(subscribers).where(eq(subscribers.id, erased!)));
    const planning = plan({ az: 'Salam.', en: 'Hello.' });
    await expect.poll(() => waiting('%into deliveries%')).toBe(1);
    await setLanguage(campaign.ctx, { subscriberId: changing!, language: 'az' });
    await erasing.end();
    expect(await planning).toBe(1);
    expect((await plannedDeliveries(campaign)).map(({ text }) => text)).toEqual(['Hello.']);
  });
});

describe('the state of a broadcast to which deliveries are added', () => {
  const set = (state: BroadcastState) => campaign.db.update(broadcasts).set({ state });

  test('is running again when it was finished', async () => {
    await campaign.followers('en', 1);
    await campaign.followers('az', 1);
    await plan({ en: 'Hello.' });
    await campaign.db.update(broadcasts).set({ state: 'finished', finishedAt: campaign.clock.now() });
    expect(await plan({ az: 'Salam.' })).toBe(1);
    expect(await broadcast()).toMatchObject({ state: 'running', finishedAt: null });
  });

  test('stays finished when nobody reads what was added', async () => {
    await campaign.followers('en', 1);
    await plan({ en: 'Hello.' });
    const finishedAt = campaign.clock.now();
    await campaign.db.update(broadcasts).set({ state: 'finished', finishedAt });
    expect(await plan({ az: 'Salam.' })).toBe(0);
    expect(await broadcast()).toMatchObject({ state: 'finished', finishedAt });
  });

  test('stays cancelled, and nothing is added', async () => {
    await campaign.followers('en', 1);
    await campaign.followers('az', 1);
    await plan({ en: 'Hello.' });
    await set('cancelled');
    expect(await plan({ az: 'Salam.' })).toBe(0);
    expect(await campaign.db.$count(deliveries)).toBe(1);
    expect(await broadcast()).toMatchObject({ state: 'cancelled' });
  });

  test.each(['paused', 'halted'] as const)('stays %s, and its deliveries wait with it', async (state) => {
    await campaign.followers('en', 1);
    await campaign.followers('az', 1);
    await plan({ en: 'Hello.' });
    await set(state);
    expect(await plan({ az: 'Salam.' })).toBe(1);
    expect(await broadcast()).toMatchObject({ state });
  });

  test.each([
    ['nobody follows the case', 'en', () => campaign.db.delete(follows)],
    ['nobody reads its languages', 'az', () => campaign.db.delete(deliveries)],
  ] as const)('is finished at once when %s, and the log says so without a name', async (_, reader, clear) => {
    await campaign.followers('en', 1);
    await clear();
    expect(await plan({ [reader]: 'Hello.' })).toBe(0);
    const made = await broadcast();
    expect(made).toMatchObject({ state: 'finished', finishedAt: campaign.clock.now() });
    const line = campaign.logged.find((one) => one.includes('broadcast-reaches-nobody'));
    expect(Object.keys(JSON.parse(line ?? '{}')).toSorted()).toEqual(['event', 'id', 'level', 'time']);
    // Its followers may yet come in another language.
    await campaign.followers('en', 1);
    if (reader === 'az') expect(await plan({ en: 'Hello.' })).toBe(2);
  });
});

describe('quiet hours', () => {
  /** One o'clock at night in Baku, where the case is. */
  const night = '2009-11-10T21:00:00Z';
  const [at0, at7, at8, at9] = [
    night,
    '2009-11-11T03:00:00Z',
    '2009-11-11T04:00:00Z',
    '2009-11-11T05:00:00Z',
  ];

  /** When deliveries are due to followers with these choices, in their order. */
  async function dueAt(
    choices: readonly QuietChoice[],
    more: {
      readonly ofCampaign?: QuietHours;
      readonly kinds?: readonly ChatKind[];
      readonly notAfter?: string;
      readonly passesQuietHours?: boolean;
    } = {},
  ): Promise<string[]> {
    campaign.clock.set(night);
    await campaign.db
      .update(campaigns)
      .set({ quietHours: more.ofCampaign ?? null, zone: 'America/New_York' });
    const ids = await campaign.followers('en', choices.length);
    for (const [i, choice] of choices.entries()) {
      await setQuietHours(campaign.ctx, { subscriberId: ids[i]!, choice });
      const kind = more.kinds?.[i] ?? 'private';
      await campaign.db.update(subscribers).set({ kind }).where(eq(subscribers.id, ids[i]!));
    }
    const { notAfter, passesQuietHours } = more;
    await plan(
      { en: 'Hello.' },
      {
        ...(notAfter && { notAfter: Temporal.Instant.from(notAfter) }),
        ...(passesQuietHours !== undefined && { passesQuietHours }),
      },
    );
    const rows = await campaign.db.select().from(deliveries);
    return ids.map((id) => String(rows.find(({ subscriberId }) => subscriberId === id)?.dueAt));
  }

  test('make what can wait wait for their end, by the clock where the case is, as each follower chose', async () => {
    expect(await dueAt(['campaign', 'off', '21-07', '22-08', '23-09'], { ofCampaign: '22-08' })).toEqual([
      at8,
      at0,
      at7,
      at8,
      at9,
    ]);
  });

  test('are nobody’s when the campaign has none, but whose own', async () => {
    expect(await dueAt(['campaign', 'off', '22-08'])).toEqual([at0, at0, at8]);
  });

  test('are no concern of what is urgent', async () => {
    const choices = ['campaign', '22-08', '23-09'] as const;
    expect(await dueAt(choices, { ofCampaign: '22-08', passesQuietHours: true })).toEqual([at0, at0, at0]);
  });

  test('are no concern of a group or a channel', async () => {
    const kinds = ['group', 'channel', 'group'] as const;
    expect(await dueAt(['campaign', '22-08', '21-07'], { ofCampaign: '22-08', kinds })).toEqual([
      at0,
      at0,
      at0,
    ]);
  });

  test('let through what would be of no use at their end', async () => {
    expect(await dueAt(['21-07', '22-08', '23-09'], { notAfter: at8 })).toEqual([at7, at0, at0]);
  });

  test('that are not now hold nothing back', async () => {
    campaign.clock.set('2009-11-11T08:00:00Z');
    await campaign.db.update(campaigns).set({ quietHours: '22-08' });
    await campaign.followers('en', 1);
    await plan({ en: 'Hello.' });
    const [row] = await campaign.db.select().from(deliveries);
    expect(row?.dueAt.toString()).toBe('2009-11-11T08:00:00Z');
  });
});
