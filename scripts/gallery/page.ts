import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { direction, type Language, languages, nativeName } from '../../src/domain/language.ts';
import type { TelegramEntity } from '../../src/domain/text/message.ts';
import type { Sample } from './sample.ts';

type Html = ReturnType<typeof html>;

/** All samples as one page that needs nothing beside itself: a section per language, a chat's bubble per text. */
export async function galleryPage(samples: readonly Sample[]): Promise<string> {
  const shown = languages.filter((language) => samples.some((sample) => sample.language === language));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Every alert, as its readers see it</title>
        <style>
          ${raw(fontFaces() + style)}
        </style>
      </head>
      <body>
        <h1>Every alert, as its readers see it</h1>
        <nav>${shown.map((language) => html`<a href="#${language}" lang="${language}">${nativeName(language)}</a> `)}</nav>
        ${shown.map((language) =>
          section(
            language,
            samples.filter((sample) => sample.language === language),
          ),
        )}
      </body>
    </html>`;
  return String(await page);
}

function section(language: Language, samples: readonly Sample[]): Html {
  return html`<section id="${language}">
    <h2 lang="${language}">${nativeName(language)}</h2>
    <div class="texts" dir="${direction(language)}">${samples.map(figure)}</div>
  </section>`;
}

function figure({ name, language, message: { text, entities, buttons } }: Sample): Html {
  return html`<figure>
    <figcaption lang="en" dir="ltr">${name}</figcaption>
    <div class="bubble" lang="${language}" dir="auto">${formatted(text, entities)}</div>
    ${buttons.map(
      (row) =>
        html`<div class="keys" lang="${language}">${row.map((button) => html`<span dir="auto">${button.text}</span>`)}</div>`,
    )}
  </figure>`;
}

/** The text with its entities. They nest and never cross, so each begins and ends within the one around it. */
function formatted(text: string, entities: readonly TelegramEntity[], from = 0, to = text.length): Html[] {
  const [first, ...rest] = entities;
  if (first === undefined) return [html`${text.slice(from, to)}`];
  const end = first.offset + first.length;
  const inside = rest.filter(({ offset }) => offset < end);
  const tag = first.type === 'bold' ? 'b' : first.type === 'italic' ? 'i' : 'u';
  return [
    html`${text.slice(from, first.offset)}`,
    html`${raw(`<${tag}>`)}${formatted(text, inside, first.offset, end)}${raw(`</${tag}>`)}`,
    ...formatted(text, rest.slice(inside.length), end, to),
  ];
}

const fonts = [
  ['noto-sans', '400Regular/NotoSans_400Regular.ttf', 400, 'normal'],
  ['noto-sans', '400Regular_Italic/NotoSans_400Regular_Italic.ttf', 400, 'italic'],
  ['noto-sans', '700Bold/NotoSans_700Bold.ttf', 700, 'normal'],
  ['noto-sans-arabic', '400Regular/NotoSansArabic_400Regular.ttf', 400, 'normal'],
  ['noto-sans-arabic', '700Bold/NotoSansArabic_700Bold.ttf', 700, 'normal'],
] as const;

/** In the page itself: it looks the same wherever it is opened. */
function fontFaces(): string {
  const folder = join(import.meta.dirname, '../../node_modules/@expo-google-fonts');
  return fonts
    .map(([family, file, weight, slant]) => {
      const bytes = readFileSync(join(folder, family, file)).toString('base64');
      return `@font-face{font-family:${family};font-weight:${weight};font-style:${slant};src:url(data:font/ttf;base64,${bytes})}`;
    })
    .join('\n');
}

const style = `
body { margin: 1.5rem; font: 15px/1.45 noto-sans, noto-sans-arabic, sans-serif; background: #dfe7ec; color: #14202b; }
nav { position: sticky; top: 0; padding: .5rem 0; background: #dfe7ec; }
nav a { margin-inline-end: 1rem; color: #0b4f8a; }
.texts { display: grid; grid-template-columns: repeat(auto-fill, minmax(21rem, 1fr)); gap: 1.5rem; align-items: start; }
figure { margin: 0; }
figcaption { font-size: .75rem; color: #41525f; margin-bottom: .25rem; }
.bubble { background: #fff; border-radius: .75rem; padding: .6rem .8rem; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; }
.keys { display: flex; gap: .3rem; margin-top: .3rem; }
.keys span { flex: 1; text-align: center; background: #b9cbd8; border-radius: .5rem; padding: .3rem; font-size: .85rem; }
`;
