import { eq, isNotNull } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/telegram/faults.ts';
import { rotateKeys } from '../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import {
  auditEntries,
  bots,
  broadcasts,
  calls,
  deliveries,
  messages,
  subscribers,
} from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import { translate } from '../../src/i18n/index.ts';
import { exactCounts } from '../helpers/exact-counts.ts';
import { manualClock } from '../helpers/manual-clock.ts';
import { closedPort } from '../telegram/raw-server.ts';
import { jumpingClock } from './jumping-clock.ts';
import { createWorld, type Follower, until, type World } from './world.ts';

let world: World;
const clock = manualClock();

beforeEach(async () => {
  world = await createWorld({ clock });
});
afterEach(() => world.end());

async function stateOf(follower: Follower): Promise<string | undefined> {
  const [row] = await world.db
    .select({ state: subscribers.state })
    .from(subscribers)
    .where(eq(subscribers.id, follower.id));
  return row?.state;
}

async function broadcastState(): Promise<string | undefined> {
  const [row] = await world.db.select({ state: broadcasts.state }).from(broadcasts);
  return row?.state;
}

/** Plans a broadcast for one follower, lets the fault happen to it, and waits until it is settled. */
async function one(kind: 'alert' | 'post', fault: Fault, times = 1) {
  const follower = await world.follower();
  world.standIn.addFault({ fault, method: 'sendMessage', times });
  await world.broadcast({ kind, text: 'At half past ten' });
  world.sender().start();
  await until(
    async () => !['planned', 'attempting'].includes((await world.deliveryOf(follower)).state),
    world.states,
  );
  return { ...(await world.deliveryOf(follower)), texts: world.textsOf(follower.chatId) };
}

describe('what leaves long after it was to', () => {
  test.each([
    ['alert', 80, false],
    ['alert', 90, true],
    ['post', 90, false],
  ] as const)('an %s %i minutes later says so: %s', async (kind, minutes, says) => {
    const follower = await world.follower();
    const discreet = await world.follower();
    await world.db.update(subscribers).set({ discreet: true }).where(eq(subscribers.id, discreet.id));
    await world.broadcast({ kind, text: 'At half past ten' });
    clock.advance({ minutes });
    world.sender().start();
    await until(async () => (await world.deliveryOf(discreet)).state === 'sent', world.states);
    await until(async () => (await world.deliveryOf(follower)).state === 'sent', world.states);
    const mark = `${translate('en', 'alert-late-sent')}\n\n`;
    expect(world.textsOf(follower.chatId)).toEqual([`${says ? mark : ''}At half past ten`]);
    for (const text of world.textsOf(discreet.chatId)) expect(text).not.toContain(mark);
  });
});

describe('an answer that is lost', () => {
  const arrived: Fault[] = [
    { kind: 'reset', accepted: true },
    { kind: 'status', status: 502, accepted: true },
    { kind: 'html', status: 502, accepted: true },
    { kind: 'truncated' },
    { kind: 'stall', ms: 1500, accepted: true },
  ];
  const mark = translate('en', 'alert-repeat');

  test.each(arrived)('leaves a post unknown and never sends it again: $kind', async (fault) => {
    expect(await one('post', fault)).toMatchObject({
      state: 'unknown',
      outcome: 'unknown',
      repeat: false,
      attempts: 1,
      texts: ['At half past ten'],
    });
  });

  test.each(arrived)('sends an alert once more, marked: $kind', async (fault) => {
    expect(await one('alert', fault)).toMatchObject({
      state: 'sent',
      repeat: true,
      attempts: 2,
      texts: ['At half past ten', `${mark}\n\nAt half past ten`],
    });
  });

  test('is suffered once: a second one leaves the alert unknown', async () => {
    expect(await one('alert', { kind: 'reset', accepted: false }, 2)).toMatchObject({
      state: 'unknown',
      repeat: true,
      attempts: 2,
      texts: [],
    });
  });

  test('moves the entities of a marked repeat along with its text', async () => {
    const follower = await world.follower({ language: 'fa' });
    world.standIn.addFault({ fault: { kind: 'reset', accepted: false }, method: 'sendMessage' });
    await world.broadcast({
      kind: 'alert',
      text: 'At half past ten',
      entities: [{ type: 'bold', offset: 3, length: 4 }],
    });
    world.sender().start();
    await until(async () => (await world.states()).sent === 1, world.states);
    const [entry] = world.standIn.ledger({ chat: follower.chatId });
    expect(entry?.text?.startsWith(translate('fa', 'alert-repeat'))).toBe(true);
    const { offset, length } = entry!.entities[0]!;
    expect(entry?.text?.slice(offset, offset + length)).toBe('half');
  });
});

describe('a call whose answer is lost', () => {
  const lost: Fault = { kind: 'reset', accepted: true };
  const empty = async () => (await world.db.$count(calls)) === 0;

  test('is dropped when it was a reply', async () => {
    const chatId = world.person();
    world.standIn.addFault({ fault: lost, method: 'sendMessage' });
    await world.call({ to: { chatId } });
    world.sender().start();
    await until(empty);
    expect(world.textsOf(chatId)).toEqual(['a reply']);
  });

  test('is made once more, and not twice, when somebody waits for its buttons', async () => {
    const { id, chatId } = await world.staffMember();
    world.standIn.addFault({ fault: lost, method: 'sendMessage', times: 5 });
    await world.call({ to: { staffId: id }, text: 'Decide', purpose: 'notice' });
    world.sender().start();
    await until(empty);
    expect(world.textsOf(chatId)).toEqual(['Decide', 'Decide']);
  });

  test('is made again when doing it twice comes to the same', async () => {
    const chatId = world.person();
    world.sender().start();
    await world.call({ to: { chatId } });
    await until(empty);
    const [sent] = world.standIn.ledger({ chat: chatId });
    world.standIn.addFault({ fault: { kind: 'reset', accepted: false }, method: 'deleteMessage' });
    await world.call({
      to: { chatId },
      method: 'deleteMessage',
      params: { message_id: sent?.messageId },
      purpose: 'deletion',
    });
    await until(async () => {
      const [row] = await world.db.select({ outcome: calls.outcome, state: calls.state }).from(calls);
      return row?.outcome === 'unknown' && row.state === 'planned';
    });
    clock.advance({ seconds: 5 });
    await until(empty);
    expect(world.standIn.messages({ chat: chatId })).toEqual([]);
  });
});

describe('a refusal', () => {
  test('for good makes the chat unreachable and cancels what else was planned for it', async () => {
    const [blocker, gone, other] = await world.followers(3);
    world.standIn.userBlocks({ user: blocker!.chatId });
    world.standIn.userDeactivates({ user: gone!.chatId });
    await world.broadcast({ text: 'later' });
    await world.db.update(deliveries).set({ dueAt: clock.now().add({ hours: 1 }) });
    await world.broadcast({ text: 'now' });
    world.sender().start();
    await until(async () => (await world.states()).cancelled === 2, world.states);
    await until(async () => (await world.states()).sent === 1, world.states);
    expect(await world.states()).toEqual({ sent: 1, failed: 2, cancelled: 2, planned: 1 });
    expect(await stateOf(blocker!)).toBe('unreachable');
    expect(await stateOf(gone!)).toBe('unreachable');
    expect(await stateOf(other!)).toBe('active');
    expect(world.standIn.counts().sendMessage).toMatchObject({ forbidden: 2 });
    const outcomes = await world.db.select({ outcome: deliveries.outcome }).from(deliveries);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(
      new Set([null, 'sent', 'unreachable', 'unreachable blocked', 'unreachable deactivated']),
    );
    expect(await exactCounts(world.db)).toEqual([]);
  });

  test('of a group that threw us out makes it unreachable', async () => {
    const { id: owner } = world.standIn.createUser();
    const { id } = world.standIn.createGroup({ owner, members: [world.botTelegramId] });
    const group = await world.follower({ chatId: id, kind: 'group' });
    world.standIn.setMember({ chat: id, user: world.botTelegramId, status: 'kicked' });
    await world.broadcast({ text: 'first' });
    world.sender().start();
    await until(async () => (await world.states()).failed === 1, world.states);
    expect(await stateOf(group)).toBe('unreachable');
  });

  test('of a reply makes its chat unreachable too', async () => {
    const follower = await world.follower();
    world.standIn.userBlocks({ user: follower.chatId });
    await world.call({ to: { chatId: follower.chatId } });
    world.sender().start();
    await until(async () => (await stateOf(follower)) === 'unreachable');
    expect(await world.db.$count(calls)).toBe(0);
  });

  test('that a chat is not found is believed the second time, a minute later', async () => {
    const nobody = await world.follower({ chatId: 4_999_999 });
    await world.broadcast({ text: 'first' });
    const sender = world.sender();
    sender.start();
    await until(async () => (await world.deliveryOf(nobody)).outcome === 'chat-not-found');
    expect(await stateOf(nobody)).toBe('active');
    expect((await world.deliveryOf(nobody)).state).toBe('planned');
    clock.advance({ seconds: 61 });
    await until(async () => (await world.deliveryOf(nobody)).state === 'failed');
    expect(await stateOf(nobody)).toBe('unreachable');
    expect(world.standIn.counts().sendMessage).toMatchObject({ refused: 2 });
  });

  test('because a group moved is followed to its new id, which the sender seals', async () => {
    const { id: owner } = world.standIn.createUser();
    const { id } = world.standIn.createGroup({ owner, members: [world.botTelegramId] });
    const group = await world.follower({ chatId: id, kind: 'group' });
    const { id: supergroup } = world.standIn.migrateGroup({ chat: id });
    await world.broadcast({ text: 'first' });
    world.sender().start();
    await until(async () => (await world.deliveryOf(group)).state === 'sent', world.states);
    expect(world.textsOf(supergroup)).toEqual(['first']);
    await world.broadcast({ text: 'second' });
    await until(async () => (await world.states()).sent === 2, world.states);
    expect(world.standIn.refusals()).toHaveLength(1);
  });

  test('of a text halts that text in its language, and no other', async () => {
    const russian = await world.followers(20, 'ru');
    const english = await world.followers(5, 'en');
    await world.broadcast({ text: 'short', texts: { ru: 'x'.repeat(5000) } });
    world.sender().start();
    await until(async () => {
      const { planned = 0, attempting = 0 } = await world.states();
      return planned + attempting === 0;
    }, world.states);
    // One went first, and alone.
    expect(await world.states()).toEqual({
      sent: english.length,
      failed: 1,
      cancelled: russian.length - 1,
    });
    const [refused, ...others] = await world.db.select().from(messages).where(isNotNull(messages.haltedAt));
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ language: 'ru', discreet: false, haltedFor: 'content too-long' });
    await until(async () => (await broadcastState()) === 'finished');
    const halted = await world.db.select().from(deliveries).where(eq(deliveries.state, 'cancelled'));
    expect(new Set(halted.map(({ outcome }) => outcome))).toEqual(new Set(['text-halted']));
    const entries = await world.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.verb, 'deliveries/halt-text'));
    expect(entries.map(({ details }) => details)).toEqual([{ outcome: 'content too-long' }]);
    for (const follower of russian) expect(await stateOf(follower)).toBe('active');
  });

  test('of a text that others have got fails for that chat alone', async () => {
    const followers = await world.followers(6);
    await world.broadcast({ text: 'first' });
    const sender = world.sender({ concurrency: 1 });
    world.standIn.addFault({
      fault: { kind: 'bad request', description: 'BUTTON_TYPE_INVALID' },
      method: 'sendMessage',
      chat: followers[3]!.chatId,
    });
    // Whichever is first is not that one.
    await world.db
      .update(deliveries)
      .set({ dueAt: clock.now().subtract({ seconds: 1 }) })
      .where(eq(deliveries.subscriberId, followers[0]!.id));
    sender.start();
    await until(async () => (await world.states()).sent === 5, world.states);
    await until(async () => (await world.states()).failed === 1, world.states);
    expect(await world.states()).toEqual({ sent: 5, failed: 1 });
    expect(await world.db.$count(messages, isNotNull(messages.haltedAt))).toBe(0);
  });

  test('that says nothing about the text leaves the question to the next follower', async () => {
    const [blocker] = await world.followers(4);
    world.standIn.userBlocks({ user: blocker!.chatId });
    await world.broadcast({ text: 'first' });
    await world.db
      .update(deliveries)
      .set({ dueAt: clock.now().subtract({ seconds: 1 }) })
      .where(eq(deliveries.subscriberId, blocker!.id));
    world.sender().start();
    await until(async () => (await world.states()).sent === 3, world.states);
    const refusedAt = world.standIn.refusals();
    expect(refusedAt).toHaveLength(1);
  });

  test('of twenty in a row in one class halts the broadcast, and no other', async () => {
    await world.followers(30);
    world.standIn.addFault({
      fault: { kind: 'bad request', description: 'SOMETHING_INVALID' },
      method: 'sendMessage',
      times: 20,
    });
    await world.broadcast({ text: 'first' });
    const sender = world.sender();
    sender.start();
    await until(async () => (await broadcastState()) === 'halted', world.states);
    await sender.stop();
    // Nothing proved the text, so one went after the other.
    expect(await world.states()).toEqual({ failed: 20, planned: 10 });
    const [halted] = await world.db.select().from(broadcasts);
    expect(halted?.haltedFor).toBe('bad-request-other');
    expect(world.logged).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'broadcast-halted' }),
    );
    const entries = await world.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.verb, 'broadcasts/halt'));
    expect(entries.map(({ details }) => details)).toEqual([{ outcome: 'bad-request-other' }]);
    await world.broadcast({ text: 'second' });
    world.sender().start();
    await until(async () => (await world.states()).sent === 30, world.states);
    expect(await world.states()).toEqual({ failed: 20, planned: 10, sent: 30 });
  });

  test.each([{ kind: 'frozen' }, { kind: 'unauthorized' }] as const)(
    'of the bot itself stops everything, says so, and is over when Telegram takes the bot again: $kind',
    async (fault) => {
      await world.followers(40);
      world.standIn.addFault({ fault, times: 1000 });
      await world.broadcast({ text: 'first' });
      const sender = world.sender({ concurrency: 4 });
      sender.start();
      await until(() => sender.stats().botStopped === 1);
      await until(async () => (await world.states()).planned === 40, world.states);
      expect(world.logged).toContainEqual(expect.objectContaining({ level: 'error', event: 'bot-stopped' }));
      const { faulted } = world.standIn.counts().sendMessage!;
      expect(faulted).toBeLessThanOrEqual(4);
      await world.broadcast({ kind: 'alert', text: 'second' });
      await until(async () => (await stop()).stoppedFor !== null);
      expect(await stop()).toMatchObject({
        stoppedFor: `bot-stopped ${fault.kind}`,
        stoppedAt: clock.now(),
      });
      await sender.stop();
      expect(world.standIn.counts().sendMessage!.faulted).toBe(faulted);

      const next = world.sender();
      next.start();
      await until(
        () =>
          (world.standIn.counts().getMe?.accepted ?? 0) + (world.standIn.counts().getMe?.faulted ?? 0) === 1,
      );
      if (fault.kind === 'unauthorized') {
        await until(() => next.stats().botStopped === 1);
        expect(world.standIn.counts().sendMessage!.faulted).toBe(faulted);
      }
      await next.stop();
      world.standIn.clearFaults();
      world.sender().start();
      await until(async () => (await world.states()).sent === 80, world.states);
      expect(await stop()).toEqual({ stoppedFor: null, stoppedAt: null });
      const entries = await world.db.select().from(auditEntries).where(eq(auditEntries.subjectType, 'bot'));
      expect(entries.map(({ verb }) => verb)).toContain('bots/record-stop');
      expect(entries.map(({ verb }) => verb)).toContain('bots/clear-stop');
    },
  );

  test('of the bot itself is asked about again by the same sender, after a while', async () => {
    const clock = jumpingClock();
    await world.followers(3);
    world.standIn.addFault({ fault: { kind: 'unauthorized' }, times: 1000 });
    await world.broadcast({ text: 'first' });
    const sender = world.sender({ clock });
    sender.start();
    await until(async () => (await stop()).stoppedFor !== null);
    const asked = () => Object.values(world.standIn.counts().getMe ?? {}).reduce((sum, n) => sum + n, 0);
    expect(asked()).toBe(0);
    clock.jump(61_000);
    await until(() => asked() === 1);
    world.standIn.clearFaults();
    // The second time it takes longer.
    clock.jump(61_000);
    await until(() => sender.stats().holding === 1);
    expect(sender.stats().botStopped).toBe(1);
    clock.jump(60_000);
    await until(async () => (await world.states()).sent === 3, world.states);
    expect(sender.stats().botStopped).toBe(0);
  });

  async function stop() {
    const [row] = await world.db
      .select({ stoppedFor: bots.stoppedFor, stoppedAt: bots.stoppedAt })
      .from(bots);
    return row!;
  }
});

describe('too many requests', () => {
  test('puts the delivery back until the stated time, and sends it then', async () => {
    const follower = await world.follower();
    world.standIn.addFault({ fault: { kind: 'too many requests', retryAfter: 1 } });
    await world.broadcast({ text: 'first' });
    world.sender().start();
    await until(async () => (await world.deliveryOf(follower)).outcome === 'rate-limited');
    expect((await world.deliveryOf(follower)).state).toBe('planned');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await world.deliveryOf(follower)).state).toBe('planned');
    clock.advance({ seconds: 2 });
    await until(async () => (await world.deliveryOf(follower)).state === 'sent', world.states);
    expect(world.textsOf(follower.chatId)).toEqual(['first']);
  });
});

test('nothing is lost, doubled or in doubt while nobody listens at Telegram', async () => {
  await world.followers(20);
  await world.broadcast({ kind: 'post', text: 'first' });
  const nowhere = world.sender({ apiRoot: `http://127.0.0.1:${await closedPort()}` });
  nowhere.start();
  await until(() => nowhere.stats().unsent > 0);
  await nowhere.stop();
  expect(await world.states()).toEqual({ planned: 20 });
  world.sender().start();
  await until(async () => (await world.states()).sent === 20, world.states);
  expect(world.standIn.messagesPerChat().every(([, messages]) => messages === 1)).toBe(true);
});

test('a row that was changed by hand goes to nobody', async () => {
  const [victim, attacker] = await world.followers(2);
  const [row] = await world.db.select().from(subscribers).where(eq(subscribers.id, attacker!.id));
  await world.db
    .update(subscribers)
    .set({ sealedChat: row!.sealedChat })
    .where(eq(subscribers.id, victim!.id));
  await world.broadcast({ text: 'first' });
  const sender = world.sender();
  sender.start();
  await until(async () => (await world.states()).failed === 1, world.states);
  expect((await world.deliveryOf(victim!)).outcome).toBe('unsealable');
  await until(async () => (await world.states()).sent === 1, world.states);
  expect(world.textsOf(attacker!.chatId)).toEqual(['first']);
  expect(sender.stats().unsealable).toBe(1);
});

test('what is sealed to a key that came after the sender’s waits for one that has it, and fails nowhere', async () => {
  const [told, ...others] = await world.followers(25);
  const rotated = rotateKeys(world.keys);
  const sealer = createSealer(rotated.public.sealing, clock);
  for (const { id, chatId } of others) {
    await world.db
      .update(subscribers)
      .set({ sealedChat: sealer.seal(String(chatId), binding.subscriberChat(id)) })
      .where(eq(subscribers.id, id));
  }
  const staffChat = world.person();
  const callId = await world.call({ to: { chatId: staffChat }, text: 'a reply' });
  await world.db
    .update(calls)
    .set({ sealedChat: sealer.seal(String(staffChat), binding.callChat(callId)) })
    .where(eq(calls.id, callId));
  await world.broadcast({ text: 'first' });
  const outdated = world.sender();
  outdated.start();
  await until(async () => (await world.states()).sent === 1, world.states);
  await until(() => world.logged.filter(({ fields }) => fields.outcome === 'keys-outdated').length >= 25);
  await outdated.stop();
  expect(await world.states()).toEqual({ sent: 1, planned: 24 });
  expect(outdated.stats().unsealable).toBe(0);
  clock.advance({ seconds: 10 });
  world.sender({ opener: createOpener(rotated.sender.sealing) }).start();
  await until(async () => (await world.states()).sent === 25, world.states);
  expect([told, ...others].every((one) => world.textsOf(one!.chatId).length === 1)).toBe(true);
  await until(() => world.textsOf(staffChat).length === 1);
});

test('a text that was changed by hand once it was rendered goes to nobody', async () => {
  const { sql } = world;
  const follower = await world.follower();
  await world.broadcast({ text: 'before' });
  await sql`delete from deliveries`;
  const [other] = await sql<{ id: string }[]>`
    select id from messages where language = 'en' and not discreet`;
  const before = other?.id ?? null;
  const tamperings: Record<string, () => Promise<unknown>> = {
    'a byte': () => sql`update messages set payload = jsonb_set(payload, '{text}', '"fIrst"')`,
    'a button': () => sql`update messages set payload = jsonb_set(payload, '{buttons}', '[[]]')`,
    'what it is written in': () => sql`update messages set text_language = 'ru'`,
    'its term': () => sql`update messages set not_after = '2099-01-01'`,
    'no signature': () => sql`update messages set signature = null`,
    'the signature of another': () => sql`
      update messages m set signature = o.signature from messages o where o.id = ${before} and m.id <> o.id`,
    'a text of another broadcast': () => sql`update deliveries set message_id = ${before}`,
  };
  for (const [what, tamper] of Object.entries(tamperings)) {
    await sql`delete from deliveries`;
    await world.broadcast({ text: 'first' });
    await tamper();
    const sender = world.sender();
    sender.start();
    await until(async () => (await world.states()).failed === 1, world.states);
    await sender.stop();
    expect(sender.stats().unsigned, what).toBe(1);
  }
  // Its own term counts, whatever that of its delivery was made.
  await sql`delete from deliveries`;
  await world.broadcast({ text: 'first', notAfter: clock.now().add({ hours: 1 }) });
  await sql`update deliveries set not_after = null`;
  clock.advance({ hours: 1 });
  world.sender().start();
  await until(async () => (await world.states()).cancelled === 1, world.states);
  expect(world.textsOf(follower.chatId)).toEqual([]);
});

test('a call whose sealed parameters are no object is dropped, and stops nothing', async () => {
  const chatId = world.person();
  for (const garbage of ['{"text":', '7', 'null']) {
    const id = await world.call({ to: { chatId } });
    const sealed = world.ctx.seal(garbage, binding.callParams(id));
    await world.db.update(calls).set({ sealedParams: sealed }).where(eq(calls.id, id));
  }
  await world.call({ to: { chatId }, text: 'after them' });
  const sender = world.sender();
  sender.start();
  await until(async () => (await world.db.$count(calls)) === 0);
  expect(world.textsOf(chatId)).toEqual(['after them']);
  expect(sender.stats()).toMatchObject({ unsealable: 3, takeOvers: 1 });
});

test('no log line holds a chat id or a text', async () => {
  const [blocker, other] = await world.followers(2);
  world.standIn.userBlocks({ user: blocker!.chatId });
  await world.call({ to: { chatId: blocker!.chatId }, text: 'a secret reply' });
  await world.broadcast({ text: 'a secret post' });
  const sender = world.sender();
  sender.start();
  await until(async () => (await world.states()).sent === 1, world.states);
  await sender.stop();
  const lines = JSON.stringify(world.logged);
  for (const word of ['secret', String(blocker!.chatId), String(other!.chatId), world.token]) {
    expect(lines).not.toContain(word);
  }
});
