import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProbeAnswer } from '../../src/api/deps.ts';
import { createMetrics } from '../../src/api/metrics.ts';
import { beats, updates } from '../../src/db/schema/index.ts';
import { dispatchNextAlert } from '../../src/services/alerts/dispatch.ts';
import { beatAge } from '../../src/services/beats/age.ts';
import { beat } from '../../src/services/beats/beat.ts';
import { announce, pair } from '../helpers/hearing.ts';
import { type ApiWorld, apiWorld } from './world.ts';

describe('/readyz', () => {
  let world: ApiWorld;
  let telegram: () => Promise<ProbeAnswer>;

  beforeAll(async () => {
    telegram = async () => ({ ok: true });
    world = await apiWorld({ deps: () => ({ probes: { telegram: () => telegram() } }) });
  });
  afterAll(() => world.close());

  test('is ready when all that is needed is there', async () => {
    expect(await world.request('/readyz')).toMatchObject({
      status: 200,
      json: { ok: true, checks: { database: { ok: true }, telegram: { ok: true } } },
    });
  });

  test('names what is not there, with the remedy', async () => {
    telegram = async () => ({ ok: false, remedy: 'Get a new token.' });
    expect(await world.request('/readyz')).toMatchObject({
      status: 503,
      json: {
        ok: false,
        checks: { database: { ok: true }, telegram: { ok: false, remedy: 'Get a new token.' } },
      },
    });
  });

  test('takes a probe that throws for one that failed, and tells nobody the cause', async () => {
    telegram = async () => {
      throw new Error('the token is 123:secret');
    };
    const answer = await world.request('/readyz');
    expect(answer.status).toBe(503);
    expect(answer.text).not.toContain('secret');
    expect(world.logged.join()).not.toContain('secret');
  });
});

test('a database whose disk is full is not ready, and says what to do', async () => {
  const world = await apiWorld();
  // What PostgreSQL says when it cannot make a file longer.
  await world.sql`
    create function refuse() returns trigger language plpgsql
    as $$ begin raise exception using errcode = 'disk_full'; end $$`;
  await world.sql`create trigger full_disk before insert or update on beats execute function refuse()`;
  const answer = await world.request('/readyz');
  expect(answer.status).toBe(503);
  expect(answer.json).toMatchObject({
    checks: { database: { ok: false, remedy: expect.stringContaining('disk of the database is full') } },
  });
  await world.close();
});

test('/healthz answers without any database, and the admin API says what is missing', async () => {
  const world = await apiWorld({ deps: () => ({ context: () => null }) });
  expect(await world.request('/healthz')).toMatchObject({ status: 200, json: { ok: true } });
  expect((await world.request('/readyz')).status).toBe(503);
  expect(await world.request('/api/admin/posts')).toMatchObject({
    status: 503,
    json: { code: 'not-set-up' },
  });
  await world.close();
});

test('a process without the admin API serves nothing of it', async () => {
  const world = await apiWorld({ deps: () => ({ admin: false }) });
  for (const path of ['/api/admin/posts', '/openapi.json', '/docs']) {
    expect((await world.request(path)).status).toBe(404);
  }
  expect((await world.request('/healthz')).status).toBe(200);
  await world.close();
});

test("Telegram's deliveries are handed on untouched, and others at that address are not", async () => {
  const bodies: Uint8Array[] = [];
  const webhook = {
    path: '/telegram/webhook',
    handle: async (request: Request) => {
      bodies.push(new Uint8Array(await request.arrayBuffer()));
      return new Response(null, { status: 200 });
    },
  };
  const world = await apiWorld({ deps: () => ({ webhook }) });
  const body = new Uint8Array([0x7b, 0xff, 0x7d]);
  expect((await world.request(webhook.path, { method: 'POST', body })).status).toBe(200);
  expect((await world.request(webhook.path)).status).toBe(404);
  expect(bodies).toEqual([body]);
  await world.close();
});

test('a beat is as old as it is by the clock of the database, and not by a replay', async () => {
  const world = await apiWorld({ at: '2009-11-10T00:00:00Z' });
  expect(await beatAge(world.job, 'scheduler')).toBeNull();
  await beat(world.job, 'scheduler');
  expect(await beatAge(world.job, 'scheduler')).toBeLessThan(5);
  await world.db
    .update(beats)
    .set({ at: sql`now() - interval '31 seconds'` })
    .where(eq(beats.role, 'scheduler'));
  expect(await beatAge(world.job, 'scheduler')).toBeGreaterThan(30);
  await world.close();
});

describe('/metrics', () => {
  test('counts things, says how late they are, and names nobody', async () => {
    const world = await apiWorld({ at: '2009-11-09T08:00:00Z' });
    await world.followers('en', 24);
    await announce(world, await pair(world));
    await dispatchNextAlert(world.job);
    await world.followers('en', 1);
    world.clock.advance({ seconds: 90 });
    const answer = await world.request('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(answer.text).toContain('bray_alerts{kind="announced",state="dispatched"} 1');
    expect(answer.text).toContain('bray_alerts{kind="reminder",state="pending"} 2');
    expect(answer.text).toContain('bray_deliveries{state="planned",outcome="none"} 20\n');
    expect(answer.text).toContain('bray_lag_seconds{what="deliveries"} 90');
    expect(answer.text).toContain('bray_lag_seconds{what="alerts"} 0');
    expect(answer.text).toMatch(/^bray_process_cpu_seconds_total /m);
    expect(answer.text).not.toMatch(/follower|subscriber|donkey|[0-9a-f]{8}-[0-9a-f]{4}/i);
    for (const line of answer.text.split('\n')) {
      expect(line).toMatch(/^(?:$|# (?:HELP|TYPE) \w+ .+|\w+(?:\{[^}]*\})? [-+.\deInfNa]+)$/);
    }
    await world.close();
  });

  test('tells of nobody alone: neither that somebody was sent something, nor that they spoke', async () => {
    const world = await apiWorld({ at: '2009-11-09T08:00:00Z' });
    await world.followers('en', 19);
    await announce(world, await pair(world));
    await dispatchNextAlert(world.job);
    const spoke = (updateId: number, given: object) =>
      world.db
        .insert(updates)
        .values({ botId: world.botId, updateId, receivedAt: world.clock.now(), ...given });
    await spoke(1, { handledAt: world.clock.now() });
    await spoke(2, {});
    const quiet = await createMetrics(world.job).metrics();
    expect(quiet).toContain('bray_alerts{');
    expect(quiet).not.toMatch(/^bray_(?:deliveries|updates|calls)\{/m);
    // That something could not be handled is no follower's doing, and must be seen at once.
    await spoke(3, { attempts: 99 });
    expect(await createMetrics(world.job).metrics()).toContain('bray_updates{state="given-up"} 1\n');
    await world.close();
  });

  test('asks the database once in a while, however often it is asked', async () => {
    const world = await apiWorld();
    await world.request('/metrics');
    const metrics = createMetrics(world.job);
    await metrics.metrics();
    await world.followers('en', 1);
    await announce(world, await pair(world));
    expect(await metrics.metrics()).not.toContain('bray_alerts{');
    expect(await createMetrics(world.job).metrics()).toContain('bray_alerts{');
    await world.close();
  });
});
