import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetWith } from '../../src/api/look/files.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { axe } from '../helpers/axe.ts';
import { browser, closePages } from '../helpers/chromium.ts';
import { adminApi, firstMessage, person } from '../service/people.ts';
import { type SetUpTrial, setUpTrial } from './set-up-trial.ts';
import { printedLink } from './visitor.ts';
import { coordinator, passphrase, say } from './walk.ts';

const STYLE = new URL('../../src/api/setup/style.css', import.meta.url);

let open: SetUpTrial;

beforeAll(async () => {
  await browser();
  open = await setUpTrial();
});
afterAll(async () => {
  await open.close();
  await closePages();
});

/** A phone without JavaScript. */
async function phone(locale: string): Promise<BrowserContext> {
  return (await browser()).newContext({
    locale,
    javaScriptEnabled: false,
    viewport: { width: 375, height: 740 },
  });
}

/** axe needs scripts, so it looks at a copy of the page in a browser window that runs them. */
async function faultsOf(page: Page): Promise<string[]> {
  const copy = await (await browser()).newPage({ viewport: page.viewportSize() });
  try {
    await copy.setContent(await page.content());
    await copy.addStyleTag({ content: await sheetWith(STYLE) });
    return await axe(copy);
  } finally {
    await copy.close();
  }
}

/** The page in another of our languages: in order for everybody, in the direction of its script, no wider than a phone. */
async function readsAndFits(page: Page, language: Language): Promise<void> {
  await page.locator(`nav a[lang="${language}"]`).click();
  await coordinator(page, language).heading('setup-bot-title');
  expect(await faultsOf(page)).toEqual([]);
  const { dir, wide } = await page.evaluate(() => ({
    dir: document.documentElement.dir,
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  expect({ language, dir, wide }).toEqual({ language, dir: language === 'fa' ? 'rtl' : 'ltr', wide: false });
}

test('from the printed link, in each language, to the first approved message in Azerbaijani, without JavaScript', async () => {
  const { telegram, bot, trial } = open;
  const service = trial.start();
  const link = await printedLink(service);
  const page = await (await phone('az')).newPage();
  const me = coordinator(page, 'az');
  const passes = async () => expect(await faultsOf(page)).toEqual([]);

  await page.goto(link);
  await page.waitForURL(/\/setup$/);
  await me.heading('setup-bot-title');
  for (const language of [...languages.filter((one) => one !== 'az'), 'az'] as const) {
    await readsAndFits(page, language);
  }
  await me.fill('setup-bot-token-label', bot.token);
  await me.button('setup-bot-check').click();

  await me.heading('setup-campaign-title');
  await me.button('setup-next').click();
  // Everything that is missing is named at once, and leads to its field.
  await page.getByRole('alert').getByRole('link').first().click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('name');
  await passes();
  await me.fill('setup-campaign-name-label', 'Eşşəklərə azadlıq');
  await me.fill('setup-zone-label', 'asia/baku');
  await me.fill('setup-your-name-label', 'Leyla');
  await me.tick('setup-languages-label', ['az', 'fa']);
  await me.tick('setup-your-languages-label', ['az']);
  await me.button('setup-next').click();

  await me.heading('setup-passphrase-title');
  await passes();
  await me.fill('setup-passphrase-label', passphrase);
  await me.fill('setup-passphrase-repeat-label', passphrase);
  await me.button('setup-next').click();

  await me.heading('setup-test-title');
  await passes();
  const leyla = person(telegram.standIn, 'az');
  leyla.starts(await me.startParameter());
  // The page goes on by itself.
  await me.button('setup-next').waitFor();
  await leyla.gets(say('az', 'setup-test-message', { campaign: 'Eşşəklərə azadlıq' }));
  await me.button('setup-next').click();

  await me.heading('setup-second-title');
  await me.fill('setup-second-name-label', 'علی');
  await me.tick('setup-second-languages-label', ['az', 'fa']);
  await me.button('setup-second-make').click();
  await me.button('setup-second-later').waitFor();
  const ali = person(telegram.standIn, 'az');
  ali.starts(await me.startParameter());
  await me.button('setup-next').click();
  await me.button('setup-finish').click();

  await me.heading('setup-done-title');
  await passes();
  const token = await page.locator('code').innerText();
  const origin = new URL(link).origin;
  await page.goto(`${origin}/setup`);
  await me.heading('setup-done-title');
  expect(await page.content()).not.toContain(token);

  const reader = person(telegram.standIn, 'az');
  await firstMessage(adminApi(origin, token), { follower: reader, approver: ali });

  // What a seized disk holds, and what was logged, tells nobody the token or the passphrase.
  const data = join(trial.folder, 'data');
  expect(readdirSync(data).toSorted()).toEqual(['keys.json', 'secrets.json']);
  for (const file of readdirSync(data)) {
    expect(statSync(join(data, file)).mode & 0o077).toBe(0);
    expect(readFileSync(join(data, file), 'utf8')).not.toContain(bot.token.split(':')[1]);
  }
  expect(service.log() + service.errors()).not.toMatch(
    new RegExp(`${bot.token}|${passphrase}|bray_[\\w-]{43}|Leyla`),
  );
  expect(service.log()).not.toContain(new URL(link).pathname);
  expect(await service.end('SIGTERM')).toBe(0);

  // The next start finds everything but the passphrase, and the reader's chat still opens.
  const again = trial.start();
  const other = await (await phone('fa')).newPage();
  await other.goto(await printedLink(again));
  await other.waitForURL(/\/unlock$/);
  await other.getByLabel(say('fa', 'setup-passphrase-label')).fill('not this one, surely');
  await other.getByRole('button', { name: say('fa', 'unlock-button') }).click();
  await other.getByText(say('fa', 'unlock-wrong')).first().waitFor();
  await other.getByLabel(say('fa', 'setup-passphrase-label')).fill(passphrase);
  await other.getByRole('button', { name: say('fa', 'unlock-button') }).click();
  await other.getByText(say('fa', 'unlock-done')).first().waitFor();
  await again.port();
  reader.starts();
  await reader.gets(say('az', 'start-returning', { count: 1 }));
});
