import { html } from 'hono/html';
import { direction, type Language } from '../../../domain/language.ts';
import { type CarriedName, missingFacts } from '../../../domain/text/carried-facts.ts';
import { fillFacts } from '../../../domain/text/locked-facts.ts';
import type { ParagraphStanding, TranslatedParagraph } from '../../../domain/text/paragraphs.ts';
import { formatList, formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { PostFacts } from '../../../services/posts/post-facts.ts';
import type { Form } from '../../form.ts';
import { changes } from './changes.ts';
import type { Html } from './layout.ts';
import { locks, locksHint, marked, withoutLocked } from './locked-facts.ts';

/** More than any text has that we take. */
const PARAGRAPHS_MAX = 4000;

interface Around {
  readonly reader: Language;
  readonly source: Language;
  readonly text: Language;
  /** Of the case's persons. */
  readonly names: readonly CarriedName[];
  readonly facts: PostFacts;
}

/**
 * A field for each paragraph, below or beside its source. With each goes what its writer saw of the source, so that a text
 * is never taken for the translation of words that came later.
 */
export function paragraphFields(standing: readonly ParagraphStanding[], around: Around): Html {
  const { reader } = around;
  const count = (is: ParagraphStanding['is'][]) =>
    formatNumber(reader, standing.filter((one) => is.includes(one.is)).length);
  const tally = translate(reader, 'console-paragraph-tally', {
    all: formatNumber(reader, standing.length),
    missing: count(['missing']),
    changed: count(['changed', 'gone']),
  });
  return html`<p class="hint">${tally}</p>
          <p class="hint" id="text-hint">${translate(reader, 'console-edit-hint')}</p>
          ${locksHint(standing, around)}
          <input type="hidden" name="paragraphs" value="${String(standing.length)}" />
          ${standing.map((one, i) => paragraphField(one, i, around))}`;
}

function paragraphField(one: ParagraphStanding, i: number, around: Around): Html {
  const { reader, text, names, facts } = around;
  const name = (field: string) => `${field}-${i}`;
  const hidden = (field: string, value: string) =>
    html`<input type="hidden" name="${name(field)}" value="${value}" />`;
  return html`<div class="beside paragraph">
            <div>${sourceOf(one, around)}</div>
            <div class="field"><label for="${name('text')}">${translate(reader, 'console-paragraph-title', { number: formatNumber(reader, i + 1) })}</label>
              <textarea id="${name('text')}" name="${name('text')}" aria-describedby="text-hint" spellcheck="true" lang="${text}" dir="${direction(text)}">
${one.text}</textarea>
              ${locks(one, i, around)}
              ${one.is === 'gone' || one.is === 'missing' ? '' : lacking(reader, missingFacts(withoutLocked(one.source, facts), fillFacts(one), names))}
              ${one.is === 'gone' ? '' : hidden('seen', one.source)}
              ${one.is === 'gone' || one.is === 'changed' ? html`${hidden('was', one.was)}${hidden('had', one.text)}` : ''}
              ${one.is === 'changed' ? html`<label><input type="checkbox" name="${name('fits')}" value="yes" /> ${translate(reader, 'console-paragraph-fits')}</label>` : ''}
            </div>
          </div>`;
}

function lacking(reader: Language, facts: readonly string[]): Html | string {
  if (facts.length === 0) return '';
  return html`<p class="note">${translate(reader, 'console-paragraph-lacks', { facts: formatList(reader, facts) })}</p>`;
}

function sourceOf(one: ParagraphStanding, { reader, source: language, facts }: Around): Html {
  const own = html` lang="${language}" dir="${direction(language)}"`;
  const plain = (text: string) => html`<div class="message"${own}>${marked(text, facts)}</div>`;
  switch (one.is) {
    case 'current':
    case 'missing':
      return plain(one.source);
    case 'changed':
      return html`<p class="note">${translate(reader, 'console-paragraph-changed')}</p>
              ${one.was === '' ? plain(one.source) : changes(reader, language, one.was, one.source)}`;
    case 'gone':
      return html`<p class="note">${translate(reader, 'console-paragraph-gone')}</p>
              ${one.was === '' ? '' : plain(one.was)}`;
  }
}

/** What was sent from such fields; null: the text was sent as a whole, or the fields are not to be read. */
export function readParagraphs(form: Form): TranslatedParagraph[] | null {
  const count = Number(form.text('paragraphs') || 'none');
  if (!Number.isInteger(count) || count < 0 || count > PARAGRAPHS_MAX) return null;
  return Array.from({ length: count }, (_, i): TranslatedParagraph => {
    const field = (name: string) => form.exact(`${name}-${i}`).replace(/\r\n?/g, '\n');
    const text = field('text');
    // What nobody touched, and nobody said that it fits, is as far out of date as it was.
    const isTouched = text !== field('had') || form.text(`fits-${i}`) !== '';
    const isCurrent = form.all(`was-${i}`).length === 0 || (isTouched && form.all(`seen-${i}`).length > 0);
    return { source: isCurrent ? field('seen') : field('was'), text };
  });
}
