import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import type { Shown } from '../deps.ts';
import { textField } from '../fields.ts';
import type { Page } from '../html.ts';
import { type Filled, formTo } from './form.ts';

/** Asks for the token that BotFather gave. */
export function botPage(shown: Shown, { form, faults }: Filled): Page {
  const { language } = shown;
  const field = textField({
    name: 'token',
    label: translate(language, 'setup-bot-token-label'),
    hint: translate(language, 'setup-bot-token-secret'),
    value: form.text('token'),
    placeholder: '123456789:AAE…',
    ltr: true,
    faults,
  });
  return {
    title: translate(language, 'setup-bot-title'),
    step: 1,
    faults,
    body: html`<p class="intro">${translate(language, 'setup-intro')}</p>
      <p>${translate(language, 'setup-bot-how')}</p>
      ${formTo(shown, 'bot', field, translate(language, 'setup-bot-check'))}`,
  };
}
