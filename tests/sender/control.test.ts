import { afterEach, beforeEach, expect, test } from 'vitest';
import { broadcasts, calls } from '../../src/db/schema/index.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import type { BroadcastAction, Role } from '../../src/domain/words.ts';
import { actOnBroadcast } from '../../src/services/broadcasts/act.ts';
import { listDeadLetters } from '../../src/services/broadcasts/dead-letters.ts';
import { resendDeliveries } from '../../src/services/broadcasts/resend.ts';
import { actingAs, type StaffContext } from '../../src/services/context.ts';
import { addStaff } from '../../src/services/staff/add.ts';
import { createWorld, until, type World } from './world.ts';

/* What staff decide, seen by a sender at work. */

let world: World;
let first: StaffContext;
let second: StaffContext;
beforeEach(async () => {
  world = await createWorld();
  first = await member(['approver']);
  second = await member(['approver']);
});
afterEach(() => world.end());

async function member(roles: readonly Role[]): Promise<StaffContext> {
  const reads = ['en'] as const;
  const added = await addStaff(actingAs(world.ctx, { kind: 'operator' }), {
    name: 'Somebody',
    roles,
    reads,
    language: 'en',
  });
  if (!added.ok) throw new Error(added.refusal.code);
  const id = added.value.staffId;
  const actor: StaffActor = {
    kind: 'staff',
    id,
    name: 'Somebody',
    roles,
    languages: reads,
    cases: null,
    via: 'api',
  };
  return actingAs(world.ctx, actor);
}

const broadcast = async () => (await world.db.select().from(broadcasts))[0]!;
async function act(by: StaffContext, action: BroadcastAction): Promise<void> {
  const acted = await actOnBroadcast(by, { broadcastId: (await broadcast()).id, action });
  if (!acted.ok) throw new Error(acted.refusal.code);
}
const sent = async () => (await world.states()).sent ?? 0;
const inHand = async () => (await world.states()).attempting ?? 0;

test('a pause leaves the rest planned, two let it go on, and everybody gets it once', async () => {
  const followers = await world.followers(60);
  await world.broadcast({ text: 'They are free.' });
  world.sender({ limiter: { freePerSecond: 40 } }).start();
  await until(async () => (await sent()) >= 5, world.states);
  await act(first, 'pause');
  await until(async () => (await inHand()) === 0, world.states);
  const stopped = await world.states();
  expect(stopped.planned).toBeGreaterThan(0);
  await act(first, 'resume');
  // One person's word starts nothing: the sender looks, and finds a reply only.
  await world.call({ to: { chatId: world.person() } });
  await until(async () => (await world.db.$count(calls)) === 0);
  expect(await world.states()).toEqual(stopped);
  await act(second, 'resume');
  await until(async () => (await sent()) === 60, world.states);
  for (const { chatId } of followers) expect(world.textsOf(chatId)).toEqual(['They are free.']);
  await until(async () => (await broadcast()).state === 'finished');
});

test('a cancel ends what is left, at once', async () => {
  await world.followers(60);
  await world.broadcast({ text: 'They are free.' });
  world.sender({ limiter: { freePerSecond: 40 } }).start();
  await until(async () => (await sent()) >= 5, world.states);
  await act(first, 'cancel');
  await until(async () => (await inHand()) === 0, world.states);
  const { sent: gone = 0, cancelled = 0, ...others } = await world.states();
  expect(others).toEqual({});
  expect(gone + cancelled).toBe(60);
  expect(cancelled).toBeGreaterThan(0);
});

test('a text that Telegram takes after all goes to everybody when it is sent once more', async () => {
  const followers = await world.followers(10);
  const fault = { kind: 'bad request', description: 'ENTITIES_TOO_LONG' } as const;
  world.standIn.addFault({ fault, method: 'sendMessage', times: 1 });
  // An alert: its words are a template, which needs no approval of its own.
  await world.broadcast({ kind: 'alert', text: 'Tomorrow at ten.' });
  world.sender().start();
  await until(async () => (await broadcast()).state === 'finished', world.states);
  expect(await world.states()).toEqual({ failed: 1, cancelled: 9 });
  const { id: broadcastId } = await broadcast();
  const dead = (await listDeadLetters(first, broadcastId)) ?? [];
  expect(dead.map(({ notResent }) => notResent)).toEqual([null, null]);
  for (const { state, outcome } of dead) {
    expect(await resendDeliveries(first, { broadcastId, state, outcome, language: 'en' })).toMatchObject({
      ok: true,
    });
  }
  await until(async () => (await sent()) === 10, world.states);
  for (const { chatId } of followers) expect(world.textsOf(chatId)).toEqual(['Tomorrow at ten.']);
  await until(async () => (await broadcast()).state === 'finished');
});
