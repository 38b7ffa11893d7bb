import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import type { FormattedText } from '../../../domain/text/message.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { ROWS_MAX } from '../form-values.ts';
import type { Reader } from '../reader.ts';
import { inputField, type Shown } from './fields.ts';
import { formatted } from './formatted.ts';
import type { Html } from './layout.ts';

/** What a colleague has recorded since this form was opened. */
export interface Overtaking {
  readonly revision: number;
  readonly by: string;
  readonly rendered: FormattedText;
}

/** The form around fields of facts: it is looked at first, or handed to a second person. */
export function factsForm(
  language: Language,
  form: {
    readonly action: string;
    /** The revision that the facts were written from; null: of something new. */
    readonly basedOn: number | null;
    readonly overtaking: Overtaking | null;
    readonly fields: Html;
  },
): Html {
  const { action, basedOn, overtaking, fields } = form;
  // The first button of a form is the one that the Enter key presses: nothing is recorded by it.
  return html`<form method="post" action="${action}" class="facts">
        <button type="submit" name="do" value="look" class="unseen" tabindex="-1" aria-hidden="true"></button>
        ${basedOn === null ? '' : html`<input type="hidden" name="basedOn" value="${String(basedOn)}" />`}
        ${fields}
        ${
          overtaking === null
            ? ''
            : html`<p class="field"><label><input type="checkbox" name="instead" value="${String(overtaking.revision)}" /> ${translate(language, 'console-facts-instead')}</label></p>`
        }
        <div class="forms">
          <button type="submit" name="do" value="look" class="side">${translate(language, 'console-facts-look')}</button>
          <button type="submit" name="do" value="record">${translate(language, 'console-edit-submit')}</button>
        </div>
      </form>`;
}

/** What a colleague recorded meanwhile, to be read before one's own takes its place. */
export function overtakingSection(language: Language, { by, rendered }: Overtaking): Html {
  return html`<section>
        <h2>${translate(language, 'console-facts-standing', { name: by })}</h2>
        ${formatted(rendered)}
      </section>`;
}

/** What followers would be told. */
export function toldSection(
  { language, at }: Reader,
  told: { readonly news: FormattedText | null; readonly reminders: readonly Temporal.Instant[] },
): Html {
  const { news, reminders } = told;
  return html`<section role="status">
        <h2>${translate(language, 'console-facts-told')}</h2>
        ${news === null ? html`<p>${translate(language, 'console-facts-told-none')}</p>` : formatted(news)}
        ${reminders.length === 0 ? '' : html`<p>${translate(language, 'console-facts-reminders', { when: formatList(language, reminders.map(at)) })}</p>`}
      </section>`;
}

/** Says how many rows a group has, and asks for one more. */
export function moreRows(language: Language, name: string, rows: number): Html {
  return html`<input type="hidden" name="${name}-rows" value="${String(rows)}" />
          ${rows < ROWS_MAX ? html`<button type="submit" name="do" value="add-${name}" class="side">${translate(language, 'console-facts-more')}</button>` : ''}`;
}

/** The zone whose clocks count. */
export function zoneField(shown: Shown): Html {
  const { language } = shown;
  return inputField(shown, {
    name: 'zone',
    label: translate(language, 'field-name', { field: 'zone' }),
    hint: translate(language, 'console-facts-zone-hint', { example: 'Asia/Baku' }),
    ltr: true,
  });
}
