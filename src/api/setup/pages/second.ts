import { html } from 'hono/html';
import { translate } from '../../../i18n/index.ts';
import { emptyForm } from '../../form.ts';
import type { Shown } from '../deps.ts';
import { languageBoxes, textField } from '../fields.ts';
import type { SecondStage } from '../flow.ts';
import type { Html, Page } from '../html.ts';
import { type Filled, formTo, sideButton } from './form.ts';
import { linkForAnother } from './telegram-link.ts';

/** Invites the second person, without whom nothing is published. */
export function secondPage(shown: Shown, stage: SecondStage, filled: Filled): Page {
  const { language } = shown;
  return {
    title: translate(language, 'setup-second-title'),
    step: 5,
    faults: filled.faults,
    body: html`<p>${translate(language, 'setup-second-why')}</p>
      ${body(shown, stage, filled)}`,
  };
}

function body(shown: Shown, stage: SecondStage, filled: Filled): Html {
  const { language } = shown;
  switch (stage.is) {
    case 'asking':
      return html`${formTo(shown, 'second', fields(shown, filled), translate(language, 'setup-second-make'))}
      ${sideButton(shown, 'second-passed', translate(language, 'setup-second-later'))}`;
    case 'waiting':
      return html`<p>${translate(language, 'setup-second-how')}</p>
      <h2>${translate(language, 'setup-second-link-label')}</h2>
      ${linkForAnother(shown, stage.link)}
      <p class="waiting" role="status">${translate(language, 'setup-second-waiting')}</p>
      ${sideButton(shown, 'second-passed', translate(language, 'setup-second-later'))}`;
    case 'joined':
      return html`<p class="good" role="status">${translate(language, 'setup-second-joined')}</p>
      ${formTo(shown, 'second-passed', '', translate(language, 'setup-next'))}`;
  }
}

function fields({ language }: Shown, { form, faults }: Filled): Html {
  return html`${textField({
    name: 'second',
    label: translate(language, 'setup-second-name-label'),
    value: form.text('second'),
    faults,
  })}
        ${languageBoxes({
          name: 'reads',
          label: translate(language, 'setup-second-languages-label'),
          chosen: form === emptyForm ? [language] : form.all('reads'),
          faults,
        })}`;
}
