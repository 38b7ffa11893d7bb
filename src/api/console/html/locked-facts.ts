import { html } from 'hono/html';
import { direction, type Language } from '../../../domain/language.ts';
import type { ParagraphStanding } from '../../../domain/text/paragraphs.ts';
import { translate } from '../../../i18n/index.ts';
import { judgeParagraph } from '../../../services/posts/lock-paragraphs.ts';
import type { PostFacts } from '../../../services/posts/post-facts.ts';
import { factFaultsText } from '../refusals.ts';
import type { Html } from './layout.ts';

/** Of a name that is declined, for who does not know how. */
const declined = '{Emin|Emins}';

interface Around {
  readonly reader: Language;
  readonly text: Language;
  readonly facts: PostFacts;
}

/** Says once, above the paragraphs, what is locked and how; nothing where nothing is. */
export function locksHint(standing: readonly ParagraphStanding[], { reader, facts }: Around): Html | string {
  if (standing.every((one) => locksOf(one, facts).length === 0)) return '';
  return html`<p class="hint">${translate(reader, 'console-facts-hint', { time: '{10:30}', name: declined })}</p>`;
}

/** What is locked in a paragraph, each to be tapped, and what its translation has otherwise, with what puts it right. */
export function locks(one: ParagraphStanding, i: number, { reader, text, facts }: Around): Html | string {
  const faults = one.is === 'gone' ? null : judgeParagraph(facts, one);
  const mends = faults !== null && faults.lost.length + faults.doubled.length > 0;
  const back =
    faults === null
      ? ''
      : html`<div class="note"><p>${factFaultsText(reader, faults)}</p>
              ${mends ? html`<button type="submit" name="put" value="${String(i)}" class="side">${translate(reader, 'console-facts-back')}</button>` : ''}</div>`;
  const own = locksOf(one, facts);
  if (own.length === 0) return back;
  const title = translate(reader, 'console-facts-title');
  return html`<div class="locks" role="group" aria-label="${title}"><span class="hint">${title}</span>
              ${own.map(({ shown }, at) => html`<button type="submit" name="put" value="${`${i}-${at}`}" class="lock" lang="${text}" dir="${direction(text)}">{${shown}}</button>`)}</div>
              ${back}`;
}

/** A paragraph of the source with what is locked of it marked. */
export function marked(source: string, facts: PostFacts): Html {
  const locked = facts.of(source);
  const after = (i: number) => source.slice(locked[i]?.end, locked[i + 1]?.start);
  return html`${source.slice(0, locked[0]?.start)}${locked.map(({ start, end }, i) => html`<mark>${source.slice(start, end)}</mark>${after(i)}`)}`;
}

/** A paragraph of the source without what is locked of it. */
export function withoutLocked(source: string, facts: PostFacts): string {
  return facts
    .of(source)
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, source);
}

function locksOf(one: ParagraphStanding, facts: PostFacts) {
  return one.is === 'gone' ? [] : facts.of(one.source);
}
