import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { broadcasts, deliveries, follows, messages, subscribers } from '../../../src/db/schema/index.ts';
import { parseCallbackData } from '../../../src/domain/callback-data.ts';
import type { PostId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import type { RenderedMessage } from '../../../src/domain/message.ts';
import { planBroadcast } from '../../../src/services/broadcasts/plan.ts';
import { createPost } from '../../../src/services/posts/create.ts';
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
  notAfter: Temporal.Instant | null = null,
): Promise<number> {
  return planBroadcast(campaign.job, {
    subject: { kind: 'post', postId },
    caseId: campaign.caseId,
    priority: 60,
    notAfter,
    texts: (Object.entries(texts) as [Language, string][]).map(([reader, text]) => ({
      reader,
      textLanguage: reader,
      message: message(text),
    })),
  });
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
    const erasing = Promise.withResolvers<void>();
    const done = campaign.sql.begin(async (tx) => {
      await tx`delete from subscribers where id = ${erased!}`;
      await erasing.promise;
    });
    const planning = plan({ en: 'Hello.' });
    await expect
      .poll(async () => {
        const waits = await campaign.sql`
          select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%into deliveries%'
            and datname = current_database()`;
        return waits.length;
      })
      .toBe(1);
    erasing.resolve();
    await done;
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
    await plan({ en: 'Hello.' }, notAfter);
    const [row] = await campaign.db.select().from(deliveries);
    expect(row?.dueAt.equals(campaign.clock.now())).toBe(true);
    expect(row?.notAfter?.equals(notAfter)).toBe(true);
    expect(row).toMatchObject({ state: 'planned', attempts: 0, priority: 60 });
  });

  test('keeps the words that were planned first: a message never changes', async () => {
    await campaign.followers('en', 1);
    await plan({ en: 'Hello.' });
    await campaign.followers('en', 1);
    await plan({ en: 'Other words.' });
    expect((await plannedDeliveries(campaign)).map(({ text }) => text)).toEqual(['Hello.', 'Hello.']);
  });
});
