import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import type { Page } from '../html.ts';

/** For another browser than the first that opened the link. */
export function deadLinkPage({ language }: Shown): Page {
  return {
    title: translate(language, 'setup-title'),
    step: null,
    body: html`<p>${translate(language, 'setup-error-link')}</p>`,
  };
}

/** Something failed that nobody expected; nothing was changed. */
export function failedPage(shown: Shown): Page {
  const { language, base } = shown;
  return {
    title: translate(language, 'setup-title'),
    step: null,
    body: html`<p class="fault" role="alert">${translate(language, 'setup-error-ours')}</p>
      <p><a class="button" href="${base}">${translate(language, 'setup-try-again')}</a></p>`,
  };
}

/** What the first browser sees for a moment, before it is led on. */
export function enterPage({ language, base }: Shown): Page {
  return {
    title: translate(language, 'setup-title'),
    step: null,
    body: html`<p><a class="button" href="${base}">${translate(language, 'setup-next')}</a></p>`,
  };
}
