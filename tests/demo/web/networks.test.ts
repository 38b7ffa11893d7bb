import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createDemoApp } from '../../../demo/web/app.ts';
import { type Listening, listenNear } from '../../../demo/web/listen.ts';
import type { ShownNetwork } from '../../../demo/web/networks.ts';
import { Theatre } from '../../../demo/world/theatre.ts';
import { generateKeys } from '../../../src/crypto/keys.ts';
import { languages } from '../../../src/domain/language.ts';
import { networkNames } from '../../../src/domain/network.ts';
import { createLog } from '../../../src/log.ts';
import { axe } from '../../helpers/axe.ts';
import { browser, closePages } from '../../helpers/chromium.ts';

/** The day of the press release, played to its end before the networks' stand-ins and a real browser. */

let theatre: Theatre;
let served: Listening;
let before: ShownNetwork[];
let shown: ShownNetwork[];
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  theatre = new Theatre(
    {
      serverUrl: inject('serverUrl'),
      keys: generateKeys(),
      log: createLog('error', { write: (line) => void complaints.push(line) }),
      progress: () => undefined,
      failed: (error) => void complaints.push(String(error)),
    },
    'release',
  );
  const [chromium, { stage }] = await Promise.all([browser(), theatre.performance()]);
  served = await listenNear(createDemoApp(theatre).fetch, { port: 0, exactly: true });
  before = await look();
  await stage.player.step();
  expect(await look()).toEqual(before);
  await stage.player.step();
  shown = await look();
  const context = await chromium.newContext({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(`${served.url}/networks`);
  await page.locator('[data-network=email] iframe').waitFor();
}, 120_000);

afterAll(async () => {
  await page.context().close();
  await closePages();
  await served.close();
  await theatre.close();
});

async function look(): Promise<ShownNetwork[]> {
  return (await fetch(`${served.url}/networks.json`)).json();
}

function on(network: string): ShownNetwork {
  const found = shown.find((one) => one.network === network);
  if (found === undefined) throw new Error(`The page shows no ${network}.`);
  return found;
}

const wordsOn = (network: string) =>
  on(network)
    .posts.map(({ text }) => text.map((run) => run.text).join(''))
    .join('\n');

describe('the press release', () => {
  test('stands on all seven networks, in a language each, once a second person has approved it and no sooner', () => {
    expect(before.flatMap(({ posts }) => posts)).toEqual([]);
    expect(shown.map(({ network }) => network).toSorted()).toEqual([...networkNames].toSorted());
    expect(shown.map(({ language }) => language).toSorted()).toEqual([...languages].toSorted());
    for (const { network, posts } of shown) expect(posts.length, network).toBeGreaterThan(0);
  });

  test('asks nothing of any network that its stand-in finds fault with', async () => {
    const { stage } = await theatre.performance();
    expect(stage.world.networks.flatMap(({ wrongs }) => wrongs)).toEqual([]);
  });

  test('is told in the language of each account', () => {
    expect(wordsOn('x')).toContain('Adnan Hacızade ve Emin Milli serbest bırakıldı');
    expect(wordsOn('telegram')).toContain('عدنان حاجی‌زاده و امین میللی آزاد شدند');
    expect(wordsOn('mastodon')).toContain('18. November 2010 – Adnan Hajizade wird auf Bewährung entlassen.');
    expect(wordsOn('facebook')).toContain('Adnan Hacızadə və Emin Milli azad edildi');
    expect(wordsOn('bluesky')).toContain('Adnan Hajizade et Emin Milli ont été libérés');
    expect(wordsOn('email')).toContain('Adnan Hajizade and Emin Milli have been released');
    expect(on('mastodon').posts.map(({ language }) => language)).toContain('de');
    expect(on('bluesky').posts.map(({ language }) => language)).toContain('fr');
    expect(on('wordpress').posts.map(({ language }) => language)).toEqual(['ru']);
  });

  test.each(['x', 'mastodon', 'bluesky'])(
    'is a thread on %s, each part in answer to the one before',
    (network) => {
      const { posts } = on(network);
      expect(posts.length).toBeGreaterThan(1);
      expect(posts.map(({ answers }) => answers)).toEqual([null, ...posts.slice(0, -1).map(({ id }) => id)]);
    },
  );

  test('carries on each network a card in the words of its account, which the network was given too', async () => {
    const [cards, described] = [new Set<string>(), ['x', 'mastodon', 'bluesky', 'facebook']];
    for (const network of [...described, 'telegram']) {
      const [image] = on(network).posts.flatMap(({ images }) => images);
      const answer = await fetch(served.url + (image?.source ?? ''));
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.subarray(0, 3), network).toEqual(Buffer.of(0xff, 0xd8, 0xff));
      cards.add(bytes.toString('base64'));
      if (described.includes(network)) expect(image?.alt, network).toMatch(/\bEmin Milli\b/);
    }
    expect(cards.size).toBe(described.length + 1);
  });

  test('links in the channel what it links elsewhere, also below an image', () => {
    const runs = on('telegram').posts.flatMap(({ text }) => text);
    expect(runs).toContainEqual({ text: '4854/10', look: 'link', href: 'https://hudoc.echr.coe.int/' });
  });

  test('links on Bluesky what its facets cover, and shows the page behind it as a card', () => {
    const runs = on('bluesky').posts.flatMap(({ text }) => text);
    expect(runs).toContainEqual({ text: '4854/10', look: 'link', href: 'https://hudoc.echr.coe.int/' });
    expect(runs).toContainEqual({ text: '#DonkeyBloggers', look: 'hashtag' });
    expect(on('bluesky').posts.map(({ card }) => card?.url)).toContain('https://hudoc.echr.coe.int/');
  });

  test('names in the mail the address at which one click ends it, and that click does', async () => {
    const { details } = on('email').posts[0] ?? { details: [] };
    const named = details.find(({ name }) => name === 'List-Unsubscribe')?.value ?? '';
    const answer = await fetch(named.replace(/^<|>$/g, ''), {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(answer.status).toBe(200);
  });
});

describe('the page', () => {
  test('shows Persian from right to left, in its own digits, and keeps within a telephone', async () => {
    const channel = page.locator('[data-network=telegram] .post').first();
    expect(await channel.evaluate((drawn) => getComputedStyle(drawn).direction)).toBe('rtl');
    expect(await channel.locator('time').textContent()).toMatch(/^۲۰ نوامبر ۲۰۱۰/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('shows the mail and the article as pages in which nothing runs and to which nothing is loaded', async () => {
    for (const network of ['email', 'wordpress']) {
      const source = on(network).posts[0]?.page ?? '';
      const policy = (await fetch(served.url + source)).headers.get('content-security-policy');
      expect(policy).toMatch(/default-src 'none'.*sandbox allow-same-origin$/);
    }
    const mail = page.frameLocator('[data-network=email] iframe');
    await mail.getByText('Sabail District Court', { exact: false }).waitFor();
    await page.frameLocator('[data-network=wordpress] iframe').getByRole('heading', { level: 1 }).waitFor();
  });

  test('can be used by everybody, and complains of nothing', async () => {
    expect(await axe(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
