import { html } from 'hono/html';
import { direction, type Language, languages } from '../../../domain/language.ts';
import { translate } from '../../../i18n/index.ts';
import type { FieldFault, Form } from '../../form.ts';
import { languageName } from '../reader.ts';
import type { Html } from './layout.ts';

/** A form as it is shown: what stands in it, and what was wrong with it. */
export interface Shown {
  readonly language: Language;
  readonly form: Form;
  readonly faults: readonly FieldFault[];
}

interface Field {
  readonly name: string;
  /** Where a page has several of this name; otherwise the name. */
  readonly id?: string;
  readonly label: string;
  readonly hint?: string;
}

/** One line: of text, of figures, or what the browser lets one choose. */
export function inputField(
  shown: Shown,
  field: Field & {
    readonly type?: 'text' | 'date' | 'time' | 'number' | 'datetime-local';
    /** For what is never written from right to left. */
    readonly ltr?: boolean;
  },
): Html {
  const { name, id = name, type = 'text' } = field;
  const own = field.ltr ? html` dir="ltr"` : type === 'text' ? html` dir="auto"` : '';
  return html`<div class="field">
          ${headOf(shown, field)}
          <input type="${type}" id="${id}" name="${name}" value="${shown.form.text(name)}" autocomplete="off"${own}${stateOf(shown, field)} />
        </div>`;
}

/** Several lines of text. */
export function areaField(shown: Shown, field: Field): Html {
  const { name } = field;
  // A browser drops the first line break of a text area: one of ours stands before the text's own.
  return html`<div class="field">
          ${headOf(shown, field)}
          <textarea id="${name}" name="${name}" class="few" dir="auto"${stateOf(shown, field)}>
${shown.form.exact(name)}</textarea>
        </div>`;
}

/** One of several values, each with what it is called. */
export function selectField(
  shown: Shown,
  field: Field & { readonly options: readonly (readonly [value: string, name: string])[] },
): Html {
  const { name, options } = field;
  const chosen = shown.form.text(name);
  return html`<div class="field">
          ${headOf(shown, field)}
          <select id="${name}" name="${name}"${stateOf(shown, field)}>
            ${options.map(([value, called]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${called}</option>`)}
          </select>
        </div>`;
}

/** A box for each of several values. */
export function boxesField(
  shown: Shown,
  field: Field & { readonly options: readonly (readonly [value: string, name: string])[] },
): Html {
  const { name, options } = field;
  const chosen = shown.form.all(name);
  return group(
    shown,
    field,
    html`<div class="boxes">
            ${options.map(
              ([value, called]) =>
                html`<label><input type="checkbox" name="${name}" value="${value}"${chosen.includes(value) ? html` checked` : ''} /> ${called}</label>`,
            )}
          </div>`,
  );
}

/**
 * A fact in each language in which it is written: a field for each, `name-<language>`. Those in `open`, and those in which
 * it is written or wrong, are seen at once; the others are opened by whoever needs them.
 */
export function localisedField(
  shown: Shown,
  field: Field & { readonly open: readonly Language[]; readonly several?: boolean },
): Html {
  const { name, open, several = false } = field;
  const isOpen = (one: Language) => {
    const of = `${name}-${one}`;
    return open.includes(one) || shown.form.text(of) !== '' || faultsOf(shown, of).length > 0;
  };
  const line = (one: Language) => {
    const of = { name: `${name}-${one}`, label: languageName(shown.language, one) };
    const own = html` lang="${one}" dir="${direction(one)}"`;
    return html`<div class="field">
            ${headOf(shown, of)}
            ${
              several
                ? html`<textarea id="${of.name}" name="${of.name}" class="few"${own}${stateOf(shown, of)}>
${shown.form.exact(of.name)}</textarea>`
                : html`<input type="text" id="${of.name}" name="${of.name}" value="${shown.form.text(of.name)}" autocomplete="off"${own}${stateOf(shown, of)} />`
            }
          </div>`;
  };
  const rest = languages.filter((one) => !isOpen(one));
  return group(
    shown,
    field,
    html`${languages.filter(isOpen).map(line)}
          ${
            rest.length === 0
              ? ''
              : html`<details>
            <summary>${translate(shown.language, 'console-facts-languages')}</summary>
            ${rest.map(line)}
          </details>`
          }`,
  );
}

/** Fields that belong together, under a heading of their own. */
export function group(shown: Shown, field: Field, fields: Html): Html {
  const { name, label, hint } = field;
  const faults = faultsOf(shown, name);
  return html`<fieldset class="field" id="${name}"${described(field, faults)}>
          <legend>${label}</legend>
          ${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
          ${faultLine(name, faults)}
          ${fields}
        </fieldset>`;
}

function headOf(shown: Shown, { name, id = name, label, hint }: Field): Html {
  return html`<label for="${id}">${label}</label>
          ${hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}
          ${faultLine(id, faultsOf(shown, name))}`;
}

/** What who cannot see is told of a control: its hint, its faults, and that it is wrong. */
function stateOf(shown: Shown, field: Field): Html {
  const faults = faultsOf(shown, field.name);
  return html`${described(field, faults)}${faults.length > 0 ? html` aria-invalid="true"` : ''}`;
}

function described({ name, id = name, hint }: Field, faults: readonly string[]): Html | string {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(faults.length > 0 ? [`${id}-fault`] : [])];
  return ids.length === 0 ? '' : html` aria-describedby="${ids.join(' ')}"`;
}

function faultLine(id: string, faults: readonly string[]): Html | string {
  return faults.length === 0 ? '' : html`<p class="fault" id="${id}-fault">${faults.join(' ')}</p>`;
}

function faultsOf({ faults }: Shown, name: string): readonly string[] {
  return faults.filter(({ field }) => field === name).map(({ text }) => text);
}
