import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import type { Html, Page } from '../html.ts';
import { formTo } from './form.ts';

/** The end of the set-up. `alone`: nobody is there yet to approve what this person writes. */
export function finishPage(shown: Shown, step: { readonly alone: boolean }): Page {
  const { language } = shown;
  return {
    title: translate(language, 'setup-finish'),
    step: 6,
    body: html`${step.alone ? alone(shown) : html`<p class="good">${translate(language, 'setup-second-joined')}</p>`}
      ${formTo(shown, 'finish', '', translate(language, 'setup-finish'))}`,
  };
}

/** The end, with the key to the administration on the one page that ever shows it. */
export function donePage(
  shown: Shown,
  step: { readonly alone: boolean; readonly botUsername: string },
  token: string | null,
): Page {
  const { language } = shown;
  const followers = `https://t.me/${step.botUsername}`;
  return {
    title: translate(language, 'setup-done-title'),
    step: null,
    body: html`${token === null ? '' : keyOnce(shown, token)}
      ${step.alone ? alone(shown) : ''}
      <p>${translate(language, 'setup-done-followers')}
        <a href="${followers}" rel="noreferrer" target="_blank" dir="ltr">${followers}</a></p>
      <p>${translate(language, 'setup-done-next')}</p>
      <p><a class="button" href="/docs">${translate(language, 'setup-done-docs')}</a></p>`,
  };
}

function alone({ language }: Shown): Html {
  return html`<p class="note">${translate(language, 'setup-done-alone')}</p>`;
}

function keyOnce({ language }: Shown, token: string): Html {
  return html`<p>${translate(language, 'setup-done-text')}</p>
      <h2 id="key">${translate(language, 'setup-done-key-label')}</h2>
      <p class="copy" dir="ltr"><code aria-labelledby="key">${token}</code></p>`;
}
