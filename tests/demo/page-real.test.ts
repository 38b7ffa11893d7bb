import { rm } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createDemoApp } from '../../demo/web/app.ts';
import { type Listening, listenNear } from '../../demo/web/listen.ts';
import { demoKeys } from '../../demo/world/keys.ts';
import { Theatre } from '../../demo/world/theatre.ts';
import { createLog } from '../../src/log.ts';
import { changeCampaign } from '../../src/services/campaigns/change.ts';
import { browser, closePages } from '../helpers/chromium.ts';
import { scratchFolder } from '../helpers/scratch.ts';

/** The page before the real service: one visit, as a stranger makes it, from the first look to the end of a night. */

let folder: string;
let theatre: Theatre;
let listening: Listening;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  folder = await scratchFolder('demo-');
  theatre = new Theatre(
    {
      serverUrl: inject('serverUrl'),
      keys: await demoKeys(folder),
      log: createLog('error', { write: (line) => void complaints.push(line) }),
      progress: () => undefined,
      failed: (error) => void complaints.push(String(error)),
    },
    'overnight',
  );
  const [chromium] = await Promise.all([browser(), theatre.performance()]);
  listening = await listenNear(createDemoApp(theatre).fetch, { port: 4100, exactly: false });
  const context = await chromium.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(listening.url);
  await page.locator('.chat[data-kind=follower] .message').nth(8).waitFor();
});

afterAll(async () => {
  await page.context().close();
  await closePages();
  await listening.close();
  await theatre.close();
  await rm(folder, { recursive: true });
});

/** Patient, since the machine may be busy with other tests. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8000 });
const panel = (language: string): Locator => page.locator(`.chat[data-kind=follower][lang=${language}]`);
const newest = (language: string): Locator => panel(language).locator('.from-bot').last();
const step = () => page.getByRole('button', { name: 'Step to the next event' }).click();

async function send(language: string, text: string): Promise<void> {
  const before = await panel(language).locator('.from-bot').count();
  await panel(language).locator('textarea').fill(text);
  await panel(language).locator('textarea').press('Enter');
  await panel(language).locator('.from-bot').nth(before).waitFor();
}

test('says what this is, and opens on the evening before the verdict', async () => {
  await page.getByRole('region', { name: 'What is this?' }).waitFor();
  await page.getByRole('button', { name: 'Close “What is this?”' }).click();
  expect(await page.locator('#clock-time').textContent()).toBe('20:00');
  expect(await page.locator('#clock-date').textContent()).toBe('Tuesday, 10 November 2009');
  expect(await page.locator('.notice').textContent()).toContain('nothing leaves it');
});

test('a person types /start in Persian and is answered in Persian, from right to left', async () => {
  await send('fa', '/start');
  const text = newest('fa').locator('.text');
  expect(await text.textContent()).toMatch(/^[^A-Za-z]*\p{Script=Arabic}/u);
  expect(await text.evaluate((drawn) => getComputedStyle(drawn).direction)).toBe('rtl');
  expect(await newest('fa').locator('time').textContent()).toMatch(/^[۰-۹]{2}:[۰-۹]{2}$/);
});

test('opens the deep link, stops following and follows again, and sees the card change each time', async () => {
  await panel('en').getByRole('button', { name: 'Actions in the chat: English' }).click();
  await panel('en').getByRole('button', { name: 'Open a link into the case' }).click();
  const stop = panel('en').getByRole('button', { name: 'Stop following' });
  await stop.last().click();
  const follow = panel('en').getByRole('button', { name: 'Follow', exact: true });
  await follow.last().click();
  await stop.last().waitFor();
  expect(await panel('en').locator('.from-person .text').last().textContent()).toBe('/start donkey-bloggers');
});

test('opens the card of the hearing, puts it into a calendar, and is shown what sharing the case would send', async () => {
  const en = panel('en');
  await en.getByRole('button', { name: 'The next hearing' }).last().click();
  await eventually(() => newest('en').locator('.text').textContent()).toContain('When: ');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await en.getByRole('button', { name: 'Add to calendar' }).last().click();
      await en.locator('.file').last().click();
    })(),
  ]);
  expect(download.suggestedFilename()).toBe('hearing.ics');
  await en.getByRole('button', { name: 'The case' }).last().click();
  await en.getByRole('button', { name: 'Share' }).last().click();
  await en.locator('.toast', { hasText: 't.me/bray_demo_bot?start=donkey-bloggers' }).waitFor();
  await en.locator('.toast').getByRole('button', { name: 'OK' }).click();
});

test('shares the case’s card by the bot’s name, in the asker’s language, and is told when that is switched off', async () => {
  const fa = panel('fa');
  await fa.locator('textarea').fill('@bray_demo_bot خر');
  const result = fa.locator('.found .result');
  await result.waitFor();
  expect(await result.locator('.description').textContent()).toMatch(/۱۵:۰۰/);
  const title = await result.locator('.title').textContent();
  await result.click();
  const shared = fa.locator('.from-person', { has: page.locator('.via') }).last();
  await shared.locator('.key').waitFor();
  expect(await shared.locator('.text').textContent()).toContain(title);
  // The bot says nothing to it; the button below it leads into the bot.
  await shared.locator('.key').click();
  await eventually(() => fa.locator('.from-person .text').last().textContent()).toBe(
    '/start donkey-bloggers',
  );

  const { stage } = await theatre.performance();
  const { world, staff } = stage;
  const switched = (inlineAllowed: boolean) =>
    changeCampaign(world.as(staff.author.actor), { inlineAllowed });
  await switched(false);
  await fa.locator('textarea').fill('@bray_demo_bot ');
  await fa.locator('.found', { hasText: 'switched off' }).waitFor();
  await fa.locator('textarea').fill('');
  await switched(true);
});

test('finds the commands in the menu, in the language of the chat', async () => {
  await panel('ru').getByRole('button', { name: 'Меню' }).click();
  await panel('ru').locator('.commands button', { hasText: '/hearings' }).click();
  await eventually(() => newest('ru').textContent()).toMatch(/15:00/);
});

test('is the second person, and every follower hears of the overnight move in their language', async () => {
  await step();
  await page.getByRole('button', { name: 'Be the second person' }).click();
  const approver = page.getByRole('region', { name: 'Chat: The approver' });
  await approver.getByRole('button', { name: 'Approve', exact: true }).last().click();
  for (const [language, time] of Object.entries({ az: '10:30', en: '10:30', fa: '۱۰:۳۰', ru: '10:30' })) {
    await eventually(() => newest(language).locator('b').first().textContent()).toContain(time);
  }
  await step();
  await page.locator('.headline[data-kind=moved-earlier] .move', { hasText: '10:30' }).waitFor();
  expect(await page.locator('#clock-time').textContent()).toBe('03:16');
});

test('blocks the bot, misses the morning, and comes back', async () => {
  const before = await panel('az').locator('.from-bot').count();
  await panel('az').getByRole('button', { name: 'Actions in the chat: Azerbaijani' }).click();
  await panel('az').getByRole('button', { name: 'Block the bot' }).click();
  await panel('az').getByText('Siz bu botu bloklamısınız.').waitFor();
  await step();
  await page.locator('.headline', { hasText: 'on the morning of the hearing' }).waitFor();
  await eventually(() => page.locator('.headline .result').textContent()).toMatch(/^3 chats told/);
  expect(await panel('az').locator('.from-bot').count()).toBe(before);
  await panel('az').getByRole('button', { name: 'Botu yenidən başlat' }).click();
  await panel('az').locator('.from-bot').nth(before).waitFor();
});

test('has nothing to complain of', () => {
  expect(complaints).toEqual([]);
});
