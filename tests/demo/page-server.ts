import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { direction, type Language, languages, nativeName } from '../../src/domain/language.ts';
import { translate } from '../../src/i18n/index.ts';

/*
 * The page's server in small: the real stand-in, a scripted time of four moments, and a bot of a few lines that
 * does at once what the page must be able to show. For tests of the page alone.
 */

const PAGE = new URL('../../demo/page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

interface Moment {
  readonly at: string;
  readonly title: string;
  readonly kind: string;
}

const MOVE = 'the hearing of 11 November 2009 is moved from 15:00 to 10:30';
const PLACED = '(overnight; the hour is not on record: placed at 03:10)';
const BEFORE: Moment = {
  at: '2009-11-08T07:10:00Z',
  kind: 'announced',
  title: 'The approver confirms: the hearing of 11 November 2009 is announced for 15:00',
};
const TO_COME: readonly Moment[] = [
  { at: '2009-11-10T23:10:00Z', kind: 'recorded', title: `The author records: ${MOVE} ${PLACED}` },
  { at: '2009-11-10T23:16:00Z', kind: 'moved-earlier', title: `The approver confirms: ${MOVE} ${PLACED}` },
  {
    at: '2009-11-11T04:00:00Z',
    kind: 'reminder',
    title: 'Reminder, on the morning of the hearing of 11 November 2009',
  },
];
const SCENES = [
  { id: 'overnight', title: '10 November 2009, evening', at: '2009-11-10T16:00:00Z' },
  { id: 'fictional', title: '27 February 2011: an invented case', at: '2011-02-27T12:00:00Z' },
];

/** What the script approves, after the person at the page has rejected it. */
const asRejected = (moment: Moment): Moment =>
  moment.kind === 'moved-earlier'
    ? { ...moment, kind: 'rejected', title: moment.title.replace('confirms', 'rejects') }
    : moment;

type Button = { readonly text: string; readonly callback_data: string };
type Content = {
  readonly text: string;
  readonly entities?: readonly object[];
  readonly keyboard?: readonly (readonly Button[])[];
};

export interface PageServer {
  readonly url: string;
  readonly telegram: RunningStandIn;
  readonly bot: { readonly id: number; readonly username: string };
  readonly chats: readonly { readonly chatId: number; readonly title: string; readonly language: Language }[];
  /** The bot writes; resolves with the message's id. */
  say(chat: number, content: Content): Promise<number>;
  edit(chat: number, message: number, content: Content): Promise<void>;
  remove(chat: number, message: number): Promise<void>;
  /** What the bot does with inline queries: answers with so many cases, two at a time; or not at all. */
  inline: { allowed: boolean; cases: number; answers: boolean };
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function startPageServer(): Promise<PageServer> {
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const { standIn } = telegram;
  const bot = standIn.createBot({ username: 'bray_demo_bot', firstName: 'Bray', inline: true });
  const call = async (method: string, parameters: object): Promise<{ message_id: number }> => {
    const answer = await fetch(`${telegram.url}/bot${bot.token}/${method}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    const { ok, description, result } = (await answer.json()) as {
      ok: boolean;
      description?: string;
      result: { message_id: number };
    };
    if (!ok) throw new Error(`The bot was refused: ${description}`);
    return result;
  };
  const say = async (chat: number, content: Content) =>
    (await call('sendMessage', { chat_id: chat, ...parametersOf(content) })).message_id;
  const edit = async (chat: number, message: number, content: Content) => {
    await call('editMessageText', { chat_id: chat, message_id: message, ...parametersOf(content) });
  };
  const remove = async (chat: number, message: number) => {
    await call('deleteMessage', { chat_id: chat, message_id: message });
  };

  const chats: {
    chatId: number;
    title: string;
    language: Language;
    direction: string;
    kind: 'follower' | 'staff';
  }[] = [];
  const addFollower = (language: Language) => {
    const { id } = standIn.createUser({ firstName: nativeName(language), languageCode: language });
    const title = nativeName(language);
    chats.push({ chatId: id, title, language, direction: direction(language), kind: 'follower' });
  };
  for (const language of ['en', 'az', 'fa', 'ru'] as const) addFollower(language);
  for (const title of ['The author', 'The approver']) {
    const { id } = standIn.createUser({ firstName: title, languageCode: 'en' });
    chats.push({ chatId: id, title, language: 'en', direction: 'ltr', kind: 'staff' });
    standIn.userStarts({ user: id });
  }
  for (const language_code of languages) {
    await call('setMyCommands', {
      language_code,
      commands: (['start', 'cases', 'help'] as const).map((command) => ({
        command,
        description: translate(language_code, `command-${command}`),
      })),
    });
  }

  /* ---- the bot ---- */

  let rejected = false;
  const inline = { allowed: true, cases: 3, answers: true };
  const languageOf = (chat: number) => chats.find(({ chatId }) => chatId === chat)?.language ?? 'en';
  let offset = standIn.updates().length;
  const poll = async () => {
    const waiting = standIn.updates().filter(({ state }) => state === 'queued');
    if (waiting.length === 0) return;
    const response = await fetch(`${telegram.url}/bot${bot.token}/getUpdates?offset=${offset}`);
    const { result } = (await response.json()) as { result: Update[] };
    for (const update of result) {
      offset = update.update_id + 1;
      await handle(update);
    }
  };
  const handle = async ({ message, callback_query: query, inline_query: asked }: Update) => {
    if (asked !== undefined && inline.answers) await call('answerInlineQuery', answerTo(asked, inline));
    if (message?.text !== undefined && message.via_bot === undefined && message.chat.type === 'private') {
      const language = languageOf(message.chat.id);
      if (chats.some(({ chatId, kind }) => chatId === message.chat.id && kind === 'staff')) return;
      if (message.text === '/start donkey-bloggers') await say(message.chat.id, card(language, false));
      else if (message.text.startsWith('/start')) {
        await say(message.chat.id, { text: translate(language, 'start-welcome', { campaign: 'Bray' }) });
      } else await say(message.chat.id, { text: translate(language, 'help-unknown-input') });
    }
    if (query === undefined) return;
    const language = languageOf(query.from.id);
    const outdated = query.data === 'outdated';
    await call('answerCallbackQuery', {
      callback_query_id: query.id,
      ...(outdated ? { text: translate(language, 'button-outdated'), show_alert: true } : {}),
      ...(query.data === 'toast' ? { text: translate(language, 'case-followed') } : {}),
    });
    if (query.data === 'follow') await edit(query.from.id, query.message.message_id, card(language, true));
    if (query.data === 'reject') rejected = true;
    if (query.data === 'delete') await remove(query.from.id, query.message.message_id);
  };
  let closed = false;
  const polling = (async () => {
    while (!closed) {
      await poll();
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  })();

  /* ---- the time machine ---- */

  const listeners = new Set<(event: string, data: object) => void>();
  let played = 0;
  let scene = 'overnight';
  let playing = false;
  const time = () => ({
    now: played === 0 ? (SCENES.find(({ id }) => id === scene)?.at ?? '') : TO_COME[played - 1]!.at,
    zone: 'Asia/Baku',
    state: playing ? 'playing' : 'paused',
    speed: 3600,
    next: TO_COME[played] ?? null,
    past: [BEFORE, ...TO_COME.slice(0, played).map((moment) => (rejected ? asRejected(moment) : moment))],
    scenes: SCENES,
    scene,
  });
  const tell = (event: string, data: object) => {
    for (const listener of listeners) listener(event, data);
  };
  const setClock = () => standIn.setClock({ now: time().now, rate: 0 });
  setClock();
  const step = async () => {
    const moment = TO_COME[played];
    if (moment === undefined) return;
    played += 1;
    setClock();
    const approver = chats.find(({ title }) => title === 'The approver')!;
    const followers = chats.filter(({ kind }) => kind === 'follower');
    if (moment.kind === 'recorded') {
      const approve = { text: translate('en', 'button-approve'), callback_data: 'toast' };
      const reject = { text: translate('en', 'button-reject'), callback_data: 'reject' };
      await say(approver.chatId, {
        text: 'To confirm: a changed hearing.\nTime: was 15:00, now 10:30',
        keyboard: [[approve, reject]],
      });
    } else if (moment.kind !== 'moved-earlier' || !rejected) {
      for (const { chatId, language } of followers) {
        if (standIn.chats().some(({ id, state }) => id === chatId && state === 'started')) {
          await say(chatId, alert(language));
        }
      }
    }
    tell('time', time());
    if (moment.kind === 'moved-earlier' && !rejected) {
      tell('told', { at: moment.at, title: moment.title, chats: 4, firstMs: 84, lastMs: 212 });
    }
  };

  /* ---- the web ---- */

  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Content-Security-Policy', "default-src 'self'");
  });
  app.get('/', (c) => c.html(readFileSync(new URL('index.html', PAGE), 'utf8')));
  app.get('/page/:file', (c) => {
    const file = c.req.param('file');
    const type = TYPES[file.split('.').at(-1) ?? ''];
    if (type === undefined || !/^[a-z-]+\.[a-z]+$/.test(file)) return c.notFound();
    return c.body(readFileSync(new URL(file, PAGE)), 200, { 'Content-Type': type });
  });
  app.all('/control/*', async (c) => {
    const target = new URL(c.req.url);
    const body = c.req.method === 'POST' ? await c.req.text() : null;
    const answer = await fetch(`${telegram.url}${target.pathname}${target.search}`, {
      method: c.req.method,
      body,
    });
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  });
  app.get('/demo', (c) =>
    c.json({
      botUsername: bot.username,
      botId: bot.id,
      slug: 'donkey-bloggers',
      inlineAllowed: inline.allowed,
      adminUrl: '',
      chats,
    }),
  );
  app.post('/demo/chats', async (c) => {
    const { language } = await c.req.json<{ language: Language }>();
    addFollower(language);
    return c.json({ ok: true });
  });
  app.get('/time', (c) => c.json(time()));
  app.post('/time/:what', async (c) => {
    const what = c.req.param('what');
    if (what === 'step') await step();
    if (what === 'play') playing = true;
    if (what === 'pause') playing = false;
    if (what === 'restart') {
      scene = (await c.req.json<{ scene: string }>()).scene;
      played = 0;
      setClock();
    }
    tell('time', time());
    return c.json(time());
  });
  app.get('/time/stream', (c) =>
    streamSSE(c, async (stream) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const listener = (event: string, data: object) =>
        void stream.writeSSE({ event, data: JSON.stringify(data) });
      listeners.add(listener);
      stream.onAbort(() => {
        listeners.delete(listener);
        resolve();
      });
      listener('time', time());
      await promise;
    }),
  );

  const listening = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    listening.resolve(port),
  );
  return {
    url: `http://127.0.0.1:${await listening.promise}/`,
    telegram,
    bot,
    chats,
    say,
    edit,
    remove,
    inline,
    async close() {
      closed = true;
      await polling;
      if ('closeAllConnections' in server) server.closeAllConnections();
      server.close();
      await telegram.close();
    },
  };
}

interface Update {
  readonly update_id: number;
  readonly message?: {
    readonly text?: string;
    readonly chat: { readonly id: number; readonly type: string };
    readonly via_bot?: object;
  };
  readonly inline_query?: InlineQuery;
  readonly callback_query?: {
    readonly id: string;
    readonly data: string;
    readonly from: { readonly id: number };
    readonly message: { readonly message_id: number };
  };
}

interface InlineQuery {
  readonly id: string;
  readonly query: string;
  readonly offset: string;
  readonly from: { readonly language_code?: string };
}

/** Cases by number, two at a time, and above them a button into the bot. */
function answerTo(asked: InlineQuery, { allowed, cases }: PageServer['inline']): object {
  const head = { inline_query_id: asked.id, cache_time: 0, is_personal: true };
  if (!allowed) return { ...head, results: [] };
  const language = languages.find((one) => one === asked.from.language_code) ?? 'en';
  const from = Number(asked.offset);
  const found = Array.from({ length: cases }, (_, i) => i + 1).filter((i) =>
    `case ${i}`.includes(asked.query),
  );
  const results = found.slice(from, from + 2).map((i) => ({
    type: 'article',
    id: String(i),
    title: `${translate(language, 'cases-title')} ${i}`,
    description: translate(language, 'case-no-hearing'),
    input_message_content: { message_text: `Card of case ${i}` },
    reply_markup: {
      inline_keyboard: [
        [
          {
            text: translate(language, 'button-open-in-bot'),
            url: 'https://t.me/bray_demo_bot?start=donkey-bloggers',
          },
        ],
      ],
    },
  }));
  const button = { text: 'All cases', start_parameter: 'cases' };
  return { ...head, results, button, ...(from + 2 < found.length && { next_offset: String(from + 2) }) };
}

function parametersOf({ text, entities, keyboard }: Content): object {
  return {
    text,
    ...(entities === undefined ? {} : { entities }),
    ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard } }),
  };
}

function card(language: Language, followed: boolean): Content {
  const label = translate(language, followed ? 'button-unfollow' : 'button-follow');
  const title = translate(language, 'cases-title');
  return {
    text: `${title}\n\n${translate(language, followed ? 'case-already-followed' : 'case-no-hearing')}`,
    entities: [{ type: 'bold', offset: 0, length: title.length }],
    keyboard: [[{ text: label, callback_data: followed ? 'toast' : 'follow' }]],
  };
}

/** In the reader's own digits, as the real one. */
function alert(language: Language): Content {
  const digits = (text: string) =>
    language === 'fa' ? text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit))) : text;
  const title = translate(language, 'alert-moved-earlier', {
    to: digits('10:30'),
    from: digits('15:00'),
    case: 'Donkey Bloggers',
    date: digits('11.11.2009'),
  });
  return {
    text: `${title}\n\n${translate(language, 'alert-decide-yourself')}`,
    entities: [{ type: 'bold', offset: 0, length: title.length }],
    keyboard: [[{ text: translate(language, 'button-stop-case'), callback_data: 'toast' }]],
  };
}
