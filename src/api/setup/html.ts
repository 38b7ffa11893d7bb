import { html } from 'hono/html';
import { direction, type Language, languages, nativeName } from '../../domain/language.ts';
import { translate } from '../../i18n/index.ts';
import type { FieldFault } from '../form.ts';
import type { Shown } from './deps.ts';

/** What Hono's `html` makes: everything put into it was escaped. */
export type Html = ReturnType<typeof html>;

/** What a page brings to the frame that all of them share. */
export interface Page {
  readonly title: string;
  /** Of the six; null where there are none to count. */
  readonly step: number | null;
  readonly faults?: readonly FieldFault[];
  readonly body: Html;
}

const STEPS = 6;

/** A whole page: language chooser, where one is, what is wrong, and the body. Works without JavaScript. */
export function layout({ language, base }: Shown, { title, step, faults = [], body }: Page): Html {
  const name = translate(language, 'setup-title');
  const heading = step === null || title === name ? title : `${title} – ${name}`;
  const wrong = faults.length > 0 ? `${translate(language, 'setup-error-title')}: ` : '';
  return html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>${wrong}${heading}</title>
    <link rel="stylesheet" href="${base}/style.css" />
    <link rel="icon" href="${base}/icon.svg" type="image/svg+xml" />
  </head>
  <body>
    <header>
      <p class="mark">Bray</p>
      ${chooser(language, base)}
    </header>
    <main>
      ${step === null ? '' : progress(language, step)}
      <h1>${title}</h1>
      ${faults.length === 0 ? '' : summary(language, faults)}
      ${body}
    </main>
  </body>
</html>`;
}

function chooser(language: Language, base: string): Html {
  return html`<nav aria-label="${translate(language, 'setup-choose-language')}">
        <ul>
          ${languages.map(
            (one) => html`<li>
            <a href="${base}?language=${one}" lang="${one}" hreflang="${one}" dir="${direction(one)}"${
              one === language ? html` aria-current="true"` : ''
            }>${nativeName(one)}</a>
          </li>`,
          )}
        </ul>
      </nav>`;
}

function progress(language: Language, step: number): Html {
  return html`<p class="step">${translate(language, 'setup-step', { step, steps: STEPS })}</p>
      <ol class="steps" aria-hidden="true">
        ${Array.from({ length: STEPS }, (_, at) => html`<li class="${at < step ? 'reached' : ''}"></li>`)}
      </ol>`;
}

function summary(language: Language, faults: readonly FieldFault[]): Html {
  return html`<section class="faults" role="alert" aria-labelledby="faults" tabindex="-1" autofocus>
        <h2 id="faults">${translate(language, 'setup-error-title')}</h2>
        <ul>
          ${faults.map(
            ({ field, text }) =>
              html`<li>${field === '' ? text : html`<a href="#${field}">${text}</a>`}</li>`,
          )}
        </ul>
      </section>`;
}
