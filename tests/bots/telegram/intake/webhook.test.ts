import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWebhook, maxBodyBytes } from '../../../../src/bots/telegram/intake/webhook.ts';
import { openDatabase } from '../../../../src/db/client.ts';
import { calls, subscribers, updates } from '../../../../src/db/schema/index.ts';
import { safeError } from '../../../../src/log.ts';
import { createWorld, person, say, settle, until, type World } from '../../world.ts';

const secret = 'a-secret-of-the-webhook_42';

let world: World;
let server: { readonly url: string; close(): void };

beforeAll(async () => {
  world = await createWorld();
  server = await listen(createWebhook({ ctx: world.ctx, secret, safeError }));
});
beforeEach(async () => {
  for (const table of [updates, calls, subscribers]) await world.db.delete(table);
});
afterAll(async () => {
  server.close();
  await world.end();
});

async function listen(fetch: (request: Request) => Promise<Response>) {
  const listening = await new Promise<{ port: number; close(): void }>((resolve) => {
    const made = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ port, close: () => void made.close() }),
    );
  });
  return { url: `http://127.0.0.1:${listening.port}/`, close: listening.close };
}

function post(body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url, {
    method: 'POST',
    body,
    headers: { 'x-telegram-bot-api-secret-token': secret, ...headers },
  });
}

const startOf = (chat: number, updateId: number, text = '/start') => ({
  update_id: updateId,
  message: {
    message_id: 1,
    date: 1257854400,
    chat: { id: chat, type: 'private', first_name: 'A' },
    from: { id: chat, is_bot: false, first_name: 'A', language_code: 'en' },
    text,
  },
});

describe('what the webhook answers', () => {
  it('200 once the update is on disk, encrypted', async () => {
    expect((await post(JSON.stringify(startOf(4711, 1)))).status).toBe(200);
    const [row] = await world.db.select().from(updates);
    expect(row?.updateId).toBe(1);
    expect(row?.handledAt).toBeNull();
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('/start');
  });

  it('401 for a missing and for a wrong secret, and keeps nothing', async () => {
    const body = JSON.stringify(startOf(4711, 1));
    expect((await fetch(server.url, { method: 'POST', body })).status).toBe(401);
    for (const wrong of ['x', `${secret}x`, secret.slice(0, -1), '']) {
      expect((await post(body, { 'x-telegram-bot-api-secret-token': wrong })).status).toBe(401);
    }
    expect(await world.db.$count(updates)).toBe(0);
  });

  it.each([
    ['no JSON', '{"update_id": 1'],
    ['nothing', ''],
    ['no object', '[1]'],
    ['no number', '{"message": {}}'],
    ['a number in words', '{"update_id": "1"}'],
    ['a negative number', '{"update_id": -1}'],
    ['a number that is none', '{"update_id": 1e300}'],
  ])('400 for a body with %s', async (_, body) => {
    expect((await post(body)).status).toBe(400);
    expect(await world.db.$count(updates)).toBe(0);
  });

  it('400 for invalid UTF-8', async () => {
    const bytes = Buffer.from(JSON.stringify(startOf(4711, 1, '/start X')));
    bytes[bytes.indexOf('X')] = 0xff;
    expect((await post(bytes)).status).toBe(400);
  });

  it('413 for a body that announces more than a megabyte, and for one that only turns out so', async () => {
    expect((await post(' '.repeat(maxBodyBytes + 1))).status).toBe(413);
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(0x20)),
    });
    const answer = await fetch(server.url, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { 'x-telegram-bot-api-secret-token': secret },
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(await world.db.$count(updates)).toBe(0);
  });

  it('takes a body of exactly a megabyte', async () => {
    const json = JSON.stringify(startOf(4711, 1));
    expect((await post(json.padEnd(maxBodyBytes, ' '))).status).toBe(200);
  });

  it('405 for another method', async () => {
    expect((await fetch(server.url)).status).toBe(405);
  });

  it('503 with Retry-After when the database is down', async () => {
    const down = openDatabase('postgres://nobody@127.0.0.1:1/none', { poolSize: 1 });
    const dead = await listen(createWebhook({ ctx: { ...world.ctx, db: down.db }, secret, safeError }));
    const answer = await fetch(dead.url, {
      method: 'POST',
      body: JSON.stringify(startOf(4711, 1)),
      headers: { 'x-telegram-bot-api-secret-token': secret },
    });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    dead.close();
    await down.close();
    expect(world.logged.join('')).not.toContain('4711');
  });
});

it('keeps a character that was split between two packets', async () => {
  const body = Buffer.from(JSON.stringify(startOf(4711, 1, 'söz ۱')));
  const half = body.indexOf(Buffer.from('ö')) + 1;
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  const answer = new Promise<string>((resolve) => socket.once('data', (data) => resolve(String(data))));
  socket.setNoDelay(true);
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nX-Telegram-Bot-Api-Secret-Token: ${secret}\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  socket.write(body.subarray(0, half));
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.write(body.subarray(half));
  expect(await answer).toContain('200');
  socket.destroy();
  const [row] = await world.db.select().from(updates);
  const opened = world.ctx.inbox.open(row?.sealed ?? new Uint8Array(), { bot: world.ctx.botId, updateId: 1 });
  expect(opened.ok && Buffer.from(opened.value).toString()).toContain('söz ۱');
});

it('handles an update once, however often it comes', async () => {
  const body = JSON.stringify(startOf(4711, 1));
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const bot = world.newBot();
  await bot.start();
  await bot.idle();
  expect((await post(body)).status).toBe(200);
  await bot.idle();
  expect(await world.db.$count(subscribers)).toBe(1);
  expect(await world.db.$count(calls)).toBe(1);
  await bot.stop();
});

it('serves persons through a real webhook: registered with the secret, delivered, answered', async () => {
  const served: { fetch: (request: Request) => Promise<Response> } = {
    fetch: async () => new Response(null, { status: 500 }),
  };
  const mounted = await listen((request) => served.fetch(request));
  const bot = world.newBot({ mode: { kind: 'webhook', url: mounted.url, secret } });
  world.bot = bot;
  if (bot.webhook !== null) served.fetch = bot.webhook;
  await bot.start();
  await until(async () => {
    const info = await world.transport.call<{ url: string }>('getWebhookInfo');
    return info.kind === 'done' && info.result.url === mounted.url;
  });
  const reader = person(world, 'fa');
  await reader.starts();
  await settle(world);
  expect(reader.last()).toContain(say('fa', 'start-choose-language'));
  expect(world.standIn.refusals()).toEqual([]);
  mounted.close();
});
