/*
 * `npm run pictures`: makes anew the picture of the README that shows what each network shows, from the real service, the
 * stand-ins and a real Chromium. `-- --look <folder>` writes the page there as well on a telephone and in the dark.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { createDemoApp } from '../demo/web/app.ts';
import { listenNear } from '../demo/web/listen.ts';
import { demoKeys } from '../demo/world/keys.ts';
import { Theatre } from '../demo/world/theatre.ts';
import { startEmbedded } from '../src/db/embedded/index.ts';
import { createLog } from '../src/log.ts';
import { browser, closeBrowser } from '../tests/helpers/chromium.ts';

const { values } = parseArgs({ options: { look: { type: 'string' } } });
const picture = new URL('../docs/images/networks.webp', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'bray-pictures-'));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const database = await startEmbedded({ dataFolder: folder, log: say });
const theatre = new Theatre(
  {
    serverUrl: database.url,
    keys: await demoKeys(folder),
    log: createLog('warn', { write: say }),
    progress: say,
    failed: (error) => say(String(error)),
  },
  'release',
);
const page = await listenNear(createDemoApp(theatre).fetch, { port: 0, exactly: true });
try {
  const { stage } = await theatre.performance();
  for (let step = 0; step < 2; step++) await stage.player.step();
  const png = await pictured({ width: 1480, height: 900 }, 'light');
  await sharp(png).resize({ width: 1280 }).webp({ quality: 76, effort: 6 }).toFile(picture.pathname);
  if (values.look !== undefined) await lookAround(values.look, png);
} finally {
  await closeBrowser();
  await page.close();
  await theatre.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function pictured(
  viewport: { readonly width: number; readonly height: number },
  colorScheme: 'light' | 'dark',
): Promise<Buffer> {
  const context = await (await browser()).newContext({ viewport, colorScheme, locale: 'en-GB' });
  const tab = await context.newPage();
  await tab.goto(`${page.url}/networks`);
  await tab.locator('[data-network=email] iframe').waitFor();
  // A frame is as high as its page once that is there.
  await tab.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(({ style }) => style.height !== ''),
  );
  const png = await tab.screenshot({ fullPage: true });
  await context.close();
  return png;
}

async function lookAround(into: string, wide: Buffer): Promise<void> {
  mkdirSync(into, { recursive: true });
  const phone = { width: 390, height: 844 };
  const pictures = {
    'wide-light': wide,
    'wide-dark': await pictured({ width: 1480, height: 900 }, 'dark'),
    'phone-light': await pictured(phone, 'light'),
    'phone-dark': await pictured(phone, 'dark'),
  };
  for (const [name, png] of Object.entries(pictures))
    await sharp(png)
      .png()
      .toFile(join(into, `${name}.png`));
}
