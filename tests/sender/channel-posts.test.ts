import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { createOpener } from '../../src/crypto/seal.ts';
import { accounts, bots } from '../../src/db/schema/index.ts';
import type { AccountId, PostId } from '../../src/domain/ids.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { createSender } from '../../src/sender/sender.ts';
import { retractPost } from '../../src/services/account-deliveries/retract.ts';
import { followCase } from '../../src/services/follows/follow.ts';
import { whatWaits } from '../../src/services/waiting/read.ts';
import { groupKey, Slots } from '../../src/telegram/slots.ts';
import { createTransport, type Transport } from '../../src/telegram/transport.ts';
import { must } from '../helpers/must.ts';
import { type PublishingWorld, publishingWorld } from '../networks/world.ts';
import { until } from './world.ts';

const PER_SECOND = 6;
const FOLLOWERS = 2;

let telegram: RunningStandIn;
let transport: Transport;
let opened: ReturnType<typeof openNetworks>;
let world: PublishingWorld;
const slots = new Slots();
let bot: { readonly id: number; readonly token: string };
let channelId: number;
let channel: AccountId;

beforeAll(async () => {
  telegram = await startTelegramStandIn({ rates: { perSecond: PER_SECOND } });
  bot = telegram.standIn.createBot();
  transport = createTransport({ apiRoot: telegram.url, token: bot.token });
  opened = openNetworks({ telegram: { transport, slots } });
  world = await publishingWorld(opened.networks);
  const owner = telegram.standIn.createUser({ firstName: 'Leyla' });
  const made = telegram.standIn.createChannel({ title: 'Bray', username: 'bray_news', owner: owner.id });
  channelId = made.id;
  telegram.standIn.setMember({ chat: channelId, user: bot.id, status: 'administrator' });
  channel = await world.connect('telegram', { channel: '@bray_news' });
});
afterAll(async () => {
  await world.close();
  await opened.close();
  await transport.close();
  await telegram.close();
});

const newSender = (freePerSecond: number | 'off') =>
  createSender({
    ...world.sender,
    sql: world.as('sender').sql,
    transport,
    slots,
    limiter: { freePerSecond },
    opener: createOpener(world.keys.sender.sealing),
  });

async function publish(text: string): Promise<PostId> {
  const postId = await world.post([channel], { en: text });
  await world.approve(postId);
  await world.publish(postId);
  return postId;
}

const states = async (postId: PostId) => (await world.deliveriesOf(postId)).map(({ state }) => state);
const counts = () => telegram.standIn.counts();
const inChannel = () =>
  telegram.standIn.ledger({ chat: channelId }).filter(({ method }) => method === 'sendMessage').length;

test('a channel is known to the limits by the same key, whoever writes there', async () => {
  const [row] = await world.db.select().from(accounts).where(eq(accounts.id, channel));
  expect(row?.remoteId).toBe(groupKey(channelId));
});

test('posts to a channel, their deletions and a broadcast together keep to Telegram’s limits', async () => {
  const { firstId } = telegram.standIn.createUsers({ count: FOLLOWERS, bot: bot.id, state: 'started' });
  for (let i = 0; i < FOLLOWERS; i += 1) {
    const person = { chatId: String(firstId + i), kind: 'private', language: 'en' } as const;
    must(await followCase(world.ctx, { ...person, caseId: world.caseId }));
  }
  // More than a chat takes at once, and with its readers more than the bot may send in a second.
  const posts: PostId[] = [];
  for (const text of ['One.', 'Two.', 'Three.', 'Four.']) posts.push(await publish(text));
  await world.db.execute(sql`delete from follows`);
  const sender = newSender(PER_SECOND);
  sender.start();
  const ofAll = async () => (await Promise.all(posts.map(states))).flat();
  await until(async () => (await ofAll()).every((one) => one === 'sent'), ofAll);
  for (const postId of posts) must(await retractPost(world.approver.ctx, postId));
  await until(() => counts().deleteMessage?.accepted === posts.length, counts);
  const accepted = (1 + FOLLOWERS) * posts.length;
  await until(() => (counts().sendMessage?.accepted ?? 0) >= accepted, counts);
  await sender.stop();
  expect(counts().sendMessage).toMatchObject({ accepted, tooManyRequests: 0 });
});

test('a bot that Telegram has frozen holds the posts of its channels until it thaws, and staff see it', async () => {
  const before = inChannel();
  telegram.standIn.addFault({ fault: { kind: 'frozen' }, times: 1000 });
  const postId = await publish('Held.');
  const sender = newSender('off');
  sender.start();
  await until(() => sender.stats().botStopped === 1);
  await until(async () => (await world.deliveriesOf(postId))[0]?.outcome === 'BOT_FROZEN');
  const botRow = async () => (await world.db.select().from(bots).where(eq(bots.id, world.botId)))[0];
  await until(async () => (await botRow())?.stoppedFor === 'bot-stopped frozen');
  const later = await publish('Held too.');
  world.clock.advance({ hours: 1 });
  const faulted = () => [counts().sendMessage?.faulted, counts().getChat?.faulted];
  const asked = faulted();
  expect((await whatWaits(world.author.ctx)).heldByBot).toEqual({ since: expect.anything(), posts: 2 });
  await sender.stop();
  expect([...(await states(postId)), ...(await states(later))]).toEqual(['planned', 'planned']);
  expect(faulted()).toEqual(asked);
  const [account] = await world.db.select().from(accounts).where(eq(accounts.id, channel));
  expect(account).toMatchObject({ state: 'active', failures: 0 });

  telegram.standIn.clearFaults();
  const next = newSender('off');
  next.start();
  await until(async () => {
    // What came in the moment of the thaw was told to come back.
    world.clock.advance({ seconds: 1 });
    return [...(await states(postId)), ...(await states(later))].every((one) => one === 'sent');
  });
  await next.stop();
  expect(inChannel()).toBe(before + 2);
  expect((await whatWaits(world.author.ctx)).heldByBot).toBeNull();
});
