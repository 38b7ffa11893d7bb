import { connect } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, apiWorld, type Client } from './world.ts';

let world: ApiWorld;
let author: Client;

beforeAll(async () => {
  world = await apiWorld();
  author = await world.client(await world.staff(['author']));
});
afterAll(() => world.close());

function send(body: BodyInit, headers: Record<string, string> = {}, path = '/api/admin/posts') {
  return world.request(path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${author.token}`, 'Content-Type': 'application/json', ...headers },
    body,
  });
}

describe('a body', () => {
  test('that is no UTF-8 is refused with the place, and nothing of it is kept', async () => {
    const valid = new TextEncoder().encode('{"caseId":"","sourceLanguage":"az","text":"Əli');
    const answer = await send(new Uint8Array([...valid, 0xc3, 0x28, 0x22, 0x7d]));
    expect(answer).toMatchObject({
      status: 400,
      json: {
        code: 'body-not-utf8',
        detail: `The byte at ${valid.length + 1} (counted from 0) cannot stand there.`,
      },
    });
  });

  test('that ends in the middle of a character is refused', async () => {
    const answer = await send(new Uint8Array([0x22, 0xd9]));
    expect(answer.json).toMatchObject({ code: 'body-not-utf8' });
  });

  test('that is broken JSON is refused with the place and without quoting it', async () => {
    const answer = await send('{\n  "text": "secret words",\n  oops\n}');
    expect(answer).toMatchObject({
      status: 400,
      json: { code: 'body-not-json', detail: 'It goes astray in line 3, character 3.' },
    });
    expect(answer.text).not.toContain('oops');
    expect(await send('{"text": "cut o')).toMatchObject({ status: 400, json: { code: 'body-not-json' } });
  });

  test('of more than 1 MiB is refused, whether its length is declared or not', async () => {
    const large = JSON.stringify({ text: 'a'.repeat(1_048_576) });
    expect(await send(large)).toMatchObject({
      status: 413,
      json: { code: 'body-too-large', detail: 'At most 1048576 bytes are read.' },
    });
    const status = await chunked(large);
    expect(status).toBe(413);
  });

  test('of another type is refused', async () => {
    expect(await send('text=a', { 'Content-Type': 'text/plain' })).toMatchObject({
      status: 415,
      json: { code: 'body-type-unknown' },
    });
  });

  test('that is not there has every fault named', async () => {
    const answer = await author.post('/posts');
    expect(answer).toMatchObject({ status: 422, json: { code: 'input-invalid' } });
    const fields = answer.read<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
    expect(fields.toSorted()).toEqual(['caseId', 'sourceLanguage', 'text']);
  });
});

/** Sends a body in chunks, without its length, and answers the status line's number. */
async function chunked(body: string): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const socket = connect(world.port, '127.0.0.1');
  let received = '';
  socket.on('data', (data) => {
    received += data.toString('latin1');
    const status = /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1];
    if (status !== undefined) resolve(Number(status));
  });
  socket.on('error', reject);
  socket.write(
    `POST /api/admin/posts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${author.token}\r\n` +
      'Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  for (let at = 0; at < body.length; at += 65_536) {
    const part = body.slice(at, at + 65_536);
    socket.write(`${part.length.toString(16)}\r\n${part}\r\n`);
  }
  socket.write('0\r\n\r\n');
  const status = await promise;
  socket.destroy();
  return status;
}

describe('an address', () => {
  test('that does not exist is a problem of its own', async () => {
    for (const path of ['/nothing', '/api/nothing']) {
      const answer = await world.request(path);
      expect(answer).toMatchObject({ status: 404, json: { code: 'route-unknown', status: 404 } });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    }
    expect(await author.get('/nothing')).toMatchObject({ status: 404, json: { code: 'route-unknown' } });
  });

  test('below the admin API tells a stranger nothing, not even what exists', async () => {
    expect((await world.request('/api/admin/nothing')).status).toBe(401);
    expect((await world.request('/api/admin/posts')).status).toBe(401);
  });

  test('with an id that is none is refused by name', async () => {
    expect(await author.get('/posts/42')).toMatchObject({
      status: 422,
      json: { code: 'input-invalid', errors: [{ field: 'postId' }] },
    });
  });

  test('has a page for each kind of problem', async () => {
    const answer = await world.request('/problems/own-text');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Nobody decides on what they wrote themselves.');
    expect((await world.request('/problems/toString')).status).toBe(404);
  });
});

describe('every answer', () => {
  test.each([['/healthz'], ['/nothing'], ['/api/admin/posts'], ['/openapi.json'], ['/docs'], ['/metrics']])(
    'from %s carries the security headers, and lets no other site in',
    async (path) => {
      const { headers } = await world.request(path, { headers: { Origin: 'https://evil.example' } });
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );
});

describe('the log', () => {
  test('has a line for each request, with the pattern of its path and nothing that was sent', async () => {
    const before = world.logged.length;
    const id = '018e0000-0000-7000-8000-00000000abcd';
    await author.get(`/posts/${id}?limit=7654321`);
    await author.post('/posts', { caseId: id, sourceLanguage: 'en', text: 'words of a post' });
    await world.request('/no-such-path-abcd');
    const lines = world.logged.slice(before).map((line): object => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({
        event: 'request',
        method: 'GET',
        route: '/api/admin/posts/:postId',
        status: 404,
      }),
      expect.objectContaining({ event: 'request', method: 'POST', route: '/api/admin/posts', status: 404 }),
      expect.objectContaining({ event: 'request', method: 'GET', route: 'unknown', status: 404 }),
    ]);
    expect(world.logged.slice(before).join()).not.toMatch(/abcd|7654321|words|bray_/);
  });

  test('has the cause of what failed under the id that the caller got, who gets nothing else', async () => {
    await world.db.execute(sql`alter table posts rename to posts_away`);
    const answer = await author.get('/posts');
    await world.db.execute(sql`alter table posts_away rename to posts`);
    expect(answer.status).toBe(500);
    const problem = answer.read<{ id: string }>();
    expect(Object.keys(problem).toSorted()).toEqual(['code', 'id', 'remedy', 'status', 'title', 'type']);
    expect(answer.text).not.toMatch(/relation|select|posts/i);
    const line = world.logged.find((logged) => logged.includes('request-failed'));
    expect(line).toContain(problem.id);
    expect(line).not.toMatch(/relation|select/i);
  });
});

test('without a staff site the console says how there will be one, whatever is asked for', async () => {
  for (const path of ['/console', '/console/invitations/x.css', '/console/posts/1.js']) {
    const answer = await world.request(path);
    expect([answer.status, answer.text], path).toEqual([503, expect.stringContaining('STAFF_ORIGIN')]);
  }
  expect((await world.request('/console/style.css')).status).toBe(200);
});
