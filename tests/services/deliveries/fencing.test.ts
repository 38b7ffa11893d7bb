import { eq, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../src/db/client.ts';
import {
  broadcasts,
  calls,
  claims,
  deliveries,
  leases,
  messages,
  subscribers,
} from '../../../src/db/schema/index.ts';
import type { DeliveryId } from '../../../src/domain/ids.ts';
import { checkHeld } from '../../../src/services/deliveries/check-held.ts';
import { type ClaimedDelivery, claimDeliveries } from '../../../src/services/deliveries/claim.ts';
import { claimCalls } from '../../../src/services/deliveries/claim-calls.ts';
import { deletionOf } from '../../../src/services/deliveries/deletion.ts';
import { lookForDue } from '../../../src/services/deliveries/look.ts';
import { nextDue } from '../../../src/services/deliveries/next-due.ts';
import { putBackOrphans } from '../../../src/services/deliveries/put-back-orphans.ts';
import { recover } from '../../../src/services/deliveries/recover.ts';
import { settleDeliveries } from '../../../src/services/deliveries/settle.ts';
import { manualClock } from '../../helpers/manual-clock.ts';
import { createWorld, type World } from '../../sender/world.ts';

let world: World;
const clock = manualClock();
const look = { limit: 100, except: [], served: new Map() };

beforeEach(async () => {
  world = await createWorld({ clock, anew: true });
  await world.db.insert(leases).values({
    botId: world.ctx.botId,
    holder: 'us',
    epoch: 5,
    expiresAt: Temporal.Now.instant().add({ hours: 1 }),
  });
});
afterEach(() => world.end());

async function due(limit = 100): Promise<DeliveryId[]> {
  const candidates = await lookForDue(world.ctx, { ...look, limit });
  return candidates.flatMap((one) => (one.kind === 'delivery' ? [one.id] : []));
}

async function claim(epoch = 5): Promise<ClaimedDelivery[]> {
  return claimDeliveries(world.ctx, { epoch, ids: await due() });
}

const rows = () => world.sql`select * from deliveries order by id`;

describe('looking', () => {
  test('changes nothing and brings no more than it was asked for', async () => {
    await world.followers(9);
    await world.broadcast({ text: 'first' });
    const before = await rows();
    expect(await due(4)).toHaveLength(4);
    expect(await rows()).toEqual(before);
  });

  test('goes by the rank of the broadcasts, lets cases take turns, and the older broadcast of a case go first', async () => {
    await world.followers(3);
    const other = await world.newCase();
    await world.followersOf(other, 3);
    await world.broadcast({ text: 'a1' });
    clock.advance({ seconds: 1 });
    await world.broadcast({ text: 'a2' });
    await world.broadcast({ text: 'b', caseId: other });
    clock.advance({ seconds: 1 });
    await world.broadcast({ kind: 'alert', text: 'pressing', priority: 10, caseId: other });
    const texts = async (limit: number, served = look.served) => {
      const seen = await lookForDue(world.ctx, { ...look, limit, served });
      const found = await world.sql<{ id: string; text: string }[]>`
        select d.id, m.payload->>'text' as text from deliveries d join messages m on m.id = d.message_id`;
      return seen.map(({ id }) => found.find((row) => row.id === id)?.text);
    };
    const pressing = ['pressing', 'pressing', 'pressing'];
    expect(await texts(100)).toEqual([...pressing, 'a1', 'b', 'a1', 'b', 'a1', 'b', 'a2', 'a2', 'a2']);
    expect(await texts(5)).toEqual([...pressing, 'a1', 'b']);
    expect(await texts(5, new Map([[world.caseId, 7]]))).toEqual([...pressing, 'b', 'a1']);
  });

  test.each(['paused', 'halted', 'cancelled', 'finished'] as const)(
    'sees nothing of a broadcast that is %s',
    async (state) => {
      await world.followers(3);
      await world.broadcast({ text: 'first' });
      await world.db.update(broadcasts).set({ state });
      expect(await due()).toEqual([]);
    },
  );

  test('leaves out what must wait for its chat', async () => {
    await world.followers(3);
    await world.broadcast({ text: 'first' });
    const [first, ...others] = await due();
    const seen = await lookForDue(world.ctx, { ...look, except: [first!] });
    expect(seen.map(({ id }) => id).sort()).toEqual(others.sort());
  });

  test('sees of the calls to one chat only the first, and past it the others', async () => {
    const [a, b] = [world.person(), world.person()];
    const first = await world.call({ to: { chatId: a } });
    await world.call({ to: { chatId: a } });
    const other = await world.call({ to: { chatId: b } });
    expect((await lookForDue(world.ctx, look)).map(({ id }) => id)).toEqual([first, other]);
    await claimCalls(world.ctx, { epoch: 5, ids: [first] });
    expect((await lookForDue(world.ctx, look)).map(({ id }) => id)).toEqual([other]);
  });
});

test('of the notices to one member of the staff only the first is seen', async () => {
  const [a, b] = [await world.staffMember(), await world.staffMember()];
  const first = await world.call({ to: { staffId: a.id } });
  await world.call({ to: { staffId: a.id } });
  const other = await world.call({ to: { staffId: b.id } });
  expect((await lookForDue(world.ctx, look)).map(({ id }) => id)).toEqual([first, other]);
});

describe('claiming', () => {
  test('gives a row to one of two who claim at once', async () => {
    await world.followers(40);
    await world.broadcast({ text: 'first' });
    const ids = await due();
    const halves = await Promise.all([
      claimDeliveries(world.ctx, { epoch: 5, ids }),
      claimDeliveries(world.ctx, { epoch: 5, ids: ids.toReversed() }),
    ]);
    const claimed = halves.flat().map(({ id }) => id);
    expect(new Set(claimed).size).toBe(claimed.length);
    expect(claimed.length).toBe(40);
  });

  test('keeps the order that was asked for', async () => {
    await world.followers(20);
    await world.broadcast({ text: 'first' });
    const ids = (await due()).toReversed();
    expect((await claimDeliveries(world.ctx, { epoch: 5, ids })).map(({ id }) => id)).toEqual(ids);
  });

  test.each([4, 6])('takes nothing under epoch %i when the lease is at 5', async (epoch) => {
    await world.followers(3);
    await world.broadcast({ text: 'first' });
    await world.call({ to: { chatId: world.person() } });
    const candidates = await lookForDue(world.ctx, look);
    expect(await claim(epoch)).toEqual([]);
    const ids = candidates.flatMap((one) => (one.kind === 'call' ? [one.id] : []));
    expect(await claimCalls(world.ctx, { epoch, ids })).toEqual([]);
    expect(await world.states()).toEqual({ planned: 3 });
  });

  test('gives a reader who asked for discretion while it was planned the notice, and the content to the others', async () => {
    const [discreet, open] = await world.followers(2);
    await world.broadcast({ text: 'first' });
    await world.db.update(subscribers).set({ discreet: true }).where(eq(subscribers.id, discreet!.id));
    const claimed = await claim();
    const forms = await world.db.select({ id: messages.id, discreet: messages.discreet }).from(messages);
    const formOf = (follower: typeof open) =>
      forms.find(({ id }) => id === claimed.find((row) => row.subscriberId === follower!.id)?.messageId);
    expect(formOf(discreet)?.discreet).toBe(true);
    expect(formOf(open)?.discreet).toBe(false);
  });

  test('cancels what is of a text that Telegram refuses', async () => {
    await world.followers(2);
    await world.broadcast({ text: 'first' });
    await world.db.update(messages).set({ haltedAt: clock.now(), haltedFor: 'content too-long' });
    expect(await claim()).toEqual([]);
    const found = await world.db
      .select({ state: deliveries.state, outcome: deliveries.outcome })
      .from(deliveries);
    expect(found).toEqual(Array(2).fill({ state: 'cancelled', outcome: 'text-halted' }));
  });

  test('leaves out what was settled since it was seen', async () => {
    await world.followers(3);
    await world.broadcast({ text: 'first' });
    const ids = await due();
    await world.db.update(deliveries).set({ state: 'cancelled' }).where(eq(deliveries.id, ids[0]!));
    expect((await claimDeliveries(world.ctx, { epoch: 5, ids })).map(({ id }) => id)).toEqual(ids.slice(1));
  });
});

describe('settling', () => {
  test('changes nothing for an attempt that is not the last one, or of another epoch', async () => {
    await world.followers(2);
    await world.broadcast({ text: 'first' });
    const [one, two] = await claim();
    const sent = { do: 'sent', deletion: null } as const;
    await settleDeliveries(world.ctx, {
      epoch: 5,
      settlements: [{ delivery: { ...one!, attempts: one!.attempts - 1 }, end: sent }],
    });
    await settleDeliveries(world.ctx, { epoch: 4, settlements: [{ delivery: two!, end: sent }] });
    expect(await world.states()).toEqual({ attempting: 2 });
  });

  test('does not flip an attempt that was begun after it, when its answer was lost and it is repeated', async () => {
    await world.followers(1);
    await world.broadcast({ text: 'first' });
    const [first] = await claim();
    const putBack = { epoch: 5, settlements: [{ delivery: first!, end: { do: 'put-back' } as const }] };
    await settleDeliveries(world.ctx, putBack);
    const [second] = await claim();
    expect(second?.id).toBe(first?.id);
    await settleDeliveries(world.ctx, putBack);
    expect(await world.states()).toEqual({ attempting: 1 });
  });

  test('twice writes the deletion of a discreet message once', async () => {
    await world.follower({ discreet: true });
    await world.broadcast({ text: 'first' });
    const [delivery] = await claim();
    const deletion = deletionOf(world.ctx, {
      chatId: 1,
      chatKey: delivery!.chatKey,
      messageId: 7,
    });
    const input = {
      epoch: 5,
      settlements: [{ delivery: delivery!, end: { do: 'sent', deletion } as const }],
    };
    await settleDeliveries(world.ctx, input);
    await settleDeliveries(world.ctx, input);
    expect(await world.db.$count(calls)).toBe(1);
    expect(await world.states()).toEqual({ sent: 1 });
  });

  test('writes no deletion under an epoch that is over', async () => {
    await world.follower({ discreet: true });
    await world.broadcast({ text: 'first' });
    const [delivery] = await claim();
    await world.db.update(leases).set({ epoch: 6 });
    const deletion = deletionOf(world.ctx, { chatId: 1, chatKey: delivery!.chatKey, messageId: 7 });
    await recover(world.ctx, { epoch: 6 });
    await settleDeliveries(world.ctx, {
      epoch: 5,
      settlements: [{ delivery: delivery!, end: { do: 'sent', deletion } }],
    });
    expect(await world.db.$count(calls)).toBe(0);
    expect(await world.states()).toEqual({ unknown: 1 });
  });
});

test('taking deliveries in hand writes into no index: what an attempt changes is in none', async () => {
  await world.followers(3);
  await world.broadcast({ text: 'post' });
  await world.db.transaction(async (tx) => {
    const ids = await due();
    expect(await claimDeliveries({ ...world.ctx, db: tx }, { epoch: 5, ids })).toHaveLength(3);
    const [written] = await tx.execute(sql`
      select n_tup_upd::int as updated, n_tup_hot_upd::int as "inPlace"
      from pg_stat_xact_user_tables where relname = 'deliveries'`);
    expect(written).toEqual({ updated: 3, inPlace: 3 });
  });
});

describe('recovering', () => {
  test('decides about older epochs only, and only for who holds the lease', async () => {
    await world.followers(2);
    await world.broadcast({ kind: 'alert', text: 'alert' });
    await world.broadcast({ text: 'post' });
    await claim();
    const nothing = { repeated: 0, unknown: 0, callsAgain: 0, callsDropped: 0 };
    expect(await recover(world.ctx, { epoch: 5 })).toEqual(nothing);
    expect(await recover(world.ctx, { epoch: 6 })).toEqual(nothing);
    await world.db.update(leases).set({ epoch: 6 });
    expect(await recover(world.ctx, { epoch: 6 })).toEqual({ ...nothing, repeated: 2, unknown: 2 });
    expect(await recover(world.ctx, { epoch: 6 })).toEqual(nothing);
    expect(await world.states()).toEqual({ planned: 2, unknown: 2 });
  });

  test('forgets no claim once somebody has taken the lease over while it was at it', async () => {
    await world.followers(2);
    await world.broadcast({ text: 'post' });
    await claim();
    await world.db.update(leases).set({ epoch: 6 });
    const before = await world.db.select().from(claims);
    expect(before).toHaveLength(1);
    let takenOver = 0;
    const stopped: Database = new Proxy(world.ctx.db, {
      get: (db, name, receiver) =>
        name === 'transaction'
          ? (work: (tx: Database) => Promise<unknown>) => db.transaction((tx) => work(overtaken(tx)))
          : Reflect.get(db, name, receiver),
    });
    const overtaken = (tx: Database): Database =>
      new Proxy(tx, {
        get: (inner, name, receiver) =>
          name === 'execute'
            ? async (statement: SQL) => {
                // What it found is forgotten and decided in one statement, before which it was stopped.
                if (/with forgotten as/.test(new PgDialect().sqlToQuery(statement).sql)) {
                  takenOver += 1;
                  await world.db.update(leases).set({ epoch: 7 });
                }
                return inner.execute(statement);
              }
            : Reflect.get(inner, name, receiver),
      });
    await recover({ ...world.ctx, db: stopped }, { epoch: 6 });
    expect(takenOver).toBe(1);
    expect(await world.db.select().from(claims)).toEqual(before);
    expect(await world.states()).toEqual({ attempting: 2 });
    expect(await recover(world.ctx, { epoch: 7 })).toMatchObject({ unknown: 2 });
    expect(await world.db.$count(claims)).toBe(0);
  });

  test('and settling repeat nothing of a broadcast that was cancelled meanwhile', async () => {
    await world.followers(2);
    await world.broadcast({ kind: 'alert', text: 'overtaken' });
    const [held] = await claim();
    await world.db.update(broadcasts).set({ state: 'cancelled' });
    await settleDeliveries(world.ctx, {
      epoch: 5,
      settlements: [{ delivery: held!, end: { do: 'put-back' } }],
    });
    expect(await world.states()).toEqual({ attempting: 1, cancelled: 1 });
    await world.db.update(leases).set({ epoch: 6 });
    await recover(world.ctx, { epoch: 6 });
    expect(await world.states()).toEqual({ unknown: 1, cancelled: 1 });
  });

  test('finds by its claim what a sender before us left, and forgets the claim', async () => {
    await world.followers(2);
    await world.broadcast({ text: 'post' });
    await world.db.update(leases).set({ claimsEpoch: 5 });
    const claimed = await claim();
    const [named] = await world.db.select().from(claims);
    expect(new Set(named?.deliveryIds)).toEqual(new Set(claimed.map(({ id }) => id)));
    expect(new Set(claimed.map((one) => one.claim))).toEqual(new Set([named?.id]));
    await world.db.update(leases).set({ epoch: 6 });
    await recover(world.ctx, { epoch: 6 });
    expect(await world.states()).toEqual({ unknown: 2 });
    expect(await world.db.$count(claims)).toBe(0);
  });

  test('looks everywhere after a sender that may have written no claims, and once only', async () => {
    await world.followers(2);
    await world.broadcast({ text: 'post' });
    await claim();
    await world.db.delete(claims);
    // The one of epoch 4 wrote claims, the one of 5 was of an older version.
    await world.db.update(leases).set({ epoch: 6, claimsEpoch: 4 });
    await recover(world.ctx, { epoch: 6 });
    expect(await world.states()).toEqual({ unknown: 2 });
    expect((await world.db.select().from(leases))[0]?.claimsEpoch).toBe(6);
  });

  test('spends the one repeat of an alert: a second crash parks it', async () => {
    await world.followers(1);
    await world.broadcast({ kind: 'alert', text: 'alert' });
    await claim(5);
    await world.db.update(leases).set({ epoch: 6 });
    await recover(world.ctx, { epoch: 6 });
    expect((await claim(6))[0]?.repeat).toBe(true);
    await world.db.update(leases).set({ epoch: 7 });
    await recover(world.ctx, { epoch: 7 });
    expect(await world.states()).toEqual({ unknown: 1 });
  });
});

test('what is put back without an attempt does not stay planned under a broadcast that was cancelled', async () => {
  await world.followers(2);
  await world.broadcast({ text: 'post' });
  const [known] = await claim();
  await world.db.update(broadcasts).set({ state: 'cancelled' });
  expect(await putBackOrphans(world.ctx, { epoch: 5, known: [known!.id] })).toBe(1);
  expect(await world.states()).toEqual({ attempting: 1, cancelled: 1 });
  await settleDeliveries(world.ctx, {
    epoch: 5,
    settlements: [
      { delivery: known!, end: { do: 'again', outcome: 'rate-limited', afterMs: 1000, repeat: false } },
    ],
  });
  const rows = await world.db.select().from(deliveries);
  expect(rows.map(({ state, outcome }) => [state, outcome])).toEqual([
    ['cancelled', 'withdrawn'],
    ['cancelled', 'withdrawn'],
  ]);
  expect(rows.every(({ settledAt }) => settledAt !== null)).toBe(true);
});

test('what is held is asked about: broadcasts that stand still, and rows that are gone', async () => {
  const [, leaves] = await world.followers(2);
  await world.broadcast({ text: 'stops' });
  await world.broadcast({ text: 'goes on' });
  const claimed = await claim();
  const [stops, goesOn] = await world.db.select().from(broadcasts).orderBy(broadcasts.id);
  const held = { broadcasts: [stops!.id, goesOn!.id], deliveries: claimed.map(({ id }) => id) };
  expect(await checkHeld(world.ctx, held)).toEqual({ broadcasts: new Set(), erased: new Set() });
  await world.db.update(broadcasts).set({ state: 'paused' }).where(eq(broadcasts.id, stops!.id));
  await world.db.delete(subscribers).where(eq(subscribers.id, leaves!.id));
  const gone = claimed.filter(({ subscriberId }) => subscriberId === leaves!.id).map(({ id }) => id);
  expect(await checkHeld(world.ctx, held)).toEqual({
    broadcasts: new Set([stops!.id]),
    erased: new Set(gone),
  });
  expect(gone).toHaveLength(2);
});

test('of claims whose answer has come nothing is put back, and a claim that was lost is forgotten with its rows', async () => {
  await world.followers(3);
  await world.broadcast({ text: 'post' });
  const [one, two] = await due();
  const [answered] = await claimDeliveries(world.ctx, { epoch: 5, ids: [one!] });
  await claimDeliveries(world.ctx, { epoch: 5, ids: [two!] });
  expect(await putBackOrphans(world.ctx, { epoch: 5, known: [], answered: [answered!.claim] })).toBe(1);
  expect(await world.states()).toEqual({ attempting: 1, planned: 2 });
  expect((await world.db.select().from(claims)).map(({ id }) => id)).toEqual([answered?.claim]);
});

test('what we attempt and know nothing of is put back, and what we know of is left', async () => {
  await world.followers(3);
  await world.broadcast({ text: 'post' });
  const [known] = await claim();
  const callTo = () => world.call({ to: { chatId: world.person() } });
  const [call, lost] = [await callTo(), await callTo()];
  await claimCalls(world.ctx, { epoch: 5, ids: [call, lost] });
  const inHand = [known!.id, call].values();
  expect(await putBackOrphans(world.ctx, { epoch: 5, known: inHand })).toBe(3);
  expect(await world.states()).toEqual({ attempting: 1, planned: 2 });
  const states = await world.db.select({ id: calls.id, state: calls.state }).from(calls);
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [call, 'attempting'],
      [lost, 'planned'],
    ]),
  );
  const [row] = await world.db.select().from(deliveries).where(eq(deliveries.state, 'attempting'));
  expect(row?.id).toBe(known?.id);
});

test('the next due time is the earliest that lies ahead, of deliveries of any priority and of calls', async () => {
  expect(await nextDue(world.ctx)).toBeNull();
  await world.followers(1);
  await world.broadcast({ text: 'post' });
  await world.broadcast({ kind: 'alert', text: 'alert', priority: 10 });
  // What is due already does not count.
  expect(await nextDue(world.ctx)).toBeNull();
  const at = (hours: number) => clock.now().add({ hours });
  const put = (kind: string, dueAt: Temporal.Instant) =>
    world.sql`
      update deliveries d set due_at = ${dueAt.toString()} from broadcasts b where b.id = d.broadcast_id and b.kind = ${kind}`;
  await put('post', at(3));
  await put('alert', at(2));
  expect((await nextDue(world.ctx))?.toString()).toBe(at(2).toString());
  // What stands still falls due for nobody.
  await world.db.update(broadcasts).set({ state: 'paused' }).where(eq(broadcasts.kind, 'alert'));
  expect((await nextDue(world.ctx))?.toString()).toBe(at(3).toString());
  await world.call({ to: { chatId: world.person() }, dueAt: at(1) });
  expect((await nextDue(world.ctx))?.toString()).toBe(at(1).toString());
});
