import { html } from 'hono/html';
import { direction, type Language, languages, nativeName } from '../../domain/language.ts';
import type { FieldFault } from '../form.ts';
import type { Html } from './html.ts';

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults?: readonly FieldFault[];
}

/** A field into which something is typed. */
export interface TextField extends Field {
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly autocomplete?: 'off' | 'name' | 'new-password' | 'current-password';
  /** For what is never written from right to left: tokens, zones. */
  readonly ltr?: boolean;
  readonly options?: readonly string[];
  readonly placeholder?: string;
}

/** One line of text with its label, hint and fault. */
export function textField(field: TextField): Html {
  const { name, label, hint, type = 'text', value = '', autocomplete = 'off', options } = field;
  const faults = ofField(field);
  const list = options === undefined ? '' : html` list="${name}-options"`;
  return html`<div class="field">
          <label for="${name}">${label}</label>
          ${hintOf(name, hint)}
          ${faultsOf(name, faults)}
          <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}"
            autocapitalize="${autocomplete === 'name' ? 'words' : 'none'}" spellcheck="false" required${
              field.ltr ? html` dir="ltr"` : type === 'text' ? html` dir="auto"` : ''
            }${field.placeholder === undefined ? '' : html` placeholder="${field.placeholder}"`}${list}${described(name, hint, faults)}${
              faults.length > 0 ? html` aria-invalid="true"` : ''
            } />
          ${
            options === undefined
              ? ''
              : html`<datalist id="${name}-options">${options.map((one) => html`<option value="${one}"></option>`)}</datalist>`
          }
        </div>`;
}

/** A box for each language, by its own name. */
export function languageBoxes(field: Field & { readonly chosen: readonly string[] }): Html {
  const { name, label, hint, chosen } = field;
  const faults = ofField(field);
  return html`<fieldset class="field" id="${name}" tabindex="-1"${described(name, hint, faults)}>
          <legend>${label}</legend>
          ${hintOf(name, hint)}
          ${faultsOf(name, faults)}
          <div class="boxes">
            ${languages.map(
              (one: Language) =>
                html`<label><input type="checkbox" name="${name}" value="${one}"${
                  chosen.includes(one) ? html` checked` : ''
                } /> <span lang="${one}" dir="${direction(one)}">${nativeName(one)}</span></label>`,
            )}
          </div>
        </fieldset>`;
}

function ofField({ name, faults = [] }: Field): readonly FieldFault[] {
  return faults.filter(({ field }) => field === name);
}

function hintOf(name: string, hint: string | undefined): Html | string {
  return hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`;
}

function faultsOf(name: string, faults: readonly FieldFault[]): Html | string {
  if (faults.length === 0) return '';
  return html`<p class="fault" id="${name}-fault">${faults.map(({ text }) => text).join(' ')}</p>`;
}

function described(name: string, hint: string | undefined, faults: readonly FieldFault[]): Html | string {
  const ids = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(faults.length > 0 ? [`${name}-fault`] : []),
  ];
  if (ids.length === 0) return '';
  return html` aria-describedby="${ids.join(' ')}"`;
}
