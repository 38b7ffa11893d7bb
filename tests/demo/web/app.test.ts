import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createDemoApp } from '../../../demo/web/app.ts';
import { type Listening, listenNear } from '../../../demo/web/listen.ts';
import type { TimeAnswer } from '../../../demo/web/time-state.ts';
import type { ShownChat } from '../../../demo/world/followers.ts';
import { Theatre } from '../../../demo/world/theatre.ts';
import { generateKeys } from '../../../src/crypto/keys.ts';
import { createLog } from '../../../src/log.ts';

interface Demo {
  readonly botId: number;
  readonly botUsername: string;
  readonly slug: string;
  readonly adminUrl: string;
  readonly chats: readonly ShownChat[];
}

let theatre: Theatre;
let page: Listening;
const failures: unknown[] = [];

beforeAll(async () => {
  theatre = new Theatre(
    {
      serverUrl: inject('serverUrl'),
      keys: generateKeys(),
      log: createLog('silent'),
      progress: () => undefined,
      failed: (error) => failures.push(error),
    },
    'overnight',
  );
  await theatre.performance();
  page = await listenNear(createDemoApp(theatre).fetch, { port: 0, exactly: true });
}, 120_000);

afterAll(async () => {
  await page.close();
  await theatre.close();
});

async function get<Answer>(path: string): Promise<Answer> {
  return (await fetch(`${page.url}${path}`)).json();
}

async function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  return (await send(path, JSON.stringify(body))).json();
}

function send(path: string, body: string): Promise<Response> {
  return fetch(`${page.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
}

async function texts(chat: number): Promise<{ text: string; date: number }[]> {
  const { result } = await get<{ result: { text: string; date: number }[] }>(
    `/control/messages?chat=${chat}`,
  );
  return result;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('What was waited for did not come.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const chatIn = (demo: Demo, language: string) =>
  demo.chats.find((chat) => chat.kind === 'follower' && chat.language === language)?.chatId ?? 0;

/** The next event of a kind on the time stream, as a page would see it. */
async function nextTold(): Promise<{ chats: number; firstMs: number; lastMs: number; title: string }> {
  const answer = await fetch(`${page.url}/time/stream`);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) throw new Error('The stream ended.');
    seen += value;
    const told = /event: told\ndata: (.*)\n/.exec(seen)?.[1];
    if (told === undefined) continue;
    await reader?.cancel();
    return JSON.parse(told);
  }
}

describe('the demo, on the evening before the verdict', () => {
  test('shows followers in several directions, the staff, and no token', async () => {
    const answer = await (await fetch(`${page.url}/demo`)).text();
    const demo: Demo = JSON.parse(answer);
    expect(demo.chats.map(({ language, direction, kind }) => `${language} ${direction} ${kind}`)).toEqual([
      'az ltr follower',
      'en ltr follower',
      'fa rtl follower',
      'ru ltr follower',
      'en ltr staff',
      'en ltr staff',
    ]);
    expect(demo.slug).toBe('donkey-bloggers');
    expect(answer).not.toContain('token');
    expect((await fetch(demo.adminUrl)).status).toBe(200);
  });

  test('stands paused at 20:00 in Baku, with the hearing announced for 15:00 and everyone reminded', async () => {
    const time = await get<TimeAnswer>('/time');
    expect(time).toMatchObject({
      now: '2009-11-10T16:00:00Z',
      zone: 'Asia/Baku',
      state: 'paused',
      scene: 'overnight',
    });
    expect(time.scenes.map(({ id }) => id)).toEqual(['overnight', 'from-the-start', 'release', 'fictional']);
    const demo = await get<Demo>('/demo');
    const last = (await texts(chatIn(demo, 'en'))).at(-1);
    expect(last?.text).toContain('Tomorrow: hearing');
    expect(last?.text).toContain('15:00');
    expect(new Date((last?.date ?? 0) * 1000).toISOString()).toBe('2009-11-10T11:00:00.000Z');
  });

  test('the bot answers while time stands, two messages to one chat included', async () => {
    const chat = await post<ShownChat>('/demo/chats', { language: 'tr' });
    await until(async () => (await texts(chat.chatId)).length >= 3);
    const seen = await texts(chat.chatId);
    expect(seen.at(-1)?.text).toContain('Eşek blogcular');
    expect(seen.at(-1)?.text).toContain('15:00');
    const { now } = await get<TimeAnswer>('/time');
    expect(now < '2009-11-10T16:01:00Z').toBe(true);
  });

  test('a step shows the approver what was recorded; the next tells every follower, and the stream says so', async () => {
    const demo = await get<Demo>('/demo');
    const approver = demo.chats.find(({ title }) => title === 'The approver')?.chatId ?? 0;
    const recorded = await post<TimeAnswer>('/time/step');
    expect(recorded.past.at(-1)).toMatchObject({ kind: 'recorded', told: null });
    expect((await texts(approver)).at(-1)?.text).toContain('10:30');
    expect((await texts(chatIn(demo, 'en'))).at(-1)?.text).not.toContain('10:30');

    const told = nextTold();
    const moved = await post<TimeAnswer>('/time/step');
    expect(moved.now).toBe('2009-11-10T23:16:00Z');
    expect(moved.past.at(-1)).toMatchObject({ kind: 'moved-earlier', told: { chats: 4 } });
    expect(await told).toMatchObject({ chats: 4, title: moved.past.at(-1)?.title });
    for (const [language, words] of [
      ['az', /15:00.*10:30/],
      ['en', /10:30.*15:00/],
      ['fa', /۱۰:۳۰.*۱۵:۰۰/],
      ['ru', /10:30.*15:00/],
    ] as const) {
      expect((await texts(chatIn(demo, language))).at(-1)?.text, language).toMatch(words);
    }
  });

  test('a person may decide in the approver’s chat: their word stands, and the script goes on', async () => {
    const { stage } = await theatre.performance();
    const { standIn } = stage.world.telegram;
    const approver = stage.staff.approver.chat ?? 0;
    for (;;) {
      const { past } = await post<TimeAnswer>('/time/step');
      if (past.at(-1)?.title.includes('has its outcome')) break;
    }
    const asked = standIn.messages({ chat: approver }).at(-1);
    standIn.userTaps({ user: approver, messageId: Number(asked?.message_id), button: { row: 0, column: 1 } });
    await stage.world.settle();
    const after = await post<TimeAnswer>('/time/step');
    expect(after.past.at(-1)).toMatchObject({ kind: 'rejected', told: null });
    expect(after.past.at(-1)?.title).toMatch(/^The approver rejects: the hearing/);
    const demo = await get<Demo>('/demo');
    expect((await texts(chatIn(demo, 'en'))).at(-1)?.text).not.toContain('Outcome');
    expect((await post<TimeAnswer>('/time/step')).past.at(-1)?.kind).toBe('written');
  });

  test('plays until it is paused', async () => {
    const before = await get<TimeAnswer>('/time');
    const playing = await post<TimeAnswer>('/time/play', { speed: 100_000 });
    expect(playing).toMatchObject({ state: 'playing', speed: 100_000 });
    await until(async () => (await get<TimeAnswer>('/time')).past.length > before.past.length);
    const paused = await post<TimeAnswer>('/time/pause');
    expect(paused.state).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await get<TimeAnswer>('/time')).past.length).toBe(paused.past.length);
  });

  test('another scene begins with fresh chats and its own clock', async () => {
    const time = await post<TimeAnswer>('/time/restart', { scene: 'fictional' });
    expect(time).toMatchObject({
      scene: 'fictional',
      now: '2011-02-27T12:00:00Z',
      zone: 'Europe/London',
      past: [],
    });
    const demo = await get<Demo>('/demo');
    expect(demo.slug).toBe('the-lighthouse-keepers');
    const [card] = (await texts(chatIn(demo, 'en'))).slice(-1);
    expect(card?.text).toContain('The Lighthouse Keepers');
    expect(card?.text).toContain('invented');
  });

  test('says what is wrong with a request', async () => {
    expect((await send('/time/play', '{"speed":-1}')).status).toBe(400);
    expect((await send('/time/restart', '{"scene":"nowhere"}')).status).toBe(400);
    expect((await send('/demo/chats', '{"language":"xx"}')).status).toBe(400);
    expect((await send('/time/play', '{')).status).toBe(400);
    expect((await fetch(`${page.url}/nothing`)).status).toBe(404);
  });

  test('gives out the files of its page and no others', async () => {
    for (const path of [
      '/page/..%2fmain.ts',
      '/page/%2e%2e/main.ts',
      '/page/.hidden',
      '/page/main.ts',
      '/page/',
    ]) {
      expect((await fetch(`${page.url}${path}`)).status, path).toBe(404);
    }
    expect(failures).toEqual([]);
  });
});
