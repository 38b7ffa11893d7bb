import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import { emptyForm } from '../../form.ts';
import type { SetUpMachine, Shown } from '../deps.ts';
import { languageBoxes, textField } from '../fields.ts';
import type { Html, Page } from '../html.ts';
import { type Filled, formTo, sideButton } from './form.ts';

/** Asks what the campaign is, and who sets it up. Of one that was founded before, only who sets it up. */
export function campaignPage(
  shown: Shown,
  step: { readonly founded: boolean; readonly bot: string | null },
  zones: SetUpMachine['zones'],
  filled: Filled,
): Page {
  const { language } = shown;
  const { form, faults } = filled;
  const reads = form.all('reads');
  const fields = html`${step.founded ? '' : campaignFields(shown, zones, filled)}
        ${textField({
          name: 'coordinator',
          label: translate(language, 'setup-your-name-label'),
          value: form.text('coordinator'),
          autocomplete: 'name',
          faults,
        })}
        ${languageBoxes({
          name: 'reads',
          label: translate(language, 'setup-your-languages-label'),
          chosen: form === emptyForm ? [language] : reads,
          faults,
        })}`;
  return {
    title: translate(language, 'setup-campaign-title'),
    step: 2,
    faults,
    body: html`${step.bot === null ? '' : html`<p class="good">${translate(language, 'setup-bot-ok', { name: `@${step.bot}` })}</p>`}
      ${formTo(shown, 'campaign', fields, translate(language, 'setup-next'))}
      ${sideButton(shown, 'back', translate(language, 'setup-back'))}`,
  };
}

function campaignFields({ language }: Shown, zones: SetUpMachine['zones'], { form, faults }: Filled): Html {
  const fresh = form === emptyForm;
  return html`${textField({
    name: 'name',
    label: translate(language, 'setup-campaign-name-label'),
    hint: translate(language, 'setup-campaign-name-hint'),
    value: form.text('name'),
    faults,
  })}
        ${languageBoxes({
          name: 'languages',
          label: translate(language, 'setup-languages-label'),
          hint: translate(language, 'setup-languages-hint'),
          chosen: fresh ? [language] : form.all('languages'),
          faults,
        })}
        ${textField({
          name: 'zone',
          label: translate(language, 'setup-zone-label'),
          hint: translate(language, 'setup-zone-hint'),
          value: fresh ? (zones.here ?? '') : form.text('zone'),
          placeholder: 'Asia/Baku',
          options: zones.all,
          ltr: true,
          faults,
        })}`;
}
