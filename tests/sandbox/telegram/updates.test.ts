import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bench, until } from './helper.ts';

describe('getUpdates', () => {
  const ids = (answer: { result: { update_id: number }[] }) => answer.result.map((u) => u.update_id);

  test('gives updates again until their offset is confirmed; ids grow by one', async () => {
    const { call, standIn, user } = await bench();
    for (const text of ['a', 'b', 'c']) standIn.userSends({ user, text });
    const [first = 0, ...rest] = ids(await call('getUpdates'));
    expect(rest).toEqual([first + 1, first + 2]);
    expect(ids(await call('getUpdates', { limit: 2 }))).toEqual([first, first + 1]);
    expect(ids(await call('getUpdates', { offset: first + 1 }))).toEqual([first + 1, first + 2]);
    expect(ids(await call('getUpdates'))).toEqual([first + 1, first + 2]);
    expect(ids(await call('getUpdates', { offset: first + 3 }))).toEqual([]);
    expect(standIn.updates().map((u) => u.state)).toEqual(['handled', 'handled', 'handled']);
  });

  test('a negative offset forgets all but the last', async () => {
    const { call, standIn, user } = await bench();
    for (const text of ['a', 'b', 'c']) standIn.userSends({ user, text });
    const answer = await call('getUpdates', { offset: -1 });
    expect(answer.result).toMatchObject([{ message: { text: 'c' } }]);
  });

  test('waits for the next update, or until the time is over', async () => {
    const { call, standIn, user } = await bench();
    const waiting = call('getUpdates', { timeout: 10 });
    setTimeout(() => standIn.userSends({ user, text: 'late' }), 50);
    const answer = await waiting;
    expect(answer.result).toMatchObject([{ message: { text: 'late' } }]);
    const [late = 0] = ids(answer);
    const started = performance.now();
    const empty = await call('getUpdates', { offset: late + 1, timeout: 1 });
    expect(empty.result).toEqual([]);
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  test('a second poller ends the first with 409', async () => {
    const { call, standIn, user } = await bench();
    const first = call('getUpdates', { timeout: 10 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = call('getUpdates', { timeout: 10 });
    expect(await first).toMatchObject({
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    standIn.userSends({ user, text: 'x' });
    expect((await second).result).toHaveLength(1);
  });

  test('with a webhook set is refused, and setting one ends a poll', async () => {
    const { call } = await bench();
    const polling = call('getUpdates', { timeout: 10 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await call('setWebhook', { url: 'http://127.0.0.1:9/hook' });
    expect((await polling).description).toBe('Conflict: terminated by setWebhook request');
    expect((await call('getUpdates')).description).toMatch(
      /^Conflict: can't use getUpdates method while webhook is active/,
    );
    await call('deleteWebhook');
    expect((await call('getUpdates')).ok).toBe(true);
  });

  test('allowed_updates holds for what comes later, and stays', async () => {
    const { call, standIn, user } = await bench();
    await call('getUpdates', { allowed_updates: ['callback_query'] });
    standIn.userSends({ user, text: 'x' });
    standIn.userTaps({ user, messageId: 1, button: { data: 'x' } });
    expect((await call('getUpdates')).result.map((u) => Object.keys(u)[1])).toEqual(['callback_query']);
    await call('getUpdates', { allowed_updates: [] });
    standIn.userSends({ user, text: 'x' });
    expect((await call('getUpdates')).result).toHaveLength(2);
  });

  test('chat_member comes only when it is asked for', async () => {
    const { call, standIn, user, bot } = await bench();
    const chat = standIn.createGroup({ owner: user, supergroup: true }).id;
    standIn.setMember({ chat, user: bot.id, status: 'administrator' });
    const types = () => standIn.updates().map((u) => u.type);
    standIn.setMember({ chat, user: standIn.createUser().id, status: 'member' });
    expect(types()).not.toContain('chat_member');
    await call('getUpdates', { allowed_updates: ['chat_member', 'message'] });
    standIn.setMember({ chat, user: standIn.createUser().id, status: 'member' });
    expect(types()).toContain('chat_member');
  });

  test('updates are kept a day', async () => {
    let now = 0;
    const { call, standIn, user } = await bench({ monotonic: () => now });
    standIn.userSends({ user, text: 'x' });
    now = 24 * 3600 * 1000 - 1;
    expect((await call('getUpdates')).result).toHaveLength(1);
    now += 1;
    expect((await call('getUpdates')).result).toHaveLength(0);
  });

  test('held updates wait; a replayed one comes once more with its old id', async () => {
    const { call, standIn, user } = await bench();
    standIn.hold({ held: true });
    const { updateId } = standIn.userSends({ user, text: 'x' });
    expect((await call('getUpdates')).result).toEqual([]);
    standIn.hold({ held: false });
    expect(ids(await call('getUpdates', { offset: 0 }))).toEqual([updateId]);
    expect(ids(await call('getUpdates', { offset: updateId! + 1 }))).toEqual([]);
    standIn.replay({ updateId: updateId! });
    expect(ids(await call('getUpdates', { offset: updateId! + 1 }))).toEqual([updateId]);
    expect(ids(await call('getUpdates', { offset: updateId! + 1 }))).toEqual([]);
    expect(() => standIn.replay({ updateId: 1 })).toThrow();
  });
});

interface Delivery {
  headers: IncomingMessage['headers'];
  update: { update_id: number; message?: { text: string; chat: { id: number } } };
  at: number;
  answer: (status: number, headers?: Record<string, string>, body?: string) => void;
}

/** A bot's webhook: every delivery is noted; `answer` decides, or the test answers by hand. */
async function hook(respond: ((delivery: Delivery, index: number) => void) | null) {
  const deliveries: Delivery[] = [];
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const delivery: Delivery = {
        headers: request.headers,
        update: JSON.parse(body),
        at: performance.now(),
        answer: (status, headers = {}, text = '') => response.writeHead(status, headers).end(text),
      };
      deliveries.push(delivery);
      respond?.(delivery, deliveries.length - 1);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, deliveries, server };
}

describe('webhooks', () => {
  test('get updates as JSON with the secret, also those that waited', async () => {
    const { call, standIn, user } = await bench();
    const { url, deliveries } = await hook((d) => d.answer(200));
    standIn.userSends({ user, text: 'əvvəl' });
    expect((await call('setWebhook', { url, secret_token: 'a-b_C1' })).result).toBe(true);
    standIn.userSends({ user, text: 'sonra' });
    await until(() => deliveries.length === 2);
    expect(deliveries.map((d) => d.update.message?.text)).toEqual(['əvvəl', 'sonra']);
    expect(deliveries[0]?.headers['x-telegram-bot-api-secret-token']).toBe('a-b_C1');
    expect(deliveries[0]?.headers['content-type']).toBe('application/json');
    await until(() => standIn.updates().every((u) => u.state === 'handled' && u.by === 'webhook'));
    expect((await call('getWebhookInfo')).result).toMatchObject({
      url,
      pending_update_count: 0,
      max_connections: 40,
    });
  });

  test('are tried again at once, then later and later, in order, until they answer 2xx', async () => {
    const { call, standIn, user } = await bench({ webhookSecondMs: 20 });
    const { url, deliveries } = await hook((d, index) => d.answer(index < 4 ? 500 : 200));
    await call('setWebhook', { url });
    standIn.userSends({ user, text: 'a' });
    standIn.userSends({ user, text: 'b' });
    await until(() => deliveries.length === 6);
    expect(deliveries.map((d) => d.update.message?.text)).toEqual(['a', 'a', 'a', 'a', 'a', 'b']);
    const gap = (index: number) => deliveries[index]!.at - deliveries[index - 1]!.at;
    expect(gap(2)).toBeGreaterThan(35);
    expect(gap(3)).toBeGreaterThan(75);
    expect(gap(4)).toBeGreaterThan(155);
    const { result } = await call('getWebhookInfo');
    expect(result.last_error_message).toBe('Wrong response from the webhook: 500 Internal Server Error');
    expect(result.last_error_date).toBeTypeOf('number');
  });

  test('may say when to come back', async () => {
    const { call, standIn, user } = await bench({ webhookSecondMs: 10 });
    const { url, deliveries } = await hook((d, index) =>
      index === 0 ? d.answer(503, { 'Retry-After': '30' }) : d.answer(200),
    );
    await call('setWebhook', { url });
    standIn.userSends({ user, text: 'a' });
    await until(() => deliveries.length === 2);
    expect(deliveries[1]!.at - deliveries[0]!.at).toBeGreaterThan(290);
  });

  test('that cannot be reached keep their updates', async () => {
    const { call, standIn, user } = await bench({ webhookSecondMs: 5 });
    const { url, server } = await hook(null);
    await new Promise((resolve) => server.close(resolve));
    await call('setWebhook', { url });
    standIn.userSends({ user, text: 'a' });
    await expect
      .poll(async () => (await call('getWebhookInfo')).result)
      .toMatchObject({
        pending_update_count: 1,
        last_error_message: 'Connection refused',
      });
  });

  test('get several chats at once, up to max_connections, but one chat in order', async () => {
    const { call, standIn, user } = await bench();
    const others = [standIn.createUser().id, standIn.createUser().id];
    const { url, deliveries } = await hook(null);
    await call('setWebhook', { url, max_connections: 2 });
    for (const text of ['1', '2'])
      for (const person of [user, ...others]) standIn.userSends({ user: person, text });
    await until(() => deliveries.length === 2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(deliveries.map((d) => [d.update.message?.chat.id, d.update.message?.text])).toEqual([
      [user, '1'],
      [others[0], '1'],
    ]);
    for (let i = 0; i < 6; i++) {
      await until(() => deliveries.length > i);
      deliveries[i]!.answer(200);
    }
    for (const person of [user, ...others]) {
      const texts = deliveries
        .filter((d) => d.update.message?.chat.id === person)
        .map((d) => d.update.message?.text);
      expect(texts).toEqual(['1', '2']);
    }
  });

  test('can answer with a method, which is carried out', async () => {
    const { call, standIn, user } = await bench();
    const { url } = await hook((d, index) =>
      d.answer(
        200,
        { 'Content-Type': 'application/json' },
        JSON.stringify(
          index === 0 ? { method: 'sendMessage', chat_id: user, text: 'reply' } : { method: 'deleteWebhook' },
        ),
      ),
    );
    await call('setWebhook', { url });
    standIn.userSends({ user, text: 'a' });
    await until(() => standIn.ledger({ chat: user }).length === 1);
    expect(standIn.ledger({ chat: user })[0]).toMatchObject({ method: 'sendMessage', text: 'reply' });
    standIn.userSends({ user, text: 'b' });
    await until(() => standIn.updates().every((u) => u.state === 'handled'));
    expect((await call('getWebhookInfo')).result.url).toBe(url);
  });

  test('get a replayed update with its old id, and nothing while held', async () => {
    const { call, standIn, user } = await bench();
    const { url, deliveries } = await hook((d) => d.answer(200));
    await call('setWebhook', { url });
    const { updateId } = standIn.userSends({ user, text: 'a' });
    await until(() => standIn.updates().every((u) => u.state === 'handled'));
    standIn.hold({ held: true });
    standIn.userSends({ user, text: 'b' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(deliveries).toHaveLength(1);
    standIn.hold({ held: false });
    await until(() => deliveries.length === 2);
    standIn.replay({ updateId: updateId! });
    await until(() => deliveries.length === 3);
    expect(deliveries[2]?.update.update_id).toBe(updateId);
  });

  test.each([
    [{ url: 'nonsense' }, 'invalid webhook URL specified'],
    [{ url: 'ftp://example.org/' }, 'invalid webhook URL specified'],
    [
      { url: 'https://example.org/', secret_token: 'with space' },
      'secret token contains unallowed characters',
    ],
    [{ url: 'https://example.org/', secret_token: 'x'.repeat(257) }, 'secret token is too long'],
    [{ url: 'https://example.org/', max_connections: 101 }, 'max_connections must be between 1 and 100'],
    [{ url: 'http://example.org/' }, 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      { url: 'https://example.org:5000/' },
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
  ])('are refused as %o', async (parameters, description) => {
    const { call } = await bench({ webhookUrls: 'public' });
    expect((await call('setWebhook', parameters)).description).toBe(`Bad Request: ${description}`);
  });

  test('drop_pending_updates', async () => {
    const { call, standIn, user } = await bench();
    standIn.userSends({ user, text: 'a' });
    await call('deleteWebhook', { drop_pending_updates: true });
    expect((await call('getUpdates')).result).toEqual([]);
  });
});
