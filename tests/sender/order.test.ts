import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { signMessages } from '../../bench/support/sign-messages.ts';
import { broadcasts, calls, deliveries, subscribers } from '../../src/db/schema/index.ts';
import { priority } from '../../src/domain/priority.ts';
import { overtakeAlerts } from '../../src/services/broadcasts/overtake.ts';
import { inTransaction } from '../../src/services/context.ts';
import { wake } from '../../src/services/wake.ts';
import { manualClock } from '../helpers/manual-clock.ts';
import { createWorld, type Follower, until, type World } from './world.ts';

let world: World;
const clock = manualClock();

beforeEach(async () => {
  world = await createWorld({ clock });
});
afterEach(() => world.end());

/** Texts in the order in which Telegram accepted them. */
const accepted = () => world.standIn.ledger().map(({ text }) => text);
const done = async () => {
  const { planned = 0, attempting = 0 } = await world.states();
  return planned + attempting === 0;
};

describe('what is more pressing goes first', () => {
  test('of what is due when the sender begins', async () => {
    await world.followers(10);
    await world.broadcast({ text: 'post', priority: priority.post });
    await world.broadcast({ kind: 'alert', text: 'reminder', priority: priority.reminder });
    await world.broadcast({ kind: 'alert', text: 'moved', priority: priority.movedEarlier });
    const chatId = world.person();
    await world.call({ to: { chatId }, text: 'reply' });
    world.sender({ concurrency: 1, limiter: { freePerSecond: 60, chatBurst: 5 } }).start();
    await until(done, world.states, 15_000);
    const order = ['reply', 'moved', 'reminder', 'post'];
    const seen = accepted().map((text) => order.indexOf(text ?? ''));
    expect(seen).toHaveLength(31);
    // The first of each text goes alone, and the others use the slots meanwhile.
    const rest = seen.filter((place, index) => seen.indexOf(place) !== index);
    expect(rest).toEqual(rest.toSorted((a, b) => a - b));
  });

  test('an urgent alert passes a broadcast that is under way, within a few slots', async () => {
    await world.followers(100);
    await world.broadcast({ text: 'post' });
    const sender = world.sender({ limiter: { freePerSecond: 30, chatBurst: 5 } });
    sender.start();
    await until(() => accepted().length >= 10);
    await world.broadcast({ kind: 'alert', text: 'moved', priority: priority.movedEarlier });
    const before = accepted().length;
    await until(() => accepted().includes('moved'));
    const passed = accepted().indexOf('moved') - before;
    expect(passed).toBeLessThanOrEqual(3);
    await until(() => accepted().filter((text) => text === 'moved').length === 100, undefined, 15_000);
    // Once it runs, nothing goes between but the few that were in hand when it came.
    const run = accepted().slice(accepted().indexOf('moved'), accepted().lastIndexOf('moved'));
    expect(run.filter((text) => text !== 'moved').length).toBeLessThanOrEqual(6);
  });

  test('deletions let an urgent alert pass, and pass a post', async () => {
    await world.followers(30);
    const chats = Array.from({ length: 20 }, () => world.person());
    for (const chatId of chats) await world.call({ to: { chatId }, text: 'goes away' });
    const sender = world.sender();
    sender.start();
    await until(() => accepted().length === 20);
    await sender.stop();
    await world.broadcast({ text: 'post' });
    for (const { chat, messageId } of world.standIn.ledger()) {
      await world.call({
        to: { chatId: chat },
        method: 'deleteMessage',
        params: { message_id: messageId },
        purpose: 'deletion',
      });
    }
    await world.broadcast({ kind: 'alert', text: 'moved', priority: priority.movedEarlier });
    world.sender({ concurrency: 1, limiter: { freePerSecond: 60, chatBurst: 5 } }).start();
    await until(done, world.states, 15_000);
    const kinds = world.standIn.ledger().map(({ method, text }) => text ?? method);
    // Only what was taken in hand in the first tenth of a second, before anything more pressing was seen.
    const early = kinds.slice(0, kinds.lastIndexOf('moved')).filter((kind) => kind === 'deleteMessage');
    expect(early.length).toBeLessThanOrEqual(6);
    const late = kinds.slice(0, kinds.lastIndexOf('deleteMessage')).filter((kind) => kind === 'post');
    expect(late.length).toBeLessThanOrEqual(12);
  });
});

describe('cases of the same rank take turns', () => {
  test('a small one that comes in the middle of a big one is served beside it', async () => {
    const other = await world.newCase();
    await world.followers(200);
    await world.followersOf(other, 20);
    await world.broadcast({ text: 'big' });
    world.sender({ limiter: { freePerSecond: 60 } }).start();
    await until(() => accepted().length >= 10);
    await world.broadcast({ text: 'small', caseId: other });
    const before = accepted().length;
    const small = () => accepted().filter((text) => text === 'small').length;
    await until(() => small() === 20, small);
    // One of the big one's for each of the small one's, and the few that were in hand.
    expect(accepted().lastIndexOf('small') - before).toBeLessThanOrEqual(50);
    expect(accepted().indexOf('small') - before).toBeLessThanOrEqual(8);
  });
});

describe('what is in hand does not leave any more', () => {
  /** A follower whose chat is busy for a while, so that what `plan` plans is claimed and waits in hand. */
  async function held<Plan>(plan: () => Promise<Plan>): Promise<Follower & { readonly planned: Plan }> {
    const follower = await world.follower();
    const planned = await plan();
    await world.db.update(deliveries).set({ dueAt: clock.now().add({ hours: 1 }) });
    const sender = world.sender({ timeoutMs: 10_000 });
    sender.start();
    world.standIn.addFault({ fault: { kind: 'stall', ms: 900, accepted: true }, method: 'sendMessage' });
    await world.call({ to: { chatId: follower.chatId }, text: 'busy' });
    await until(() => accepted().length === 1);
    clock.advance({ hours: 1 });
    await until(() => sender.stats().held === 1);
    return { ...follower, planned };
  }

  test('once newer facts have overtaken it: the older text never arrives after the newer one', async () => {
    const { chatId, planned } = await held(() => world.alert({ text: 'at three' }));
    await inTransaction(world.ctx, async (tx) => {
      await overtakeAlerts(tx, { type: 'hearing', id: planned.hearingId });
    });
    await world.alert({ ...planned, text: 'at half past ten', priority: priority.movedEarlier });
    await until(async () => (await world.states()).sent === 1, world.states);
    expect(world.textsOf(chatId)).toEqual(['busy', 'at half past ten']);
    expect(await world.states()).toEqual({ cancelled: 1, sent: 1 });
    const [old] = await world.db.select().from(deliveries).where(eq(deliveries.state, 'cancelled'));
    expect(old?.outcome).toBe('superseded');
  });

  test.each(['paused', 'halted'] as const)('once its broadcast is %s', async (state) => {
    const { chatId } = await held(() => world.broadcast({ text: 'stopped' }));
    await world.db.update(broadcasts).set({ state });
    await wake(world.ctx, 'sender');
    await until(async () => (await world.states()).planned === 1, world.states);
    await world.call({ to: { chatId }, text: 'after' });
    await until(() => world.textsOf(chatId).length === 2);
    expect(world.textsOf(chatId)).toEqual(['busy', 'after']);
  });

  test('once its follower said /forget', async () => {
    const { chatId, id } = await held(() => world.broadcast({ text: 'forgotten' }));
    await world.db.delete(subscribers).where(eq(subscribers.id, id));
    await wake(world.ctx, 'sender');
    await world.call({ to: { chatId }, text: 'good bye' });
    await until(() => world.textsOf(chatId).length === 2);
    expect(world.textsOf(chatId)).toEqual(['busy', 'good bye']);
    expect(await world.states()).toEqual({});
  });
});

test('calls to one chat leave in the order they were made, also when the first must wait', async () => {
  const chatId = world.person();
  world.standIn.addFault({ fault: { kind: 'too many requests', retryAfter: 1 }, method: 'sendMessage' });
  const texts = ['one', 'two', 'three', 'four'];
  for (const text of texts) await world.call({ to: { chatId }, text });
  world.sender().start();
  await until(() => world.standIn.counts().sendMessage?.tooManyRequests === 1);
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(world.textsOf(chatId)).toEqual([]);
  clock.advance({ seconds: 2 });
  await until(async () => (await world.db.$count(calls)) === 0);
  expect(world.textsOf(chatId)).toEqual(texts);
});

describe('a delivery is not sent', () => {
  test('before it is due, and is sent at once when the clock says that it is', async () => {
    const follower = await world.follower();
    await world.broadcast({ text: 'later' });
    await world.db.update(deliveries).set({ dueAt: clock.now().add({ hours: 3 }) });
    world.sender().start();
    await until(() => world.logged.some(({ event }) => event === 'lease-taken'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(world.textsOf(follower.chatId)).toEqual([]);
    const began = performance.now();
    clock.advance({ hours: 3 });
    await until(() => world.textsOf(follower.chatId).length === 1);
    // The clock's alarm and not the look twice a second.
    expect(performance.now() - began).toBeLessThan(400);
  });

  test('in the quiet hours that began while it waited: it comes when they are over, unless it cannot wait', async () => {
    const [sleeper, owl, group] = [
      await world.follower(),
      await world.follower(),
      await world.follower({ chatId: world.person(), kind: 'group' }),
    ];
    const chooses = (one: Follower, quietHours: '22-08' | 'off') =>
      world.db.update(subscribers).set({ quietHours }).where(eq(subscribers.id, one.id));
    await chooses(sleeper, '22-08');
    await chooses(owl, 'off');
    await chooses(group, '22-08');
    const at = (hour: string, day = 10) =>
      Temporal.ZonedDateTime.from(`2009-11-${day}T${hour}[Asia/Baku]`).toInstant();
    clock.set(at('21:30'));
    await world.broadcast({ text: 'post' });
    await world.broadcast({ text: 'of tonight', notAfter: at('07:00', 11) });
    await world.broadcast({ kind: 'alert', text: 'alert' });
    clock.set(at('22:30'));
    world.sender({ limiter: { freePerSecond: 'off' } }).start();
    await until(async () => (await world.states()).sent === 8, world.states);
    expect(world.textsOf(owl.chatId).toSorted()).toEqual(['alert', 'of tonight', 'post']);
    expect(world.textsOf(group.chatId)).toHaveLength(3);
    const put = async () =>
      world.db.select({ dueAt: deliveries.dueAt }).from(deliveries).where(eq(deliveries.state, 'planned'));
    await until(async () => String((await put())[0]?.dueAt) === String(at('08:00', 11)));
    expect(world.textsOf(sleeper.chatId).toSorted()).toEqual(['alert', 'of tonight']);
    clock.set(at('08:00', 11));
    await until(() => world.textsOf(sleeper.chatId).includes('post'));
  });

  test('after it has become useless: it is cancelled', async () => {
    await world.followers(5);
    await world.broadcast({ kind: 'alert', text: 'too late', notAfter: clock.now().add({ minutes: 5 }) });
    clock.advance({ minutes: 5 });
    world.sender().start();
    await until(async () => (await world.states()).cancelled === 5, world.states);
    const rows = await world.db.select({ outcome: deliveries.outcome }).from(deliveries);
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['expired']));
    expect(accepted()).toEqual([]);
  });

  test('that became useless while it was held', async () => {
    const follower = await world.follower();
    // It waits in hand for the answer to the message before it.
    world.standIn.addFault({ fault: { kind: 'stall', ms: 600, accepted: true }, method: 'sendMessage' });
    await world.broadcast({ text: 'first' });
    const sender = world.sender();
    sender.start();
    await until(() => accepted().length === 1);
    await world.broadcast({ text: 'second', notAfter: clock.now().add({ minutes: 5 }) });
    await until(() => sender.stats().held === 1);
    clock.advance({ minutes: 6 });
    await until(async () => (await world.states()).cancelled === 1, world.states);
    expect(world.textsOf(follower.chatId)).toEqual(['first']);
  });

  test.each(['paused', 'halted', 'cancelled'] as const)('while its broadcast is %s', async (state) => {
    await world.followers(5);
    await world.broadcast({ text: 'first' });
    await world.db.update(broadcasts).set({ state });
    await world.broadcast({ text: 'second' });
    world.sender().start();
    await until(async () => (await world.states()).sent === 5, world.states);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(new Set(accepted())).toEqual(new Set(['second']));
    expect(await world.states()).toEqual({ sent: 5, planned: 5 });
    await world.db.update(broadcasts).set({ state: 'running' });
    await until(async () => (await world.states()).sent === 10, world.states);
  });

  test('to somebody who has become unreachable since it was planned', async () => {
    const follower = await world.follower();
    await world.broadcast({ text: 'first' });
    await world.db.update(subscribers).set({ state: 'unreachable' });
    world.sender().start();
    await until(async () => (await world.deliveryOf(follower)).state === 'cancelled', world.states);
    expect(accepted()).toEqual([]);
  });

  test('to somebody who said /forget before it was attempted', async () => {
    const [stays, leaves] = await world.followers(2);
    await world.broadcast({ text: 'first' });
    await world.db.delete(subscribers).where(eq(subscribers.id, leaves!.id));
    world.sender().start();
    await until(async () => (await world.states()).sent === 1, world.states);
    expect(world.textsOf(stays!.chatId)).toEqual(['first']);
    expect(world.textsOf(leaves!.chatId)).toEqual([]);
  });
});

test('the parts of a message arrive in their order', async () => {
  const follower = await world.follower();
  await world.broadcast({ text: 'part 0' });
  // Later parts are due earlier here: only their number may decide.
  await world.sql`
    insert into messages (id, broadcast_id, language, text_language, discreet, part, payload, created_at)
    select gen_random_uuid(), broadcast_id, language, text_language, discreet, p,
      jsonb_set(payload, '{text}', to_jsonb('part ' || p)), created_at
    from messages, generate_series(1, 3) p where language = 'en' and not discreet`;
  await world.sql`
    insert into deliveries (bot_id, broadcast_id, message_id, subscriber_id, part, state, due_at)
    select d.bot_id, d.broadcast_id, m.id, d.subscriber_id, m.part, 'planned',
      d.due_at - m.part * interval '1 minute'
    from deliveries d join messages m on m.broadcast_id = d.broadcast_id and m.part > 0`;
  await world.sql`update messages set signature = null`;
  await signMessages(world.ctx);
  world.sender().start();
  await until(async () => (await world.states()).sent === 4, world.states);
  expect(world.textsOf(follower.chatId)).toEqual(['part 0', 'part 1', 'part 2', 'part 3']);
});

describe('a discreet message', () => {
  test('is taken away again 47 hours after it was sent', async () => {
    const discreet = await world.follower({ discreet: true });
    const open = await world.follower();
    await world.broadcast({ text: 'The verdict' });
    world.sender().start();
    await until(async () => (await world.states()).sent === 2, world.states);
    expect(world.textsOf(open.chatId)).toEqual(['The verdict']);
    expect(world.textsOf(discreet.chatId)).not.toEqual(['The verdict']);
    const [call, ...others] = await world.db.select().from(calls);
    expect(others).toEqual([]);
    expect(call).toMatchObject({ method: 'deleteMessage', purpose: 'deletion', staffId: null });
    expect(Buffer.from(call!.chatIndex!)).toEqual(Buffer.from(world.indexOf(discreet.chatId)));
    expect(call!.dueAt.toString()).toBe(clock.now().add({ hours: 47 }).toString());
    expect(call!.notAfter.toString()).toBe(clock.now().add({ hours: 48 }).toString());
    world.standIn.setClock({ now: Date.now() + 47 * 3_600_000 });
    clock.advance({ hours: 47 });
    await until(() => world.standIn.messages({ chat: discreet.chatId }).length === 0);
    await until(async () => (await world.db.$count(calls)) === 0);
    expect(world.standIn.messages({ chat: open.chatId })).toHaveLength(1);
  });

  test('is taken away at once when its reader said /forget while it was under way', async () => {
    const discreet = await world.follower({ discreet: true });
    world.standIn.addFault({ fault: { kind: 'stall', ms: 600, accepted: true }, method: 'sendMessage' });
    await world.broadcast({ text: 'The verdict' });
    world.sender().start();
    await until(() => accepted().length === 1);
    await world.db.delete(subscribers).where(eq(subscribers.id, discreet.id));
    await until(() => world.standIn.counts().deleteMessage?.accepted === 1);
    expect(world.standIn.messages({ chat: discreet.chatId })).toEqual([]);
    await until(async () => (await world.db.$count(calls)) === 0);
  });
});

test('little lies in memory and in doubt, however much is planned', async () => {
  await world.followers(200);
  for (const text of ['a', 'b', 'c']) await world.broadcast({ text });
  const sender = world.sender({ limiter: { freePerSecond: 30 } });
  sender.start();
  let most = 0;
  await until(async () => {
    const { held, underWay, unrecorded } = sender.stats();
    const { attempting = 0 } = await world.states();
    most = Math.max(most, held + underWay + unrecorded, attempting);
    return sender.stats().sent > 40;
  });
  expect(most).toBeLessThanOrEqual(10);
});

test('a stop lets what is under way finish, and puts the rest back', async () => {
  await world.followers(100);
  world.standIn.addFault({
    fault: { kind: 'stall', ms: 400, accepted: true },
    method: 'sendMessage',
    times: 1000,
  });
  await world.broadcast({ text: 'first' });
  const sender = world.sender({ concurrency: 8 });
  sender.start();
  await until(() => sender.stats().underWay === 8);
  const began = performance.now();
  await sender.stop();
  expect(performance.now() - began).toBeLessThan(2000);
  const sent = world.standIn.counts().sendMessage?.accepted ?? 0;
  expect(await world.states()).toEqual({ sent, planned: 100 - sent });
});
