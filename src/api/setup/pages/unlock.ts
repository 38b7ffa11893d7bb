import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import { textField } from '../fields.ts';
import type { Page } from '../html.ts';
import { type Filled, formTo } from './form.ts';

/** Asks for the passphrase after a restart. */
export function unlockPage(shown: Shown, { faults }: Filled): Page {
  const { language } = shown;
  const label = translate(language, 'setup-passphrase-label');
  const field = textField({
    name: 'passphrase',
    label,
    type: 'password',
    autocomplete: 'current-password',
    faults,
  });
  return {
    title: translate(language, 'unlock-title'),
    step: null,
    faults,
    body: html`<p>${translate(language, 'unlock-text')}</p>
      ${formTo(shown, 'unlock', field, translate(language, 'unlock-button'))}`,
  };
}

/** The passphrase was right, and the service goes on. */
export function unlockedPage({ language }: Shown): Page {
  return {
    title: translate(language, 'unlock-done'),
    step: null,
    body: html``,
  };
}
