import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { alerts, broadcasts, hearings } from '../../src/db/schema/index.ts';
import { type AlertId, type BroadcastId, type HearingId, newId } from '../../src/domain/ids.ts';
import { ProgressBoard } from '../../src/services/broadcasts/board.ts';
import { observeBroadcast } from '../../src/services/broadcasts/observe.ts';
import { revokeStaff } from '../../src/services/staff/revoke.ts';
import { broadcastRow, deliveryRows } from '../helpers/broadcasts.ts';
import type { TestStaff } from '../helpers/campaign.ts';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

const observe = vi.fn(observeBroadcast);
/** Rests end when a test says so. */
let rest = Promise.withResolvers<void>();
const ending = new AbortController();

/** A board that knows how many watch. */
class CountedBoard extends ProgressBoard {
  watching = 0;

  override watch(...args: Parameters<ProgressBoard['watch']>): () => void {
    const stop = super.watch(...args);
    this.watching += 1;
    return () => {
      this.watching -= 1;
      stop();
    };
  }
}
const board = new CountedBoard({ observe, rest: () => rest.promise });

let world: ApiWorld;
let author: TestStaff;
let first: Client;
let second: Client;
let lawyer: Client;

beforeAll(async () => {
  world = await apiWorld({
    deps: () => ({
      board,
      ending: ending.signal,
      heartbeatMs: 50,
    }),
  });
  author = await world.staff(['author']);
  first = await world.client(await world.staff(['approver'], { linked: true }));
  second = await world.client(await world.staff(['approver'], { linked: true }));
  lawyer = await world.client(await world.staff(['lawyer']));
});
afterAll(() => world.close());

/** Lets the board count once more. */
function countAgain(): void {
  const { resolve } = rest;
  rest = Promise.withResolvers<void>();
  resolve();
}

describe('a broadcast over HTTP', () => {
  test('is stopped and started by whom it takes, and shows what is asked', async () => {
    const id = await broadcastRow(world, author, { kind: 'alert' });
    const asked = await lawyer.post(`/broadcasts/${id}/actions`, { action: 'pause' });
    const lapsesAt = world.clock.now().add({ minutes: 30 }).toString();
    expect(asked).toMatchObject({
      status: 201,
      json: { state: 'running', effect: 'awaits-second-person', lapsesAt, asked: 2 },
    });
    const shown = await first.get(`/broadcasts/${id}`);
    expect(shown.json).toMatchObject({
      state: 'running',
      request: { action: 'pause', by: expect.any(String), lapsesAt },
      haltedFor: null,
      finishedAt: null,
    });
    const agreed = await second.post(`/broadcasts/${id}/actions`, { action: 'pause' });
    expect(agreed).toMatchObject({
      status: 201,
      json: { state: 'paused', effect: 'done', lapsesAt: null, asked: 0 },
    });
    expect((await first.get(`/broadcasts?limit=1`)).json).toMatchObject({
      items: [{ id, state: 'paused', request: null }],
    });
    world.clock.advance({ minutes: 30 });
    expect(await first.post(`/broadcasts/${id}/actions`, { action: 'stop' })).toMatchObject({
      status: 422,
      json: { code: 'input-invalid' },
    });
    await world.db.update(broadcasts).set({ state: 'finished' }).where(eq(broadcasts.id, id));
    expect(await first.post(`/broadcasts/${id}/actions`, { action: 'resume' })).toMatchObject({
      status: 409,
      json: { code: 'action-impossible', detail: expect.stringContaining('finished') },
    });
  });

  test('shows no request that has lapsed', async () => {
    const id = await broadcastRow(world, author, { kind: 'alert' });
    await first.post(`/broadcasts/${id}/actions`, { action: 'cancel' });
    world.clock.advance({ minutes: 30 });
    expect((await first.get(`/broadcasts/${id}`)).json).toMatchObject({ request: null });
  });

  test('lists its dead letters, and sends a class of them once more', async () => {
    const id = await broadcastRow(world, author, { kind: 'alert', state: 'finished' });
    await deliveryRows(world, id, { count: 25, state: 'failed', outcome: 'no-rights' });
    await deliveryRows(world, id, { count: 1, state: 'cancelled', outcome: 'expired' });
    expect((await lawyer.get(`/broadcasts/${id}/dead-letters`)).json).toEqual({
      items: [
        { state: 'cancelled', outcome: 'expired', language: 'en', count: '<20', notResent: 'too-late' },
        { state: 'failed', outcome: 'no-rights', language: 'en', count: 25, notResent: null },
      ],
    });
    const again = (outcome: string, state: string) =>
      first.post(`/broadcasts/${id}/resends`, { state, outcome, language: 'en' });
    expect(await again('expired', 'cancelled')).toMatchObject({
      status: 409,
      json: { code: 'not-resendable', detail: 'Their time is over.' },
    });
    expect(await again('no-rights', 'failed')).toMatchObject({ status: 201, json: { planned: 25 } });
    expect((await first.get(`/broadcasts/${id}`)).json).toMatchObject({
      state: 'running',
      deliveries: { planned: 25 },
    });
  });
});

test('expired alerts are listed page by page, newest first, and no others', async () => {
  const made: AlertId[] = [];
  for (const state of ['expired', 'pending', 'expired', 'dispatched', 'expired'] as const) {
    const hearingId = newId<HearingId>();
    const { campaignId, caseId, clock } = world;
    await world.db.insert(hearings).values({ id: hearingId, campaignId, caseId, createdAt: clock.now() });
    const id = newId<AlertId>();
    await world.db.insert(alerts).values({
      id,
      campaignId,
      caseId,
      hearingId,
      revision: 1,
      kind: 'reminder',
      leadTime: '1d',
      dueAt: clock.now(),
      notAfter: clock.now().add({ hours: 1 }),
      state,
    });
    if (state === 'expired') made.unshift(id);
  }
  const page = await lawyer.get('/expired-alerts?limit=2');
  const { items, next } = page.read<{ items: { id: AlertId }[]; next: AlertId }>();
  expect(items.map(({ id }) => id)).toEqual(made.slice(0, 2));
  expect(items[0]).toMatchObject({ kind: 'reminder', leadTime: '1d', revision: 1, caseId: world.caseId });
  const rest = await lawyer.get(`/expired-alerts?before=${next}`);
  expect(rest.json).toMatchObject({ items: [{ id: made[2] }], next: null });
});

/** Reads an answer of events piece by piece. */
async function listen(client: Client, id: BroadcastId) {
  const gone = new AbortController();
  const response = await fetch(`${world.url}/api/admin/broadcasts/${id}/progress`, {
    headers: { Authorization: `Bearer ${client.token}` },
    signal: gone.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let unread = '';
  /** The next event or comment; null at the end. */
  async function next(): Promise<string | null> {
    for (;;) {
      const end = unread.indexOf('\n\n');
      if (end >= 0) {
        const event = unread.slice(0, end);
        unread = unread.slice(end + 2);
        return event;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      unread += value;
    }
  }
  async function nextEvent(): Promise<Record<string, unknown> | null> {
    for (;;) {
      const event = await next();
      if (event === null) return null;
      const data = /^event: progress\ndata: (.*)$/.exec(event)?.[1];
      if (data !== undefined) return JSON.parse(data);
    }
  }
  return { response, next, nextEvent, leave: () => gone.abort() };
}

describe('the progress of a broadcast, live', () => {
  afterEach(() => {
    observe.mockClear();
    countAgain();
  });

  test('comes at once, then when it changes, and ends when the broadcast is over', async () => {
    const id = await broadcastRow(world, author);
    await deliveryRows(world, id, { count: 100, state: 'planned' });
    const { response, nextEvent } = await listen(lawyer, id);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(await nextEvent()).toEqual({
      state: 'running',
      haltedFor: null,
      deliveries: {
        planned: 100,
        attempting: '<20',
        sent: '<20',
        failed: '<20',
        unknown: '<20',
        cancelled: '<20',
      },
      percent: 0,
      perSecond: null,
      secondsLeft: null,
      waitsUntil: null,
      over: false,
    });
    await world.sql`update deliveries set state = 'sent', outcome = 'sent' where broadcast_id = ${id}`;
    countAgain();
    expect(await nextEvent()).toMatchObject({ percent: 100, deliveries: { sent: 100 }, over: false });
    await world.db.update(broadcasts).set({ state: 'finished' }).where(eq(broadcasts.id, id));
    countAgain();
    expect(await nextEvent()).toMatchObject({ state: 'finished', over: true });
    expect(await nextEvent()).toBeNull();
  });

  test('is counted once for all who listen, and no more when the last has gone', async () => {
    const id = await broadcastRow(world, author);
    const lines = [await listen(first, id), await listen(second, id), await listen(lawyer, id)];
    for (const line of lines) await line.nextEvent();
    expect(observe).toHaveBeenCalledTimes(1);
    expect(board.watching).toBe(3);
    for (const line of lines) line.leave();
    // What nobody watches the board no longer counts: its own tests show it.
    await expect.poll(() => board.watching, { timeout: 5000 }).toBe(0);
  });

  test('says that the line stands while nothing changes', async () => {
    const id = await broadcastRow(world, author, { state: 'paused' });
    const { next, nextEvent, leave } = await listen(first, id);
    expect(await nextEvent()).toMatchObject({ state: 'paused' });
    expect(await next()).toMatch(/^:/);
    leave();
  });

  test('is refused like everything else', async () => {
    const unknown = await first.get(`/broadcasts/${newId<BroadcastId>()}/progress`);
    expect(unknown).toMatchObject({ status: 404, json: { code: 'broadcast-unknown' } });
  });

  test('fails without a word of why', async () => {
    observe.mockRejectedValueOnce(new Error('a secret'));
    const id = await broadcastRow(world, author);
    const { nextEvent } = await listen(first, id);
    expect(await nextEvent()).toBeNull();
    expect(world.logged.join('\n')).not.toContain('secret');
  });

  test('ends for whoever is taken off the staff, and when the service ends', async () => {
    const id = await broadcastRow(world, author);
    const spy = await world.staff(['translator']);
    const watched = await listen(await world.client(spy), id);
    await watched.nextEvent();
    await revokeStaff(world.operator, spy.id);
    expect(await watched.nextEvent()).toBeNull();
    const other = await listen(first, id);
    await other.nextEvent();
    ending.abort();
    expect(await other.nextEvent()).toBeNull();
  });
});
