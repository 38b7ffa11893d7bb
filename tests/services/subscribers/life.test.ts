import { and, eq, inArray } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  auditEntries,
  broadcasts,
  calls,
  deliveries,
  follows,
  subscribers,
  updates,
} from '../../../src/db/schema/index.ts';
import { binding } from '../../../src/domain/bindings.ts';
import type { CaseId } from '../../../src/domain/ids.ts';
import { enqueueCall } from '../../../src/services/calls/enqueue.ts';
import { followCase } from '../../../src/services/follows/follow.ts';
import { followedCaseIds } from '../../../src/services/follows/list.ts';
import { unfollowCase } from '../../../src/services/follows/unfollow.ts';
import { enrolSubscriber } from '../../../src/services/subscribers/enrol.ts';
import { findSubscriber } from '../../../src/services/subscribers/find.ts';
import { forgetChat } from '../../../src/services/subscribers/forget.ts';
import { migrateChat } from '../../../src/services/subscribers/migrate.ts';
import { setDiscreet } from '../../../src/services/subscribers/set-discreet.ts';
import { setReachable } from '../../../src/services/subscribers/set-reachable.ts';
import { stopAll } from '../../../src/services/subscribers/stop.ts';
import { failUpdate } from '../../../src/services/updates/fail.ts';
import { receiveUpdates } from '../../../src/services/updates/receive.ts';
import { addCase, broadcast, createWorld, type World } from '../../bots/world.ts';

let world: World;
let caseIds: CaseId[];
let nextChat = 100;

beforeAll(async () => {
  world = await createWorld();
  caseIds = [
    await addCase(world, 'one', { en: 'One' }),
    await addCase(world, 'two', { en: 'Two' }),
    await addCase(world, 'three', { en: 'Three' }),
  ];
});
afterAll(() => world.end());

type Act =
  | { readonly do: 'enrol' | 'stop' | 'forget' | 'block' | 'unblock' }
  | { readonly do: 'follow' | 'unfollow'; readonly which: number }
  | { readonly do: 'discreet'; readonly on: boolean };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constantFrom('enrol', 'stop', 'forget', 'block', 'unblock') }),
  fc.record({ do: fc.constantFrom('follow', 'unfollow'), which: fc.nat({ max: 2 }) }),
  fc.record({ do: fc.constant('discreet' as const), on: fc.boolean() }),
) as fc.Arbitrary<Act>;

/** What a person would expect to be stored about them. */
interface Model {
  known: boolean;
  reachable: boolean;
  discreet: boolean;
  follows: Set<number>;
}

const nothing = (): Model => ({ known: false, reachable: true, discreet: false, follows: new Set() });

async function perform(chatId: string, model: Model, { ...step }: Act): Promise<Model> {
  const chat = { chatId, kind: 'private', language: 'en' } as const;
  const subscriber = await findSubscriber(world.ctx, { chatId });
  switch (step.do) {
    case 'enrol':
      await enrolSubscriber(world.ctx, chat);
      return { ...model, known: true, reachable: true };
    case 'follow':
      await followCase(world.ctx, { ...chat, caseId: caseIds[step.which]! });
      return { ...model, known: true, reachable: true, follows: new Set([...model.follows, step.which]) };
    case 'unfollow': {
      if (subscriber === null) return model;
      const changed = await unfollowCase(world.ctx, {
        subscriberId: subscriber.id,
        caseId: caseIds[step.which]!,
      });
      expect(changed).toBe(model.follows.has(step.which));
      return { ...model, follows: new Set([...model.follows].filter((one) => one !== step.which)) };
    }
    case 'stop': {
      if (subscriber === null) return model;
      const { unfollowed } = await stopAll(world.ctx, { subscriberId: subscriber.id });
      expect(unfollowed).toBe(model.follows.size);
      return { ...model, follows: new Set() };
    }
    case 'discreet':
      if (subscriber === null) return model;
      await setDiscreet(world.ctx, { subscriberId: subscriber.id, on: step.on });
      return { ...model, discreet: step.on };
    case 'block':
    case 'unblock':
      await setReachable(world.ctx, { chatId, reachable: step.do === 'unblock' });
      return model.known ? { ...model, reachable: step.do === 'unblock' } : model;
    case 'forget': {
      const forgotten = await forgetChat(world.ctx, { chatId, updateId: 1 });
      expect(forgotten.subscriber !== null).toBe(model.known);
      expect(forgotten.follows).toBe(model.follows.size);
      return nothing();
    }
  }
}

async function stored(chatId: string): Promise<Model> {
  const subscriber = await findSubscriber(world.ctx, { chatId });
  if (subscriber === null) return nothing();
  const followed = await followedCaseIds(world.ctx, { subscriberId: subscriber.id });
  return {
    known: true,
    reachable: subscriber.state === 'active',
    discreet: subscriber.discreet,
    follows: new Set([...followed].map((id) => caseIds.indexOf(id))),
  };
}

describe('a subscriber', () => {
  it('is after any sequence of wishes what a person would expect', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 15 }), async (acts) => {
        const chatId = String(++nextChat);
        let model = nothing();
        for (const step of acts) {
          model = await perform(chatId, model, step);
          expect(await stored(chatId)).toEqual(model);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is one row, however many processes enrol the same chat at once', async () => {
    const chatId = String(++nextChat);
    const enrolled = await Promise.all(
      Array.from({ length: 8 }, () =>
        enrolSubscriber(world.ctx, { chatId, kind: 'private', language: 'en' }),
      ),
    );
    expect(new Set(enrolled.map(({ subscriber }) => subscriber.id)).size).toBe(1);
  });

  it('gets nothing more of a case that it no longer follows, and the rest of what is on its way', async () => {
    const chat = { chatId: String(++nextChat), kind: 'private', language: 'en' } as const;
    for (const caseId of caseIds.slice(0, 2)) await followCase(world.ctx, { ...chat, caseId });
    for (const caseId of caseIds.slice(0, 2)) await broadcast(world, caseId, 'News');
    const { id: subscriberId } = (await findSubscriber(world.ctx, chat))!;
    const waiting = () =>
      world.db
        .select({ state: deliveries.state })
        .from(deliveries)
        .where(eq(deliveries.subscriberId, subscriberId))
        .orderBy(deliveries.state);
    await unfollowCase(world.ctx, { subscriberId, caseId: caseIds[0]! });
    expect(await waiting()).toEqual([{ state: 'cancelled' }, { state: 'planned' }]);
    await stopAll(world.ctx, { subscriberId });
    expect(await waiting()).toEqual([{ state: 'cancelled' }, { state: 'cancelled' }]);
  });
});

describe('forgetting', () => {
  it('drops what the chat asked before and what was set aside, and keeps what it asks afterwards', async () => {
    const chatId = String(++nextChat);
    const base = nextChat * 10;
    await receiveUpdates(world.ctx, {
      updates: [1, 2, 3].map((n) => ({ updateId: base + n, chatId, body: '{}' })),
    });
    await failUpdate(world.ctx, {
      updateId: base + 1,
      fault: 'RangeError',
      final: false,
      tell: async () => undefined,
    });
    await forgetChat(world.ctx, { chatId, updateId: base + 2 });
    const rows = await world.db
      .select({ updateId: updates.updateId, fault: updates.fault, sealed: updates.sealed })
      .from(updates)
      .where(eq(updates.botId, world.ctx.botId))
      .orderBy(updates.updateId);
    const of = (n: number) => rows.find(({ updateId }) => updateId === base + n);
    expect(of(1)).toMatchObject({ fault: 'forgotten', sealed: null });
    expect(of(2)?.sealed).not.toBeNull();
    expect(of(3)?.sealed).not.toBeNull();
  });

  it('touches no other chat', async () => {
    const [mine, other] = [String(++nextChat), String(++nextChat)];
    for (const chatId of [mine, other]) {
      await followCase(world.ctx, { chatId, kind: 'private', language: 'en', caseId: caseIds[2]! });
      await enqueueCall(world.ctx, { chatId, action: { do: 'delete', messageId: 1 }, purpose: 'reply' });
    }
    await forgetChat(world.ctx, { chatId: mine, updateId: 1 });
    expect(await findSubscriber(world.ctx, { chatId: other })).not.toBeNull();
    const left = await world.db
      .select()
      .from(calls)
      .where(eq(calls.chatIndex, world.ctx.chatIndex(other)));
    expect(left).toHaveLength(1);
    expect(await world.db.$count(calls, eq(calls.chatIndex, world.ctx.chatIndex(mine)))).toBe(0);
  });

  it('is undone, audit entry and all, when its transaction fails', async () => {
    const chatId = String(++nextChat);
    await followCase(world.ctx, { chatId, kind: 'private', language: 'en', caseId: caseIds[0]! });
    const before = await world.db.$count(auditEntries);
    await expect(
      world.db.transaction(async (tx) => {
        await forgetChat({ ...world.ctx, db: tx }, { chatId, updateId: 1 });
        throw new Error('the connection broke');
      }),
    ).rejects.toThrow('the connection broke');
    expect(await findSubscriber(world.ctx, { chatId })).not.toBeNull();
    expect(await world.db.$count(auditEntries)).toBe(before);
  });
});

describe('a group that becomes a supergroup', () => {
  it('takes its row, and the replies that wait, to the new id', async () => {
    const [from, to] = [String(-++nextChat), String(-++nextChat)];
    await followCase(world.ctx, { chatId: from, kind: 'group', language: 'en', caseId: caseIds[0]! });
    const message = { text: 'x', entities: [], buttons: [] };
    await enqueueCall(world.ctx, { chatId: from, action: { do: 'send', message }, purpose: 'reply' });
    await enqueueCall(world.ctx, {
      chatId: from,
      action: { do: 'edit', messageId: 1, message },
      purpose: 'reply',
    });
    await migrateChat(world.ctx, { fromChatId: from, toChatId: to });
    expect(await findSubscriber(world.ctx, { chatId: from })).toBeNull();
    expect(await findSubscriber(world.ctx, { chatId: to })).not.toBeNull();
    const moved = await world.db
      .select()
      .from(calls)
      .where(eq(calls.chatIndex, world.ctx.chatIndex(to)));
    expect(moved.map(({ method }) => method)).toEqual(['sendMessage']);
    expect(world.open(moved[0]!.sealedChat!, binding.callChat(moved[0]!.id))).toBe(to);
    await migrateChat(world.ctx, { fromChatId: from, toChatId: to });
    expect(await findSubscriber(world.ctx, { chatId: to })).not.toBeNull();
  });

  it('that spoke under its new id first follows what it followed under either, and gets what is on its way once', async () => {
    const [from, to] = [String(-++nextChat), String(-++nextChat)];
    const [one, two, three] = caseIds as [CaseId, CaseId, CaseId];
    const group = { kind: 'group', language: 'en' } as const;
    for (const caseId of [one, two]) await followCase(world.ctx, { ...group, chatId: from, caseId });
    for (const caseId of [two, three]) await followCase(world.ctx, { ...group, chatId: to, caseId });
    for (const caseId of [one, two, three]) await broadcast(world, caseId, 'News');
    // The sender has one in hand for the old id: Telegram will refuse it there.
    const { id: old } = (await findSubscriber(world.ctx, { chatId: from }))!;
    const ofOne = world.db.select({ id: broadcasts.id }).from(broadcasts).where(eq(broadcasts.caseId, one));
    await world.db
      .update(deliveries)
      .set({ state: 'attempting' })
      .where(and(eq(deliveries.subscriberId, old), inArray(deliveries.broadcastId, ofOne)));
    await migrateChat(world.ctx, { fromChatId: from, toChatId: to });
    expect(await findSubscriber(world.ctx, { chatId: from })).toBeNull();
    const { id: subscriberId } = (await findSubscriber(world.ctx, { chatId: to }))!;
    expect(await followedCaseIds(world.ctx, { subscriberId })).toEqual(new Set(caseIds));
    const waiting = await world.db
      .select({ state: deliveries.state })
      .from(deliveries)
      .where(eq(deliveries.subscriberId, subscriberId));
    expect(waiting.map(({ state }) => state).toSorted()).toEqual(['attempting', 'planned', 'planned']);
  });
});

it('audits every change, and names no subscriber', async () => {
  const entries = await world.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subjectType, 'subscriber'));
  expect(entries.length).toBeGreaterThan(0);
  expect(
    entries.every(({ actorKind, actor, subjectId }) => actorKind === 'subscriber' && !actor && !subjectId),
  ).toBe(true);
  expect(await world.db.$count(subscribers)).toBeGreaterThan(0);
  expect(await world.db.$count(follows)).toBeGreaterThan(0);
});
