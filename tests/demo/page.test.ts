import axeCore from 'axe-core';
import fc from 'fast-check';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browser, closePages } from '../helpers/chromium.ts';
import { type PageServer, startPageServer } from './page-server.ts';

/** The page alone, in a real Chromium, against the real stand-in with a bot of a few lines. */

let server: PageServer;
const open: Page[] = [];
/** What the pages complained of: errors, refused resources, breaches of the content security policy. */
let complaints: string[] = [];

beforeAll(async () => {
  await browser();
});

afterAll(closePages);

afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
  await server.close();
  expect(complaints.splice(0)).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}, begun = true): Promise<Page> {
  server = open.length === 0 ? await startPageServer() : server;
  if (begun && open.length === 0) {
    for (const { chatId } of server.chats.slice(0, 4)) server.telegram.standIn.userStarts({ user: chatId });
  }
  const context = await (await browser()).newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  open.push(page);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('response', (response) => {
    if (response.status() >= 500 || response.status() === 404) complaints.push(response.url());
  });
  await page.addInitScript(() => localStorage.setItem('bray-about-seen', 'yes'));
  await page.goto(server.url);
  await page.locator('.chat').first().waitFor();
  if (begun) await page.locator('.chat[data-kind=follower] .message.from-bot').nth(3).waitFor();
  return page;
}

/** Scrolls up, and waits until the page itself has heard of it: a message may come right after. */
const scrollToTop = (log: Element) =>
  new Promise<void>((done) => {
    log.scrollTo(0, 0);
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });
/** Patient, since the machine may be busy with other tests. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8000 });
const chatOf = (language: string): number => server.chats.find((chat) => chat.language === language)!.chatId;
const panelOf = (page: Page, language: string) => page.locator(`#chat-${chatOf(language)}`);

/** Whether a message lies within what its chat shows. */
async function inSight(panel: Locator, text: string): Promise<boolean> {
  const log = (await panel.locator('.log').boundingBox())!;
  const message = await panel.locator('.message', { hasText: text }).boundingBox();
  return message !== null && message.y >= log.y && message.y + message.height <= log.y + log.height;
}

async function axe(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's policy does not bind.
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const run = (window as unknown as { axe: typeof axeCore }).axe;
    const { violations } = await run.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
  });
}

describe('a chat', () => {
  test('begins with Start in its own language, or with the deep link', async () => {
    const page = await visit({}, false);
    const persian = panelOf(page, 'fa');
    await persian.getByRole('button', { name: 'شروع' }).click();
    await persian.locator('.from-bot').waitFor();
    const russian = panelOf(page, 'ru');
    await russian.getByRole('button', { name: /t\.me\/bray_demo_bot\?start=donkey-bloggers/ }).click();
    await russian.getByRole('button', { name: 'Следить' }).or(russian.locator('.key')).first().waitFor();
    expect(await russian.locator('.from-person .text').textContent()).toBe('/start donkey-bloggers');
  });

  test('in Persian is mirrored, in its digits, and its lines run from the right', async () => {
    const page = await visit();
    const persian = panelOf(page, 'fa');
    await persian.getByPlaceholder('پیام').fill('/start');
    await persian.getByPlaceholder('پیام').press('Enter');
    await persian.locator('.from-bot').nth(1).waitFor();
    const box = async (selector: string) => (await persian.locator(selector).last().boundingBox())!;
    const log = await box('.log');
    const bot = await box('.from-bot .bubble');
    const person = await box('.from-person .bubble');
    expect(log.x + log.width - (bot.x + bot.width)).toBeLessThan(16);
    expect(person.x - log.x).toBeLessThan(16);
    expect((await box('.send')).x).toBeLessThan((await box('.menu')).x);
    expect(
      await persian
        .locator('.from-bot .text')
        .last()
        .evaluate((text) => getComputedStyle(text).direction),
    ).toBe('rtl');
    expect(await persian.locator('.from-bot time').last().textContent()).toBe('۲۰:۰۰');
    expect(await persian.locator('.day').last().textContent()).toBe('۱۰ نوامبر ۲۰۰۹');
    expect(await panelOf(page, 'az').locator('.day').last().textContent()).toBe('10 noyabr 2009');
    // Empty, the field runs as the chat does; with Latin text in it as that does.
    const direction = () =>
      persian.locator('textarea').evaluate((field) => getComputedStyle(field).direction);
    expect(await direction()).toBe('rtl');
    await persian.locator('textarea').fill('Hello');
    expect(await direction()).toBe('ltr');
  });

  test('shows a tap, the edit that follows, the short notice, the alert, and a deletion', async () => {
    const page = await visit();
    const english = panelOf(page, 'en');
    server.telegram.standIn.userStarts({ user: chatOf('en'), payload: 'donkey-bloggers' });
    await english.getByRole('button', { name: 'Follow', exact: true }).click();
    await english.getByRole('button', { name: 'Stop following' }).waitFor();
    const edited = english.locator('.message', { hasText: 'You already follow this case.' });
    expect(await edited.locator('.stamp').textContent()).toBe('edited 20:00');
    await english.getByRole('button', { name: 'Stop following' }).click();
    await english.locator('.toast', { hasText: 'You now follow this case.' }).waitFor();

    const id = await server.say(chatOf('en'), {
      text: 'Two buttons',
      keyboard: [
        [
          { text: 'Old', callback_data: 'outdated' },
          { text: 'Gone', callback_data: 'delete' },
        ],
      ],
    });
    await english.getByRole('button', { name: 'Old' }).click();
    const alert = english.locator('.toast', { hasText: 'This button belongs to an older message' });
    await alert.getByRole('button', { name: 'OK' }).click();
    expect(await english.locator('.toast').count()).toBe(0);
    await english.getByRole('button', { name: 'Gone' }).click();
    await english.locator('.ghost', { hasText: 'Message deleted' }).waitFor();
    await english.locator('.ghost').waitFor({ state: 'detached' });
    expect(await english.locator(`[data-message="${id}"]`).count()).toBe(0);
    expect(await english.locator('.key[aria-busy]').count()).toBe(0);
  });

  test('blocks the bot, says so, and comes back with /start', async () => {
    const page = await visit();
    const panel = panelOf(page, 'az');
    const stateOf = () => server.telegram.standIn.chats().find(({ id }) => id === chatOf('az'))?.state;
    await panel.getByRole('button', { name: 'Actions in the chat: Azerbaijani' }).click();
    await panel.getByRole('button', { name: 'Block the bot' }).click();
    await panel.getByText('Siz bu botu bloklamısınız.').waitFor();
    expect(stateOf()).toBe('blocked');
    expect(await panel.locator('textarea').isVisible()).toBe(false);
    await panel.getByRole('button', { name: 'Botu yenidən başlat' }).click();
    await panel.locator('.from-person', { hasText: '/start' }).nth(1).waitFor();
    expect(stateOf()).toBe('started');
    expect(await panel.locator('textarea').isVisible()).toBe(true);
  });

  test('offers the commands in its language, by click and by keyboard, and those within messages', async () => {
    const page = await visit();
    const panel = panelOf(page, 'ru');
    const sent = panel.locator('.from-person .text');
    await panel.locator('textarea').focus();
    await page.keyboard.type('/he');
    await panel.locator('.commands button', { hasText: '/help' }).waitFor();
    await eventually(() => panel.locator('.commands button').count()).toBe(1);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await sent.nth(1).waitFor();
    expect(await sent.nth(1).textContent()).toBe('/help');
    await panel.getByRole('button', { name: 'Меню' }).click();
    await panel.locator('.commands button').nth(2).waitFor();
    expect(await panel.locator('.commands').textContent()).toMatch(/\p{Script=Cyrillic}.*\/start/su);
    await page.keyboard.press('Escape');
    expect(await panel.locator('.commands').isVisible()).toBe(false);

    await server.say(chatOf('ru'), { text: 'Дальше: /cases' });
    const command = panel.locator('.from-bot .command', { hasText: '/cases' }).last();
    await command.click();
    await sent.nth(2).waitFor();
    await command.press('Enter');
    await sent.nth(3).waitFor();
    expect(await sent.last().textContent()).toBe('/cases');
  });

  test('sends what is too long for one message as several, as Telegram does', async () => {
    const page = await visit();
    const panel = panelOf(page, 'en');
    const before = await panel.locator('.from-person').count();
    await panel.locator('textarea').fill(`${'a'.repeat(4095)}🐴${'b'.repeat(903)}`);
    await panel.locator('textarea').press('Enter');
    await panel
      .locator('.from-person')
      .nth(before + 1)
      .waitFor();
    const sizes = await panel
      .locator('.from-person .text')
      .evaluateAll((all) => all.map((one) => one.textContent.length));
    expect(sizes.slice(before)).toEqual([4095, 905]);
  });

  test('keeps the newest message in sight, and a long one from its beginning', async () => {
    const page = await visit();
    const panel = panelOf(page, 'en');
    // Messages stay in the chat: another try must not find those of the one before.
    const mark = Math.random().toString(36).slice(2);
    await server.say(chatOf('en'), {
      text: Array.from({ length: 60 }, (_, i) => `line ${i} ${mark}`).join('\n'),
    });
    const long = panel.locator('.message', { hasText: `line 59 ${mark}` });
    await long.waitFor();
    const top = async () => (await long.boundingBox())!.y - (await panel.locator('.log').boundingBox())!.y;
    await eventually(top).toBeGreaterThanOrEqual(0);
    expect(await top()).toBeLessThan(20);
    await server.say(chatOf('en'), { text: `right after it ${mark}` });
    await eventually(() => inSight(panel, `right after it ${mark}`)).toBe(true);
    await panel.locator('.log').evaluate(scrollToTop);
    await server.say(chatOf('en'), { text: `below ${mark}` });
    await panel.getByRole('button', { name: 'New messages' }).waitFor();
    expect(await inSight(panel, `below ${mark}`)).toBe(false);
    await panel.getByRole('button', { name: 'New messages' }).click();
    await eventually(() => inSight(panel, `below ${mark}`)).toBe(true);
    expect(await panel.getByRole('button', { name: 'New messages' }).isVisible()).toBe(false);
  });
});

describe('asking the bot by its name', () => {
  const sent = (panel: Locator) => panel.locator('.from-person .text');

  test('by keyboard: the name is completed, the first result comes by Enter, and only what is picked is sent', async () => {
    const page = await visit();
    const panel = panelOf(page, 'en');
    const field = panel.locator('textarea');
    const before = await sent(panel).count();
    await field.focus();
    await page.keyboard.type('@br');
    await panel.locator('.found button', { hasText: '@bray_demo_bot' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await field.inputValue()).toBe('@bray_demo_bot ');
    await panel.locator('.found .result').nth(1).waitFor();
    await eventually(() => panel.locator('.composer [role=status]').textContent()).toBe('Results: 2');
    expect(await panel.getByRole('button', { name: 'Send', exact: true }).isVisible()).toBe(false);
    // The nearest choice is the last; it brings the rest, and the focus stays where they begin.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await eventually(() => panel.locator('.composer [role=status]').textContent()).toBe('Results: 3');
    expect(await panel.locator('.found .further', { hasText: 'Show more' }).count()).toBe(0);
    expect(await panel.locator('.result:focus .title').textContent()).toMatch(/3$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('2');
    await eventually(() => panel.locator('.found .result').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await panel.locator('.result:focus .title').textContent()).toMatch(/2$/);
    expect(await sent(panel).count()).toBe(before);
    await page.keyboard.press('Enter');
    await sent(panel).nth(before).waitFor();
    expect(await sent(panel).last().textContent()).toBe('Card of case 2');
    expect(await panel.locator('.from-person .via').last().textContent()).toBe('via @bray_demo_bot');
    expect(await field.inputValue()).toBe('');
    expect(await panel.locator('.found').isVisible()).toBe(false);
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true);
    // By the name above it one asks again; below it is the way into the bot.
    await panel.locator('.from-person .via').last().click();
    expect(await field.inputValue()).toBe('@bray_demo_bot ');
    await panel.locator('.found .result').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await panel.locator('.found').isVisible()).toBe(false);
    await panel.getByRole('button', { name: 'Clear' }).click();
    expect(await field.inputValue()).toBe('');
    await panel.locator('.from-person .key').last().click();
    await eventually(() => sent(panel).last().textContent()).toBe('/start donkey-bloggers');
  });

  test('in Persian, from the menu of the chat, on a phone', async () => {
    const page = await visit({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const panel = panelOf(page, 'fa');
    await page.getByRole('link', { name: /فارسی/ }).click();
    await panel.getByRole('button', { name: 'Actions in the chat: Persian' }).click();
    await panel.getByRole('button', { name: 'Share a case by the bot’s name' }).click();
    const result = panel.locator('.found .result').first();
    await result.waitFor();
    const { x, width } = (await panel.locator('.found').boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    // The tile is at the right, the title beside it.
    const tile = (await result.locator('.tile').boundingBox())!;
    const title = (await result.locator('.title').boundingBox())!;
    expect(tile.x).toBeGreaterThan(title.x + title.width);
    await result.click();
    await panel.locator('.from-person .via').waitFor();
    expect(await panel.locator('.via').textContent()).toBe('از طریق @bray_demo_bot');
  });

  test('says plainly that nothing was found, that sharing is switched off, or that the bot is silent', async () => {
    const page = await visit();
    await page.clock.install();
    const panel = panelOf(page, 'ru');
    const before = await sent(panel).count();
    const ask = async (words: string) => {
      await panel.locator('textarea').fill(`@bray_demo_bot ${words}`);
      await page.clock.runFor(400);
    };
    await ask('nobody');
    await panel.locator('.found', { hasText: 'Ничего не найдено.' }).waitFor();
    await panel.locator('.found', { hasText: 'knows no case by these words' }).waitFor();
    server.inline.allowed = false;
    await ask('case');
    await panel.locator('.found', { hasText: 'switched off' }).waitFor();
    await eventually(() => panel.locator('.composer [role=status]').textContent()).toContain('switched off');
    server.inline.answers = false;
    await ask('case 2');
    await page.clock.runFor(11_000);
    await panel.locator('.found', { hasText: '@bray_demo_bot does not answer.' }).waitFor();
    await panel.locator('textarea').press('Enter');
    expect(await sent(panel).count()).toBe(before);
  });

  test('shows the answer to what is asked now, and none that comes late', async () => {
    const page = await visit();
    const panel = panelOf(page, 'en');
    const bot = server.telegram.standIn.core.bots.get(server.bot.id)!;
    const asked = (query: string) => [...bot.inlineQueries.values()].find((one) => one.query === query);
    server.inline.answers = false;
    await panel.locator('textarea').fill('@bray_demo_bot case 1');
    await eventually(() => asked('case 1')).toBeDefined();
    // The bot has heard of it, and says nothing yet.
    await eventually(() => bot.inbox.waiting().length).toBe(0);
    server.inline.answers = true;
    await panel.locator('textarea').fill('@bray_demo_bot case 2');
    await panel.locator('.found .result').waitFor();
    const late = { type: 'article', id: '1', title: 'Late', input_message_content: { message_text: 'Late' } };
    await fetch(`${server.telegram.url}/bot${bot.token}/answerInlineQuery`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ inline_query_id: asked('case 1')?.id, results: [late] }),
    });
    // What comes after it on the same stream is there.
    await server.say(chatOf('en'), { text: 'after it' });
    await panel.getByText('after it').waitFor();
    expect(await panel.locator('.found .title').allTextContents()).toEqual(['Cases 2']);
  });

  test('is a text like any other where the bot has inline mode off at Telegram', async () => {
    const page = await visit();
    const panel = panelOf(page, 'en');
    Object.assign(server.telegram.standIn.core.bots.get(server.bot.id)!, { inline: false });
    await panel.locator('textarea').fill('@bray_demo_bot hello');
    await panel.getByRole('button', { name: 'Clear' }).waitFor();
    await panel.getByRole('button', { name: 'Send', exact: true }).waitFor();
    await panel.locator('textarea').press('Enter');
    await eventually(() => sent(panel).last().textContent()).toBe('@bray_demo_bot hello');
    complaints = complaints.filter((text) => !text.includes('409 (Conflict)'));
  });
});

describe('the text of a message', () => {
  test('has its entities by UTF-16 offsets, and is never HTML', async () => {
    const page = await visit();
    const text = '🐴🐴 <b onclick=x>Hello</b> \u2068عزیز\u2069 bold+italic link #tag @someone /help';
    const at = (part: string) => ({ offset: text.indexOf(part), length: part.length });
    await server.say(chatOf('en'), {
      text,
      entities: [
        { type: 'bold', ...at('bold+italic') },
        { type: 'italic', ...at('italic') },
        { type: 'text_link', ...at('link'), url: 'https://example.org/a?b=c' },
        { type: 'hashtag', ...at('#tag') },
        { type: 'mention', ...at('@someone') },
        { type: 'bot_command', ...at('/help') },
      ],
    });
    const drawn = panelOf(page, 'en').locator('.from-bot .text', { hasText: 'Hello' });
    await drawn.waitFor();
    expect(await drawn.textContent()).toBe(text);
    expect(await drawn.locator('b').allTextContents()).toEqual(['bold+italic']);
    expect(await drawn.locator('b > i').allTextContents()).toEqual(['italic']);
    expect(await drawn.locator('.hashtag, .mention, .command').allTextContents()).toEqual([
      '#tag',
      '@someone',
      '/help',
    ]);
    const link = drawn.locator('a');
    expect([
      await link.textContent(),
      await link.getAttribute('href'),
      await link.getAttribute('rel'),
    ]).toEqual(['link', 'https://example.org/a?b=c', 'noopener noreferrer']);
  });

  test('is whole and in order whatever the entities say', async () => {
    const page = await visit();
    const entity = fc.record({
      type: fc.constantFrom('bold', 'italic', 'text_link', 'bot_command', 'pre', 'of the future'),
      offset: fc.nat(24),
      length: fc.nat(24),
      url: fc.constantFrom('https://example.org', 'javascript:alert(1)', 'no url', 'tg://user?id=1'),
    });
    const samples = fc.sample(
      fc.record({
        text: fc.string({ unit: 'grapheme', maxLength: 20 }),
        entities: fc.array(entity, { maxLength: 6 }),
      }),
      400,
    );
    const module = await page.evaluateHandle("import('/page/entities.js')");
    const drawn = await module.evaluate(({ formatted }, given) => {
      const taps = { command() {}, deepLink() {}, botUsername: 'bray_demo_bot' };
      return given.map(({ text, entities }) => {
        const fragment: DocumentFragment = formatted(text, entities, taps);
        const links = [...fragment.querySelectorAll('a')].map(({ href }) => href);
        return { text: fragment.textContent, unsafe: links.filter((href) => !href.startsWith('https:')) };
      });
    }, samples);
    expect(drawn).toEqual(samples.map(({ text }) => ({ text, unsafe: [] })));
  });
});

describe('the time machine', () => {
  test('steps to the overnight move, which is loud, and every follower is told in their language', async () => {
    const page = await visit();
    expect(await page.locator('#clock-time').textContent()).toBe('20:00');
    await page.getByRole('button', { name: 'Step to the next event' }).click();
    await page.getByRole('button', { name: 'Be the second person' }).click();
    const approver = page.locator('.chat[data-kind=staff]', { hasText: 'The approver' });
    await approver.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.getByRole('button', { name: 'Step to the next event' }).click();
    await page.locator('.headline[data-kind=moved-earlier]').waitFor();
    expect(await page.locator('.move').textContent()).toMatch(/15:00.*10:30/);
    expect(await page.locator('.headline').textContent()).toContain('7 h 14 min are left');
    await eventually(() => page.locator('.headline .result').textContent()).toBe(
      '4 chats told, after 84 to 212 ms',
    );
    expect(await page.locator('#clock').textContent()).toMatch(
      /03:16\s*Wednesday, 11 November 2009\s*Baku, UTC\+4\s*23:16 UTC, 10 November/,
    );
    const words = { en: '10:30', az: '10:30', ru: '10:30', fa: '۱۰:۳۰' };
    for (const [language, word] of Object.entries(words)) {
      await panelOf(page, language).locator('.loud', { hasText: word }).waitFor();
    }
    expect(await page.locator('#past li').first().textContent()).toContain(
      '4 chats told, after 84 to 212 ms',
    );
    await eventually(() => page.locator('#announcer').textContent()).toMatch(
      /Moved earlier: The hearing .* 10:30.*4 chats told/,
    );
  });

  test('says that nobody was told when the second person has rejected', async () => {
    const page = await visit();
    await page.getByRole('button', { name: 'Step to the next event' }).click();
    await page.getByRole('button', { name: 'Be the second person' }).click();
    await page.getByRole('button', { name: 'Reject' }).click();
    await page.getByRole('button', { name: 'Step to the next event' }).click();
    await page.locator('.headline', { hasText: 'Nobody was told' }).waitFor();
    // Not what the script would have had the approver do.
    expect(await page.locator('.headline').textContent()).toMatch(/^Rejected/);
    expect(await page.locator('#past li').first().textContent()).toContain('The approver rejects');
    expect(await page.locator('.headline').getAttribute('data-kind')).toBe('untold');
    expect(await page.locator('.move').count()).toBe(0);
    expect(await page.locator('.loud').count()).toBe(0);
  });

  test('plays, pauses, and begins a scene anew, in every window', async () => {
    const page = await visit();
    const other = await visit();
    await page.getByRole('button', { name: 'Step to the next event' }).click();
    await eventually(() => other.locator('#clock-time').textContent()).toBe('03:10');
    await page.getByRole('radio', { name: '1 day/s' }).check();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await page.getByRole('button', { name: 'Step to' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await page.getByRole('button', { name: 'An invented case' }).click();
    for (const one of [page, other]) {
      await eventually(() => one.locator('#clock-date').textContent()).toBe('Sunday, 27 February 2011');
      await eventually(() => one.locator('.message').count()).toBeGreaterThan(4);
      await one.getByText('An invented case: nobody in it is real.').waitFor();
      expect(await one.getByText('Facts from public sources').isVisible()).toBe(false);
    }
  });

  test('adds a chat in a further language', async () => {
    const page = await visit();
    await page.getByRole('button', { name: '+ Add a chat' }).click();
    await page.getByRole('button', { name: 'Turkish' }).click();
    await eventually(() => server.chats.map((chat) => chat.language)).toContain('tr');
    await panelOf(page, 'tr').getByRole('button', { name: 'Başlat' }).waitFor();
  });
});

describe('for everybody', () => {
  test.each([
    ['in the light', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ] as const)('axe finds nothing %s, also when everything is open', async (_, options) => {
    const page = await visit(options);
    await fetch(`${server.url}time/step`, { method: 'POST' });
    await page.getByRole('button', { name: 'Be the second person' }).click();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await fetch(`${server.url}time/step`, { method: 'POST' });
    await page.locator('.loud').nth(3).waitFor();
    server.telegram.standIn.userBlocks({ user: chatOf('az') });
    server.telegram.standIn.userStarts({ user: chatOf('en'), payload: 'donkey-bloggers' });
    await panelOf(page, 'en').getByRole('button', { name: 'Follow' }).click();
    await panelOf(page, 'en')
      .getByText(/^edited/)
      .waitFor();
    await page.getByRole('button', { name: 'What is this?' }).click();
    await panelOf(page, 'en').getByRole('button', { name: 'Menu' }).click();
    await panelOf(page, 'en').locator('.commands button').first().waitFor();
    await panelOf(page, 'fa').locator('textarea').fill('@bray_demo_bot ');
    await panelOf(page, 'fa').locator('.found .result').first().waitFor();
    if ('viewport' in options) await page.getByRole('button', { name: 'Scenes and events' }).click();
    expect(await axe(page)).toEqual([]);
  });

  test('all can be reached and done by keyboard, and one sees where one is', async () => {
    const page = await visit();
    await server.say(chatOf('en'), { text: 'Tap', keyboard: [[{ text: 'By key', callback_data: 'toast' }]] });
    await panelOf(page, 'en').getByRole('button', { name: 'By key' }).waitFor();
    const walk: string[] = [];
    for (let i = 0; i < 60 && walk.at(-1) !== 'By key'; i++) {
      await page.keyboard.press('Tab');
      walk.push(
        await page.evaluate(() => {
          const { activeElement: at } = document;
          if (at === null || at === document.body) return 'nothing';
          const marked = at instanceof HTMLInputElement ? (at.nextElementSibling ?? at) : at;
          const { outlineStyle, outlineWidth } = getComputedStyle(marked);
          const seen = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
          return `${seen ? '' : 'unseen '}${at.id || at.textContent || at.className || at.tagName}`;
        }),
      );
    }
    expect(walk.filter((stop) => stop.startsWith('unseen') || stop === 'nothing')).toEqual([]);
    expect(walk).toEqual(expect.arrayContaining(['step', 'play', 'past', '+ Add a chat', 'By key']));
    await page.keyboard.press('Enter');
    await panelOf(page, 'en').locator('.toast').waitFor();
  });

  test('a phone shows one chat at a time, and nothing is wider than it', async () => {
    const page = await visit({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await server.say(chatOf('fa'), { text: 'سلام' });
    const link = page.getByRole('link', { name: /فارسی/ });
    await eventually(() => link.textContent()).toMatch(/\d new/);
    await link.click();
    await eventually(async () => (await panelOf(page, 'fa').boundingBox())?.x).toBe(0);
    await eventually(() => link.getAttribute('aria-current')).toBe('true');
    expect(await link.locator('.unread').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'The approver' }).click();
    await eventually(
      async () => (await page.getByRole('region', { name: 'Chat: The approver' }).boundingBox())?.x,
    ).toBe(0);
  });

  test('nothing outside the lists moves when something happens', async () => {
    const page = await visit();
    await page.evaluate(() => {
      const moved: string[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const { node } of (entry as unknown as { sources: { node: Node | null }[] }).sources) {
            const element = node instanceof Element ? node : node?.parentElement;
            if (element?.closest('.log, .past, .line') === null) moved.push(element.outerHTML.slice(0, 80));
          }
        }
      }).observe({ type: 'layout-shift' });
    });
    for (let i = 0; i < 3; i++) {
      await fetch(`${server.url}time/step`, { method: 'POST' });
      await page
        .locator('#past li')
        .nth(i + 1)
        .waitFor();
    }
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
  });

  test('only the chat one is in reads its messages out; the page sums up the others', async () => {
    const page = await visit();
    await panelOf(page, 'az').locator('textarea').focus();
    const live = (language: string) => panelOf(page, language).locator('.log').getAttribute('aria-live');
    expect([await live('az'), await live('en')]).toEqual(['polite', 'off']);
    await eventually(() => page.locator('#announcer').textContent()).not.toMatch(/Azerbaijani/);
    for (const language of ['az', 'en', 'en', 'fa']) await server.say(chatOf(language), { text: '…' });
    await eventually(() => page.locator('#announcer').textContent()).toBe(
      'New messages: English 2, Persian 1.',
    );
  });

  test('takes up where it was when the stream breaks', async () => {
    const page = await visit();
    await page.context().setOffline(true);
    await server.say(chatOf('en'), { text: 'meanwhile' });
    await page.context().setOffline(false);
    await panelOf(page, 'en').getByText('meanwhile').waitFor({ timeout: 8000 });
    expect(await panelOf(page, 'en').getByText('meanwhile').count()).toBe(1);
    complaints = complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
  });
});
