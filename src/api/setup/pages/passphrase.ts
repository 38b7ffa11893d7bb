import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import { textField } from '../fields.ts';
import type { Page } from '../html.ts';
import { type Filled, formTo } from './form.ts';

/** Asks for the passphrase that locks the keys, twice, since nobody sees what they type. */
export function passphrasePage(shown: Shown, { faults }: Filled): Page {
  const { language } = shown;
  const fields = html`${textField({
    name: 'passphrase',
    label: translate(language, 'setup-passphrase-label'),
    hint: translate(language, 'setup-passphrase-lost'),
    type: 'password',
    autocomplete: 'new-password',
    faults,
  })}
        ${textField({
          name: 'repeat',
          label: translate(language, 'setup-passphrase-repeat-label'),
          type: 'password',
          autocomplete: 'new-password',
          faults,
        })}`;
  return {
    title: translate(language, 'setup-passphrase-title'),
    step: 3,
    faults,
    body: html`<p>${translate(language, 'setup-passphrase-why')}</p>
      ${formTo(shown, 'passphrase', fields, translate(language, 'setup-next'))}`,
  };
}
