import type { Language } from '../../../domain/language.ts';
import { languageOf, localise } from '../../../domain/localised.ts';
import type { MessageButton, RenderedMessage } from '../../../domain/message.ts';
import { bold, compose, italic, lines, paragraphs } from '../../../domain/text/message.ts';
import { formatDay } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { caseTimeline, type TimelineEntry } from '../../../services/cases/timeline.ts';
import { timelinePiece } from '../../../services/cases/timeline-text.ts';
import type { Handling } from '../handling.ts';
import { button, pageButtons } from './buttons.ts';
import { pageLine } from './cases-page.ts';
import { messageOf } from './fit.ts';

/** What a phone's screen or two can hold, and well below what a message can. */
const entriesPerPage = 5;
const pageLength = 3000;

/** One page of what has happened in a case, the newest first, each with its source; hearings have a button. */
export async function timelinePage(
  handling: Handling,
  shown: CaseRow,
  page: number,
): Promise<RenderedMessage> {
  const { ctx, language } = handling;
  const pages = pagesOf(await caseTimeline(ctx, shown.id), language);
  const at = Math.min(page, pages.length);
  const entries = pages[at - 1] ?? [];
  const numbers = { items: entries, page: at, pages: Math.max(1, pages.length) };
  return messageOf(
    [
      ...entries.flatMap((entry) => openButton(language, entry)),
      ...pageButtons(language, (to) => ({ action: 'timeline', caseId: shown.id, page: to }), numbers),
      [button(translate(language, 'button-back'), { action: 'case', caseId: shown.id })],
    ],
    paragraphs(
      lines(
        bold(localise(shown.name, language)),
        shown.fictional ? italic(translate(language, 'case-fictional')) : null,
        bold(translate(language, 'case-timeline-title')),
        ...otherLanguages(language, entries).map((other) =>
          italic(translate(language, 'language-fallback', { language: other })),
        ),
      ),
      entries.length === 0 ? translate(language, 'case-timeline-empty') : null,
      ...entries.map((entry) => timelinePiece(language, entry)),
      pageLine(handling, numbers),
    ),
  );
}

/** As many as fit on each page, so that none has to be cut; one that is longer than a page has it to itself. */
function pagesOf(entries: readonly TimelineEntry[], language: Language): TimelineEntry[][] {
  const pages: TimelineEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const { length } = compose(timelinePiece(language, entry)).text;
    const last = pages.at(-1);
    if (last === undefined || last.length === entriesPerPage || length > room) {
      pages.push([entry]);
      room = pageLength - length;
    } else {
      last.push(entry);
      room -= length;
    }
  }
  return pages;
}

function openButton(language: Language, { item }: TimelineEntry): MessageButton[][] {
  if (item.kind !== 'hearing' || item.facts.localDate === null) return [];
  const kind = translate(language, 'hearing-kind', { kind: item.facts.kind });
  const day = formatDay(language, Temporal.PlainDate.from(item.facts.localDate));
  return [
    [
      button(translate(language, 'hearing-on-day', { kind, day }), {
        action: 'hearing',
        hearingId: item.hearingId,
        page: 1,
      }),
    ],
  ];
}

/** The languages, other than the reader's, in which something on the page had to be told. */
function otherLanguages(language: Language, entries: readonly TimelineEntry[]): Language[] {
  const told = entries.flatMap(({ item }) => {
    if (item.kind === 'event') return [languageOf(item.what, language)];
    if (item.kind === 'incident') return [languageOf(item.facts.what, language)];
    if (item.kind === 'hearing' && item.facts.outcome !== null)
      return [languageOf(item.facts.outcome, language)];
    return [];
  });
  return [...new Set(told)].filter((other) => other !== language);
}
