import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inspect } from 'node:util';
import { Context } from 'telegraf';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallFailed, createTelegraf, createTelegram } from '../../src/telegram/telegraf.ts';
import { createTransport, type Transport } from '../../src/telegram/transport.ts';
import { httpServer, type Listening } from './raw-server.ts';

const TOKEN = '123456:test-Token_of-nobody';
const SECRETS = /test-Token_of-nobody|98765432101|words of the reader|Nərgiz/;

const me = {
  id: 1,
  is_bot: true as const,
  first_name: 'Bray',
  username: 'bray_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
};

const update = {
  update_id: 7,
  message: {
    message_id: 3,
    date: 1257945600,
    chat: { id: 98765432101, type: 'private' as const, first_name: 'Nərgiz' },
    from: { id: 98765432101, is_bot: false, first_name: 'Nərgiz' },
    text: 'words of the reader',
  },
};

let server: Listening;
let transport: Transport;
let calls: { method: string; form: FormData | undefined; json: unknown }[] = [];
let answer: (method: string) => { status: number; body: string };

beforeAll(async () => {
  server = await httpServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const type = request.headers['content-type'] ?? '';
    const method = request.url?.split('/').at(-1) ?? '';
    calls.push({
      method,
      json: type === 'application/json' ? JSON.parse(body.toString()) : undefined,
      form: type.startsWith('multipart/')
        ? await new Response(body, { headers: { 'content-type': type } }).formData()
        : undefined,
    });
    const said = answer(method);
    response.writeHead(said.status).end(said.body);
  });
});

afterAll(() => server.close());

beforeEach(() => {
  calls = [];
  answer = () => ({ status: 200, body: '{"ok":true,"result":{"message_id":9}}' });
  transport = createTransport({ apiRoot: server.root, token: TOKEN });
});

afterEach(async () => {
  await transport.close();
  vi.restoreAllMocks();
});

describe('a telegraf bot', () => {
  it('makes its replies through the transport, and asks nothing on its own', async () => {
    const bot = createTelegraf(transport, me);
    bot.on('text', (ctx) => ctx.reply('Salam', { link_preview_options: { is_disabled: true } }));
    await bot.handleUpdate(update);
    expect(calls).toEqual([
      {
        method: 'sendMessage',
        json: { chat_id: 98765432101, text: 'Salam', link_preview_options: { is_disabled: true } },
        form: undefined,
      },
    ]);
  });

  it('never answers in the response to a webhook', async () => {
    const bot = createTelegraf(transport, me);
    bot.on('text', (ctx) => ctx.sendChatAction('typing'));
    const response = { writableEnded: false, headersSent: false, end: vi.fn(), setHeader: vi.fn() };
    await bot.handleUpdate(update, response as never);
    expect(calls.map(({ method }) => method)).toEqual(['sendChatAction']);
    expect(response.end.mock.calls.flat()).toEqual([]);
  });

  it('keeps contexts of a bot’s own kind', async () => {
    class CaseContext extends Context {
      get shout(): string {
        return `${this.text}!`;
      }
    }
    const bot = createTelegraf(transport, me, CaseContext);
    bot.on('text', async (ctx) => {
      await ctx.reply(ctx.shout);
    });
    await bot.handleUpdate(update);
    expect(calls[0]?.json).toMatchObject({ text: 'words of the reader!' });
  });

  it('throws what a handler threw, and prints nothing', async () => {
    const printed = [vi.spyOn(console, 'error'), vi.spyOn(console, 'log'), vi.spyOn(process.stderr, 'write')];
    const bot = createTelegraf(transport, me);
    bot.on('text', () => {
      throw new Error('a fault of the handler');
    });
    await expect(bot.handleUpdate(update)).rejects.toThrow('a fault of the handler');
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });

  it('throws a refusal with its class and without anything personal', async () => {
    answer = () => ({
      status: 403,
      body: '{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}',
    });
    const bot = createTelegraf(transport, me);
    bot.on('text', (ctx) => ctx.reply(`words of the reader`));
    const error: unknown = await bot.handleUpdate(update).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CallFailed);
    expect(error).toMatchObject({
      message: 'sendMessage: refused (unreachable)',
      outcome: { refusal: { class: 'unreachable' } },
    });
    expect(`${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)}`).not.toMatch(SECRETS);
  });
});

describe('a telegraf client', () => {
  it('leaves nulls out, as telegraf does', async () => {
    await createTelegram(transport).callApi('sendMessage', {
      chat_id: 1,
      text: 'x',
      entities: null as never,
    });
    expect(calls[0]?.json).toEqual({ chat_id: 1, text: 'x' });
  });

  it('uploads files from bytes, paths and streams, alone and in lists', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bray-upload-'));
    try {
      await writeFile(join(folder, 'court.jpg'), 'from a path');
      const telegram = createTelegram(transport);
      await telegram.sendPhoto(1, { source: Buffer.from('from bytes') }, { caption: 'x' });
      await telegram.sendMediaGroup(1, [
        { type: 'photo', media: { source: join(folder, 'court.jpg') }, caption: 'one' },
        { type: 'photo', media: { source: Readable.from([Buffer.from('from a '), Buffer.from('stream')]) } },
        { type: 'photo', media: 'https://example.org/kept-as-it-is.jpg' },
      ]);

      const photo = calls[0]?.form;
      expect(photo?.get('caption')).toBe('x');
      expect(await attached(photo, photo?.get('photo'))).toBe('from bytes');

      const group = calls[1]?.form;
      const media = JSON.parse(String(group?.get('media'))) as { media: string; caption?: string }[];
      expect(media[0]?.caption).toBe('one');
      expect(await attached(group, media[0]?.media)).toBe('from a path');
      expect(await attached(group, media[1]?.media)).toBe('from a stream');
      expect(media[2]?.media).toBe('https://example.org/kept-as-it-is.jpg');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('fetches no addresses itself', async () => {
    await expect(createTelegram(transport).sendPhoto(1, { url: 'http://127.0.0.1:1/x.jpg' })).rejects.toThrow(
      /as source, not as url/,
    );
    expect(calls).toEqual([]);
  });
});

async function attached(form: FormData | undefined, reference: unknown): Promise<string | undefined> {
  const file = form?.get(String(reference).replace(/^attach:\/\//, ''));
  return file instanceof File ? file.text() : undefined;
}
