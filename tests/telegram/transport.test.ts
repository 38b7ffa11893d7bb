import { inspect } from 'node:util';
import { Dispatcher } from 'undici';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Exchange } from '../../src/http/exchange.ts';
import { createTransport, type Transport } from '../../src/telegram/transport.ts';
import { closedPort, httpServer, type Listening, tcpServer } from './raw-server.ts';

const TOKEN = '123456:test-Token_of-nobody';
const SECRETS = /test-Token_of-nobody|98765432101|words of the message/;
const params = { chat_id: 98765432101, text: 'words of the message' };

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

function transportTo(apiRoot: string, options: { timeoutMs?: number; connections?: number } = {}): Transport {
  const transport = createTransport({ apiRoot, token: TOKEN, ...options });
  opened.push(transport);
  return transport;
}

async function serving(server: Promise<Listening>): Promise<Listening> {
  const listening = await server;
  opened.push(listening);
  return listening;
}

/** Waits by turns of the event loop, for tests in which no timer runs. */
async function arrived(list: readonly unknown[], count: number): Promise<void> {
  while (list.length < count) await new Promise((resolve) => setImmediate(resolve));
}

const headOf = (body: string, length = Buffer.byteLength(body)) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

async function outcomeOf(root: string, options: { timeoutMs?: number } = {}) {
  const outcome = await transportTo(root, options).call('sendMessage', params);
  expect(`${JSON.stringify(outcome)} ${inspect(outcome, { depth: 9 })}`).not.toMatch(SECRETS);
  return outcome;
}

describe('a call', () => {
  it('posts JSON under the token and hands back the result', async () => {
    const seen: { url: string; type: string; body: unknown }[] = [];
    const server = await serving(
      httpServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        seen.push({
          url: request.url ?? '',
          type: request.headers['content-type'] ?? '',
          body: JSON.parse(Buffer.concat(chunks).toString()),
        });
        // Cut inside a character: answers come in pieces.
        const answer = Buffer.from('{"ok":true,"result":{"name":"Elşən"}}');
        response.write(answer.subarray(0, 31));
        setImmediate(() => response.end(answer.subarray(31)));
      }),
    );
    const outcome = await transportTo(`${server.root}/base/`).call('sendMessage', { text: 'Məhkəmə — ۱۱' });
    expect(outcome).toEqual({ kind: 'done', result: { name: 'Elşən' } });
    expect(seen).toEqual([
      { url: `/base/bot${TOKEN}/sendMessage`, type: 'application/json', body: { text: 'Məhkəmə — ۱۱' } },
    ]);
  });

  it('uses a connection again, and opens no more than it may', async () => {
    let atOnce = 0;
    let most = 0;
    const server = await serving(
      httpServer((request, response) => {
        request.resume();
        most = Math.max(most, ++atOnce);
        setTimeout(() => {
          atOnce -= 1;
          response.end('{"ok":true,"result":true}');
        }, 5);
      }),
    );
    const transport = transportTo(server.root, { connections: 3 });
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => transport.call('getMe')));
    expect(outcomes.every(({ kind }) => kind === 'done')).toBe(true);
    expect(server.connections()).toBe(3);
    expect(most).toBe(3);
  });

  it('sends files as multipart, with the other parameters beside them', async () => {
    let form: FormData | undefined;
    const server = await serving(
      httpServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const headers = { 'content-type': request.headers['content-type'] ?? '' };
        form = await new Response(Buffer.concat(chunks), { headers }).formData();
        response.end('{"ok":true,"result":{"message_id":1}}');
      }),
    );
    const bytes = new Uint8Array(300_000).map((_, i) => i % 251);
    const outcome = await transportTo(server.root).call(
      'sendPhoto',
      {
        chat_id: 1,
        caption: 'şəkil\nvə mətn',
        link_preview_options: { is_disabled: true },
        left_out: undefined,
      },
      { uploads: { photo: { content: bytes, filename: 'donkey.jpg' } } },
    );
    expect(outcome.kind).toBe('done');
    expect(form?.get('chat_id')).toBe('1');
    // To the letter: the entities of a caption are told by offsets.
    expect(form?.get('caption')).toBe('şəkil\nvə mətn');
    expect(form?.get('link_preview_options')).toBe('{"is_disabled":true}');
    expect(form?.has('left_out')).toBe(false);
    const photo = form?.get('photo') as File;
    expect(photo.name).toBe('donkey.jpg');
    expect(new Uint8Array(await photo.arrayBuffer())).toEqual(bytes);
  });
});

describe('nothing left this machine: unsent', () => {
  it('when nobody listens', async () => {
    const port = await closedPort();
    expect(await outcomeOf(`http://127.0.0.1:${port}`)).toEqual({ kind: 'unsent', code: 'ECONNREFUSED' });
  });

  it('when the name does not exist', async () => {
    const outcome = await outcomeOf('https://no-such-host.invalid');
    expect(outcome).toMatchObject({ kind: 'unsent', code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) });
  });

  it('when TLS cannot be agreed on', async () => {
    const server = await serving(httpServer((_, response) => response.end()));
    expect((await outcomeOf(`https://127.0.0.1:${server.port}`)).kind).toBe('unsent');
  });

  it('when the other side hangs up in the middle of the TLS handshake', async () => {
    const server = await serving(tcpServer((socket) => socket.once('data', () => socket.destroy())));
    expect((await outcomeOf(`https://127.0.0.1:${server.port}`)).kind).toBe('unsent');
  });

  it('when no connection came free in time; and it does not go out afterwards', async () => {
    const bodies: string[] = [];
    let release = () => {};
    const server = await serving(
      httpServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        bodies.push(body);
        release = () => response.end('{"ok":true,"result":true}');
      }),
    );
    const transport = transportTo(server.root, { connections: 1 });
    const first = transport.call('sendMessage', { text: 'first' }, { timeoutMs: 5000 });
    const second = await transport.call('sendMessage', { text: 'second' }, { timeoutMs: 50 });
    expect(second).toEqual({ kind: 'unsent', code: 'TIMEOUT' });
    release();
    expect((await first).kind).toBe('done');
    const third = transport.call('sendMessage', { text: 'third' });
    await expect.poll(() => bodies.length).toBe(2);
    release();
    expect((await third).kind).toBe('done');
    expect(bodies.join()).not.toContain('second');
  });

  it('when it may not start any more once the connection is there', async () => {
    const bodies: string[] = [];
    const server = await serving(
      httpServer((request, response) => {
        bodies.push(request.url ?? '');
        response.end('{"ok":true,"result":true}');
      }),
    );
    const transport = transportTo(server.root);
    let may = true;
    const stopped = transport.call('sendMessage', params, { mayStart: () => may });
    // As in a process that was stopped while its connection opened.
    may = false;
    expect(await stopped).toEqual({ kind: 'unsent', code: 'NOT_ALLOWED' });
    may = true;
    expect((await transport.call('getMe', {}, { mayStart: () => may })).kind).toBe('done');
    expect(bodies.join()).not.toContain('sendMessage');
  });

  it('when it was given up before, or the transport is closed', async () => {
    const server = await serving(httpServer((_, response) => response.end('{"ok":true,"result":true}')));
    const transport = transportTo(server.root);
    const signal = AbortSignal.abort();
    expect(await transport.call('getMe', {}, { signal })).toEqual({ kind: 'unsent', code: 'ABORTED' });
    await transport.close();
    expect(await transport.call('getMe')).toEqual({ kind: 'unsent', code: 'TRANSPORT_CLOSED' });
    expect(server.connections()).toBe(0);
  });
});

describe('something left and no answer came: unknown, and sent only once', () => {
  const cases: Record<string, (socket: import('node:net').Socket) => void> = {
    'a reset once the request is there': (socket) => socket.once('data', () => socket.resetAndDestroy()),
    'a hang-up once the request is there': (socket) => socket.once('data', () => socket.end()),
    'an answer cut off in its body': (socket) =>
      socket.once('data', () => socket.end(`${headOf('', 40)}{"ok":true,"res`)),
    'an answer cut off in its head': (socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-le')),
    'an answer of no stated length cut off': (socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{"ok":true,"res')),
    'no HTTP at all': (socket) => socket.once('data', () => socket.end('SSH-2.0-x\r\n')),
    'HTML instead of JSON': (socket) =>
      socket.once('data', () => socket.end(`${headOf('<html></html>')}<html></html>`)),
    'a 502 page': (socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n')),
    'a stall': () => {},
    'a stall in the middle of the answer': (socket) =>
      socket.once('data', () => socket.write(`${headOf('', 40)}{"ok":`)),
  };

  it.each(Object.entries(cases))('%s', async (_, onConnection) => {
    const server = await serving(tcpServer(onConnection));
    const outcome = await outcomeOf(server.root, { timeoutMs: 300 });
    expect(outcome.kind).toBe('unknown');
    // Long enough for a hidden second try to show.
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(server.connections()).toBe(1);
  });

  it('a connection that dies with a second call waiting costs that call nothing', async () => {
    let count = 0;
    const server = await serving(
      tcpServer((socket) =>
        socket.on('data', () => {
          const body = '{"ok":true,"result":true}';
          if (++count === 1) socket.resetAndDestroy();
          else socket.write(headOf(body) + body);
        }),
      ),
    );
    const transport = transportTo(server.root, { connections: 1 });
    const [first, second] = await Promise.all([transport.call('getMe'), transport.call('getMe')]);
    expect([first.kind, second.kind]).toEqual(['unknown', 'done']);
    expect(count).toBe(2);
  });

  it('a dispatcher that would put the request on a second connection is stopped', async () => {
    const aborts: unknown[] = [];
    class Repeating extends Dispatcher {
      override dispatch(_: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
        const controller = { abort: (reason: unknown) => aborts.push(reason) } as never;
        handler.onRequestStart?.(controller, undefined);
        expect(aborts).toHaveLength(0);
        handler.onRequestStart?.(controller, undefined);
        return true;
      }
    }
    const exchange = new Exchange({ timeoutMs: 1000, signal: undefined });
    const facts = await exchange.run(new Repeating(), 'http://127.0.0.1', {
      method: 'POST',
      path: '/',
      body: '{}',
      headers: {},
    });
    expect(facts).toEqual({ seen: 'no-answer', code: 'SENT_ONCE_ALREADY' });
    expect(aborts).toHaveLength(1);
  });

  it('an answer larger than any the Bot API gives', async () => {
    const server = await serving(
      tcpServer((socket) =>
        socket.once('data', () => {
          socket.write(headOf('', 40_000_000));
          const piece = Buffer.alloc(1_000_000, 0x20);
          for (let i = 0; i < 40; i++) socket.write(piece);
        }),
      ),
    );
    expect(await outcomeOf(server.root)).toEqual({ kind: 'unknown', code: 'ANSWER_TOO_LARGE' });
  });

  it('being given up after the request left', async () => {
    const giveUp = new AbortController();
    const server = await serving(tcpServer((socket) => socket.once('data', () => giveUp.abort())));
    const outcome = await transportTo(server.root).call('getMe', {}, { signal: giveUp.signal });
    expect(outcome).toEqual({ kind: 'unknown', code: 'ABORTED' });
  });
});

describe('time', () => {
  it('waits far longer than the 8 s that Telegram may sleep: a late answer is an answer', async () => {
    const asked: (() => void)[] = [];
    const server = await serving(
      httpServer((request, response) => {
        request.resume().on('end', () => asked.push(() => response.end('{"ok":true,"result":true}')));
      }),
    );
    const transport = transportTo(server.root);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const late = transport.call('sendMessage', params);
      await arrived(asked, 1);
      vi.advanceTimersByTime(29_000);
      asked[0]!();
      expect(await late).toEqual({ kind: 'done', result: true });

      const never = transport.call('sendMessage', params);
      await arrived(asked, 2);
      vi.advanceTimersByTime(30_000);
      expect(await never).toEqual({ kind: 'unknown', code: 'TIMEOUT' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('counts the wait for the answer from when the request left, not from when it queued', async () => {
    const asked: (() => void)[] = [];
    const server = await serving(
      httpServer((request, response) => {
        request.resume().on('end', () => asked.push(() => response.end('{"ok":true,"result":true}')));
      }),
    );
    const transport = transportTo(server.root, { connections: 1 });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const before = transport.call('sendMessage', params);
      const queued = transport.call('sendMessage', params);
      await arrived(asked, 1);
      vi.advanceTimersByTime(20_000);
      asked[0]!();
      expect((await before).kind).toBe('done');
      await arrived(asked, 2);
      vi.advanceTimersByTime(20_000);
      asked[1]!();
      expect((await queued).kind).toBe('done');
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not take a long upload for a stall', async () => {
    const connected: (() => void)[] = [];
    const received: (() => void)[] = [];
    const server = await serving(
      httpServer((request, response) => {
        request.on('end', () => received.push(() => response.end('{"ok":true,"result":true}')));
        connected.push(() => request.resume());
      }),
    );
    const transport = transportTo(server.root);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const content = new Uint8Array(40_000_000);
      const call = transport.call('sendVideo', {}, { uploads: { video: { content, filename: 'long.mp4' } } });
      await arrived(connected, 1);
      vi.advanceTimersByTime(20_000);
      connected[0]!();
      await arrived(received, 1);
      vi.advanceTimersByTime(20_000);
      received[0]!();
      expect((await call).kind).toBe('done');
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives a poll its own time on top, and a connection that sends do not wait for', async () => {
    let answerPoll = () => {};
    const server = await serving(
      httpServer((request, response) => {
        request.resume();
        const answer = () => response.end('{"ok":true,"result":[]}');
        if (request.url?.endsWith('/getUpdates')) answerPoll = answer;
        else answer();
      }),
    );
    const transport = transportTo(server.root, { connections: 1, timeoutMs: 200 });
    const poll = transport.call('getUpdates', { timeout: 50 });
    expect((await transport.call('sendMessage', {})).kind).toBe('done');
    await new Promise((resolve) => setTimeout(resolve, 400));
    answerPoll();
    expect((await poll).kind).toBe('done');
  });

  it('closes after the calls under way, without waiting for a poll', async () => {
    const body = '{"ok":true,"result":true}';
    const server = await serving(
      httpServer((request, response) => {
        request.resume();
        if (!request.url?.endsWith('/getUpdates')) setTimeout(() => response.end(body), 50);
      }),
    );
    const transport = transportTo(server.root);
    const poll = transport.call('getUpdates', { timeout: 50 });
    const send = transport.call('sendMessage', {});
    await expect.poll(() => server.connections()).toBe(2);
    await transport.close();
    expect((await send).kind).toBe('done');
    expect((await poll).kind).toBe('unknown');
  });
});

describe('faults of the caller', () => {
  it('names a malformed token or address without repeating it', () => {
    for (const token of ['', 'abc', '123456:a b', '123456:a/../b', '123456:x\r\nhost: y']) {
      expect(() => createTransport({ apiRoot: 'https://api.telegram.org', token })).toThrow(/must look like/);
    }
    expect(() => createTransport({ apiRoot: 'ftp://secret', token: TOKEN })).toThrow(/^(?!.*secret)/);
  });

  it('refuses a method name that would change the path', async () => {
    const transport = transportTo('http://127.0.0.1:1');
    await expect(transport.call('../getMe')).rejects.toThrow(/letters only/);
  });
});
