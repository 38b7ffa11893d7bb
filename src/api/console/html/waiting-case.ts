import { html } from 'hono/html';
import { caseWordsHash, mayAgreeToCase, waitsForSecond } from '../../../domain/case-words.ts';
import { direction, languages } from '../../../domain/language.ts';
import type { Localised } from '../../../domain/localised.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRecord } from '../../../services/cases/read.ts';
import { staffName } from '../../../services/staff/find.ts';
import { languageName, type Reader } from '../reader.ts';
import { agreeForm } from './agree-form.ts';
import type { Html } from './layout.ts';

/**
 * Of a case that waits for its second person: who opened it, all that readers would be shown in each of its languages, and,
 * for who may agree, the button that takes their key. Nothing of one that is shown.
 */
export async function waitingCase(reader: Reader, found: CaseRecord): Promise<Html | string> {
  const { openedBy } = found;
  if (openedBy === null || !waitsForSecond(found)) return '';
  const { ctx, language, at } = reader;
  const agrees = found.status === 'open' && mayAgreeToCase(found, ctx.actor) === null;
  return html`<section class="note">
        <p><strong>${translate(language, 'console-case-waits')}</strong></p>
        <p>${translate(language, 'console-case-opened', { name: await staffName(ctx, openedBy), since: at(found.createdAt) })}</p>
        ${words(reader, found)}
        ${agrees ? await agreement(reader, found) : ''}
      </section>`;
}

function words({ language }: Reader, { slug, name, summary, persons }: CaseRecord): Html {
  return html`<dl>
        <dt>${translate(language, 'console-case-address')}</dt>
        <dd><code dir="ltr">${slug}</code></dd>
        <dt>${translate(language, 'console-field-case')}</dt>
        ${inEach(language, name)}${inEach(language, summary)}
        ${persons.length === 0 ? '' : html`<dt>${translate(language, 'console-case-persons')}</dt>`}
        ${persons.map(
          (person) => html`${inEach(language, person.name)}
        ${person.shownAs === 'name' ? '' : html`<dd>${translate(language, 'person-role', { role: person.shownAs })}</dd>`}`,
        )}
      </dl>`;
}

function inEach(reader: Reader['language'], text: Localised): Html {
  return html`${languages.map((one) =>
    text[one] === undefined
      ? ''
      : html`<dd><span class="hint">${languageName(reader, one)}</span> <span lang="${one}" dir="${direction(one)}">${text[one]}</span></dd>`,
  )}`;
}

async function agreement(reader: Reader, found: CaseRecord): Promise<Html> {
  const action = `/console/cases/${found.id}/agreements`;
  return html`<p>${translate(reader.language, 'console-decide-how')}</p>
        <div class="forms">${await agreeForm(reader, caseWordsHash(found), { action })}</div>`;
}
