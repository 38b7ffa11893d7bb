import { html } from 'hono/html';
import { differingFields, penalties, rulings } from '../../../domain/hearing.ts';
import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { hearingKinds, hearingStatuses, opennesses } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import type { PersonRow } from '../../../services/cases/find.ts';
import { namedFacts } from '../../../services/hearings/text.ts';
import { rowsIn } from '../form-values.ts';
import { moreRows, zoneField } from './facts-form.ts';
import { areaField, group, inputField, localisedField, type Shown, selectField } from './fields.ts';
import type { Html } from './layout.ts';

/** All fields of a hearing's facts, in the order in which one learns them; what is rarely known is opened. */
export function hearingFields(shown: Shown, persons: readonly PersonRow[]): Html {
  const { language } = shown;
  const open = [language];
  return html`${selectField(shown, {
    name: 'status',
    label: translate(language, 'field-name', { field: 'status' }),
    options: hearingStatuses.map((status) => [status, translate(language, 'hearing-status', { status })]),
  })}
      ${inputField(shown, {
        name: 'date',
        label: translate(language, 'field-name', { field: 'localDate' }),
        hint: translate(language, 'console-facts-date-hint'),
        type: 'date',
      })}
      ${inputField(shown, {
        name: 'time',
        label: translate(language, 'field-name', { field: 'localTime' }),
        hint: translate(language, 'console-facts-time-hint'),
        type: 'time',
      })}
      ${zoneField(shown)}
      ${kindField(shown, 'kind')}
      ${localisedField(shown, { name: 'court', label: translate(language, 'field-name', { field: 'court' }), open })}
      ${inputField(shown, { name: 'room', label: translate(language, 'field-name', { field: 'room' }) })}
      ${opennessField(shown, 'openness')}
      ${inputField(shown, { name: 'judge', label: translate(language, 'field-name', { field: 'judge' }) })}
      ${areaField(shown, {
        name: 'sources',
        label: translate(language, 'field-name', { field: 'sources' }),
        hint: translate(language, 'console-facts-sources-hint'),
      })}
      ${inputField(shown, {
        name: 'checkedOn',
        label: translate(language, 'field-name', { field: 'checkedOn' }),
        hint: translate(language, 'console-facts-checked-hint'),
        type: 'date',
      })}
      ${opened(
        shown,
        ['outcome', 'decided', 'adjourned'],
        translate(language, 'console-facts-result'),
        html`
        ${localisedField(shown, { name: 'outcome', label: translate(language, 'field-name', { field: 'outcome' }), open, several: true })}
        ${rulingFields(shown, persons)}
        ${adjournmentFields(shown)}`,
      )}
      ${opened(shown, ['disagreements'], translate(language, 'console-facts-differing'), differingRows(shown))}`;
}

function kindField(shown: Shown, name: string): Html {
  const { language } = shown;
  return selectField(shown, {
    name,
    label: translate(language, 'field-name', { field: 'kind' }),
    options: hearingKinds.map((kind) => [kind, translate(language, 'hearing-kind', { kind })]),
  });
}

function opennessField(shown: Shown, name: string): Html {
  const { language } = shown;
  return selectField(shown, {
    name,
    label: translate(language, 'field-name', { field: 'openness' }),
    options: opennesses.map((openness) => [openness, translate(language, 'openness-word', { openness })]),
  });
}

/** Closed as long as nothing stands in it and nothing of it is wrong. */
function opened(shown: Shown, names: readonly string[], title: string, fields: Html): Html {
  const { form, faults } = shown;
  const isWrong = faults.some(({ field }) =>
    names.some((name) => field === name || field.startsWith(`${name}-`)),
  );
  const isFilled = names.some((name) => filled[name]?.(form) ?? false);
  return html`<details class="part"${isWrong || isFilled ? html` open` : ''}>
        <summary>${title}</summary>
        ${fields}
      </details>`;
}

const filled: Readonly<Record<string, (form: Shown['form']) => boolean>> = {
  outcome: (form) => form.text('status') === 'held' || form.text('status') === 'cancelled',
  decided: (form) => rowsIn(form, 'decided') > 0,
  adjourned: (form) => form.text('adjourned') !== 'no' && form.text('adjourned') !== '',
  disagreements: (form) => rowsIn(form, 'disagreements') > 0,
};

function rulingFields(shown: Shown, persons: readonly PersonRow[]): Html {
  const { language, form } = shown;
  const label = translate(language, 'console-facts-rulings');
  const rows = Array.from({ length: Math.max(1, rowsIn(form, 'decided')) }, (_, row) =>
    rulingRow(shown, `decided-${row}`, persons),
  );
  return group(
    shown,
    { name: 'decided', label, hint: translate(language, 'console-facts-rulings-hint') },
    html`${rows}${moreRows(language, 'decided', rows.length)}`,
  );
}

function rulingRow(shown: Shown, at: string, persons: readonly PersonRow[]): Html {
  const { language } = shown;
  const open = [language];
  const figure = (unit: 'years' | 'months' | 'days') =>
    inputField(shown, {
      name: `${at}-penalty-${unit}`,
      label: translate(language, 'console-facts-length', { unit }),
      type: 'number',
    });
  return html`<div class="row">
          ${selectField(shown, {
            name: `${at}-personId`,
            label: translate(language, 'console-facts-person'),
            options: [['', '–'], ...persons.map(({ id, name }) => [id, localise(name, language)] as const)],
          })}
          ${localisedField(shown, { name: `${at}-charge`, label: translate(language, 'field-name', { field: 'charge' }), open })}
          ${selectField(shown, {
            name: `${at}-ruling`,
            label: translate(language, 'console-facts-ruling'),
            options: [
              ['', '–'],
              ...rulings.map((ruling) => [ruling, translate(language, 'ruling', { ruling })] as const),
            ],
          })}
          ${selectField(shown, {
            name: `${at}-penalty-kind`,
            label: translate(language, 'console-facts-penalty'),
            options: [
              ['', '–'],
              ...penalties.map((kind) => [kind, translate(language, 'penalty', { kind })] as const),
            ],
          })}
          <div class="figures">${figure('years')}${figure('months')}${figure('days')}</div>
          ${inputField(shown, { name: `${at}-penalty-amount`, label: translate(language, 'console-facts-amount') })}
          ${localisedField(shown, { name: `${at}-note`, label: translate(language, 'console-facts-note'), open, several: true })}
        </div>`;
}

function adjournmentFields(shown: Shown): Html {
  const { language } = shown;
  const at = 'adjourned-next';
  return html`${selectField(shown, {
    name: 'adjourned',
    label: translate(language, 'console-facts-adjourned'),
    options: (['no', 'open', 'dated'] as const).map((how) => [
      how,
      translate(language, 'console-facts-adjourned-how', { how }),
    ]),
  })}
      ${group(
        shown,
        {
          name: at,
          label: translate(language, 'console-facts-next'),
          hint: translate(language, 'console-facts-next-hint'),
        },
        html`${inputField(shown, { name: `${at}-date`, label: translate(language, 'field-name', { field: 'localDate' }), type: 'date' })}
          ${inputField(shown, { name: `${at}-time`, label: translate(language, 'field-name', { field: 'localTime' }), type: 'time' })}
          ${kindField(shown, `${at}-kind`)}
          ${localisedField(shown, { name: `${at}-court`, label: translate(language, 'field-name', { field: 'court' }), open: [language] })}
          ${inputField(shown, { name: `${at}-room`, label: translate(language, 'field-name', { field: 'room' }) })}
          ${opennessField(shown, `${at}-openness`)}`,
      )}`;
}

function factName(language: Language, field: string): string {
  const named = namedFacts[field];
  return named === undefined ? field : translate(language, 'field-name', { field: named });
}

function differingRows(shown: Shown): Html {
  const { language, form } = shown;
  const name = 'disagreements';
  const rows = Array.from({ length: Math.max(1, rowsIn(form, name)) }, (_, row) => {
    const at = `${name}-${row}`;
    return html`<div class="row">
          ${selectField(shown, {
            name: `${at}-field`,
            label: translate(language, 'console-facts-about'),
            options: [
              ['', '–'],
              ...differingFields.map((field) => [field, factName(language, field)] as const),
            ],
          })}
          ${inputField(shown, { name: `${at}-value`, label: translate(language, 'console-facts-says') })}
          ${inputField(shown, { name: `${at}-source`, label: translate(language, 'console-facts-source') })}
        </div>`;
  });
  const label = translate(language, 'console-facts-differing');
  return group(
    shown,
    { name, label, hint: translate(language, 'console-facts-differing-hint') },
    html`${rows}${moreRows(language, name, rows.length)}`,
  );
}
