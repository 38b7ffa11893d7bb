import { html } from 'hono/html';
import { localise } from '../../../domain/localised.ts';
import {
  amendments,
  certainties,
  disclosures,
  incidentKinds,
  incidentStatuses,
  protectedRoles,
} from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import type { PersonRow } from '../../../services/cases/find.ts';
import { zoneField } from './facts-form.ts';
import {
  areaField,
  boxesField,
  group,
  inputField,
  localisedField,
  type Shown,
  selectField,
} from './fields.ts';
import type { Html } from './layout.ts';

/** All fields of an incident's facts; of a change also how it stands to what was told before. */
export function incidentFields(shown: Shown, persons: readonly PersonRow[], isChange: boolean): Html {
  const { language } = shown;
  const open = [language];
  return html`${isChange ? changeFields(shown) : html`<input type="hidden" name="status" value="stands" />`}
      ${selectField(shown, {
        name: 'kind',
        label: translate(language, 'console-facts-kind'),
        options: [
          ['', '–'],
          ...incidentKinds.map(
            (kind) => [kind, translate(language, 'console-facts-kinds', { kind })] as const,
          ),
        ],
      })}
      ${inputField(shown, { name: 'date', label: translate(language, 'field-name', { field: 'localDate' }), type: 'date' })}
      ${inputField(shown, {
        name: 'time',
        label: translate(language, 'field-name', { field: 'localTime' }),
        hint: translate(language, 'console-facts-time-hint'),
        type: 'time',
      })}
      ${zoneField(shown)}
      ${localisedField(shown, { name: 'place', label: translate(language, 'console-facts-place'), open })}
      ${localisedField(shown, {
        name: 'what',
        label: translate(language, 'console-facts-what'),
        hint: translate(language, 'console-facts-what-hint'),
        open,
        several: true,
      })}
      ${
        persons.length === 0
          ? ''
          : boxesField(shown, {
              name: 'personIds',
              label: translate(language, 'console-facts-whom'),
              options: persons.map(({ id, name }) => [id, localise(name, language)]),
            })
      }
      ${group(
        shown,
        {
          name: 'bystanders',
          label: translate(language, 'console-facts-bystanders'),
          hint: translate(language, 'console-facts-bystanders-hint'),
        },
        html`<div class="figures">${protectedRoles.map((role) =>
          inputField(shown, {
            name: `bystanders-${role}`,
            label: translate(language, 'console-facts-bystander', { role }),
            type: 'number',
          }),
        )}</div>`,
      )}
      ${selectField(shown, {
        name: 'certainty',
        label: translate(language, 'console-facts-certainty'),
        options: [
          ['', '–'],
          ...certainties.map(
            (certainty) =>
              [certainty, translate(language, 'console-facts-certainties', { certainty })] as const,
          ),
        ],
      })}
      ${boxesField(shown, {
        name: 'discloses',
        label: translate(language, 'console-facts-discloses'),
        hint: translate(language, 'console-facts-discloses-hint'),
        options: disclosures.map((disclosure) => [
          disclosure,
          translate(language, 'disclosure-word', { disclosure }),
        ]),
      })}
      ${areaField(shown, {
        name: 'sources',
        label: translate(language, 'field-name', { field: 'sources' }),
        hint: translate(language, 'console-facts-sources-hint'),
      })}`;
}

function changeFields(shown: Shown): Html {
  const { language } = shown;
  return html`${selectField(shown, {
    name: 'amendment',
    label: translate(language, 'console-facts-amendment'),
    options: [
      ['', '–'],
      ...amendments.map(
        (amendment) => [amendment, translate(language, 'console-facts-amendments', { amendment })] as const,
      ),
    ],
  })}
      ${selectField(shown, {
        name: 'status',
        label: translate(language, 'field-name', { field: 'status' }),
        options: incidentStatuses.map((status) => [
          status,
          translate(language, 'console-facts-happened', { status }),
        ]),
      })}`;
}
