import { afterAll, beforeAll, expect, test } from 'vitest';
import { browser, closePages } from './chromium.ts';

// The very first start on a machine unpacks it.
beforeAll(async () => {
  await browser();
});

afterAll(closePages);

/** Letters that a font for western Europe lacks, by the language that needs them. */
const LETTERS = { az: 'Əəğış', ru: 'жщыъё', tr: 'ğİış', fa: 'پچژگی۱', fr: 'œç’', de: 'ßü', en: '→✓' };

test('every language of the bot is drawn with letters and not with boxes', async () => {
  const page = await (await browser()).newPage();
  const undrawn = await page.evaluate((letters) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas');
    const drawn = (letter: string) => {
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.font = '40px system-ui, sans-serif';
      context.fillText(letter, 20, 60);
      return context.getImageData(0, 0, canvas.width, canvas.height).data.join();
    };
    // A letter of no script, and none at all.
    const boxes = [drawn('\u{10FFFE}'), drawn('\u{0378}'), drawn(' ')];
    return Object.values(letters).flatMap((text) =>
      [...text].filter((letter) => boxes.includes(drawn(letter))),
    );
  }, LETTERS);
  expect(undrawn).toEqual([]);
});

test('Persian letters join', async () => {
  const page = await (await browser()).newPage();
  const { joined, apart } = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.font = '40px system-ui, sans-serif';
    const width = (text: string) => context.measureText(text).width;
    // Between zero-width non-joiners the same letters keep their isolated, wider forms.
    return { joined: width('جلسه'), apart: width('ج‌ل‌س‌ه') };
  });
  expect(joined).toBeLessThan(apart * 0.95);
});

test('two browsers may be started at once, and pages of one survive the closing of another', async () => {
  const [first, second] = await Promise.all([browser(), browser()]);
  expect(first).toBe(second);
  const [one, two] = await Promise.all([first.newContext(), first.newContext()]);
  const page = await two.newPage();
  await (await one.newPage()).goto('data:text/html,one');
  await one.close();
  await page.goto('data:text/html,<p>two</p>');
  expect(await page.textContent('p')).toBe('two');
});
