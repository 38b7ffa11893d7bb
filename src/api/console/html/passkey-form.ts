import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import { translate } from '../../../i18n/index.ts';
import type { Html } from './layout.ts';

/** A form that is sent with a key's answer. `asks`: what the browser is to do with its options. */
export function passkeyForm(
  language: Language,
  form: {
    readonly action: string;
    readonly asks: 'create' | 'get';
    readonly options: object;
    readonly hidden: Readonly<Record<string, string>>;
    readonly button: string;
    readonly quiet?: boolean;
  },
): Html {
  return html`<form method="post" action="${form.action}" data-passkey="${form.asks}" data-options="${JSON.stringify(form.options)}">
          ${Object.entries(form.hidden).map(
            ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
          )}
          <input type="hidden" name="answer" value="" />
          <button type="submit"${form.quiet === true ? html` class="side"` : ''}>${form.button}</button>
          <p class="fault" role="alert" hidden>${translate(language, 'console-key-failed')}</p>
          <noscript><p class="fault">${translate(language, 'console-script-needed')}</p></noscript>
        </form>`;
}
