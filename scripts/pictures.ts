/*
 * `npm run pictures`: makes the README's pictures of the demo anew, from the real service, the stand-ins and a real
 * Chromium: the night of the overnight move, wide and on a telephone, and what each network shows. `-- --look <folder>`
 * writes the page of the networks there as well on a telephone and in the dark.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import type { SceneId } from '../demo/script/scene-id.ts';
import { createDemoApp } from '../demo/web/app.ts';
import { listenNear } from '../demo/web/listen.ts';
import { demoKeys } from '../demo/world/keys.ts';
import { Theatre } from '../demo/world/theatre.ts';
import { startEmbedded } from '../src/db/embedded/index.ts';
import { createLog } from '../src/log.ts';
import { browser, closeBrowser } from '../tests/helpers/chromium.ts';

/** Scrolling and counters come to rest within it, in milliseconds. */
const SETTLES_MS = 1500;

const { values } = parseArgs({ options: { look: { type: 'string' } } });
const images = new URL('../docs/images/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'bray-pictures-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const database = await startEmbedded({ dataFolder: folder, log: say });
try {
  await inTheatre('overnight', takeNight);
  await inTheatre('release', takeNetworks);
} finally {
  await closeBrowser();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

/** Plays a scene, and has pictures taken of its pages. */
async function inTheatre(
  scene: SceneId,
  take: (theatre: Theatre, url: string) => Promise<void>,
): Promise<void> {
  const theatre = new Theatre(
    {
      serverUrl: database.url,
      keys: await demoKeys(folder),
      log: createLog('warn', { write: say }),
      progress: say,
      failed: (error) => say(String(error)),
    },
    scene,
  );
  const page = await listenNear(createDemoApp(theatre).fetch, { port: 0, exactly: true });
  try {
    await take(theatre, page.url);
  } finally {
    await page.close();
    await theatre.close();
  }
}

/** The chats after the verdict was moved, also as somebody sees them who reads Persian on a telephone. */
async function takeNight(theatre: Theatre, url: string): Promise<void> {
  const { stage } = await theatre.performance();
  const chromium = await browser();
  const still = { locale: 'en-GB', reducedMotion: 'reduce' } as const;
  const wide = await visit(
    await chromium.newContext({ ...still, viewport: { width: 1280, height: 800 } }),
    url,
  );
  const phone = await visit(
    await chromium.newContext({
      ...still,
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
    }),
    url,
  );
  await phone.getByRole('link', { name: /فارسی/ }).click();
  for (let step = 0; step < 2; step++) await stage.player.step();
  for (const [tab, name] of [
    [wide, 'demo.png'],
    [phone, 'demo-phone.png'],
  ] as const) {
    await tab.locator('.headline', { hasText: '4 chats told' }).waitFor();
    await tab.locator('.chat[lang=fa] .loud').waitFor();
    await tab.waitForTimeout(SETTLES_MS);
    await sharp(await tab.screenshot())
      .png({ palette: true, quality: 90, effort: 10 })
      .toFile(new URL(name, images).pathname);
    await tab.context().close();
  }
}

async function visit(context: BrowserContext, url: string): Promise<Page> {
  await context.addInitScript(() => localStorage.setItem('bray-about-seen', 'yes'));
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.locator('.chat[data-kind=follower] .message').nth(8).waitFor({ state: 'attached' });
  return tab;
}

async function takeNetworks(theatre: Theatre, url: string): Promise<void> {
  const { stage } = await theatre.performance();
  for (let step = 0; step < 2; step++) await stage.player.step();
  const png = await pictured(url, { width: 1480, height: 900 }, 'light');
  await sharp(png)
    .resize({ width: 1280 })
    .webp({ quality: 76, effort: 6 })
    .toFile(new URL('networks.webp', images).pathname);
  if (values.look !== undefined) await lookAround(url, values.look, png);
}

async function pictured(
  url: string,
  viewport: { readonly width: number; readonly height: number },
  colorScheme: 'light' | 'dark',
): Promise<Buffer> {
  const context = await (await browser()).newContext({ viewport, colorScheme, locale: 'en-GB' });
  const tab = await context.newPage();
  await tab.goto(`${url}/networks`);
  await tab.locator('[data-network=email] iframe').waitFor();
  // A frame is as high as its page once that is there.
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(({ style }) => style.height !== ''),
  );
  const png = await tab.screenshot({ fullPage: true });
  await context.close();
  return png;
}

async function lookAround(url: string, into: string, wide: Buffer): Promise<void> {
  mkdirSync(into, { recursive: true });
  const phone = { width: 390, height: 844 };
  const pictures = {
    'wide-light': wide,
    'wide-dark': await pictured(url, { width: 1480, height: 900 }, 'dark'),
    'phone-light': await pictured(url, phone, 'light'),
    'phone-dark': await pictured(url, phone, 'dark'),
  };
  for (const [name, png] of Object.entries(pictures))
    await sharp(png)
      .png()
      .toFile(join(into, `${name}.png`));
}
