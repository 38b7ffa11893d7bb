import type { CardOf } from '../../domain/card.ts';
import { type HearingId, type IncidentId, parseId } from '../../domain/ids.ts';
import { languages } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import type { WantedCard } from '../../services/cards/of.ts';
import { quoteInput } from '../admin/posts.ts';
import { emptyForm, type Form } from '../form.ts';
import { toLocalised } from '../schemas/text.ts';
import { issuesOf, type UnreadForm } from './facts-asked.ts';
import { formWith, localisedIn, localisedValues, textOrNone } from './form-values.ts';

/** The fields of a quotation, with what is on record of one. */
export function quoteForm(card: CardOf | null): Form {
  if (card?.of !== 'quote') return emptyForm;
  return formWith({
    ...localisedValues('words', card.words),
    ...localisedValues('who', card.who),
    source: card.source ?? '',
  });
}

/** Whether anything of a quotation was written. */
export function hasQuote(form: Form): boolean {
  const names = languages.flatMap((language) => [`words-${language}`, `who-${language}`]);
  return [...names, 'source'].some((name) => form.text(name) !== '');
}

/** The quotation that a form holds, checked as that of the API is; or which fields do not. */
export function readQuote(form: Form): Result<WantedCard, UnreadForm> {
  const [words, who] = [localisedIn(form, 'words'), localisedIn(form, 'who')];
  const parsed = quoteInput.safeParse({ of: 'quote', words, who, source: textOrNone(form, 'source') });
  if (!parsed.success)
    return refused({ code: 'form-unread', issues: issuesOf(form, parsed.error, ['words', 'who']) });
  const { data } = parsed;
  // Every text names its language.
  return done({ ...data, words: toLocalised(data.words, 'en'), who: toLocalised(data.who, 'en') });
}

/** The facts of which a form wants a card, as `hearing:<id>` or `incident:<id>`; null: of none. */
export function readCardOf(text: string): WantedCard | null {
  const [of, id = ''] = text.split(':');
  if (of === 'hearing') {
    const hearingId = parseId<HearingId>(id);
    return hearingId === null ? null : { of, hearingId };
  }
  const incidentId = of === 'incident' ? parseId<IncidentId>(id) : null;
  return incidentId === null ? null : { of: 'incident', incidentId };
}
