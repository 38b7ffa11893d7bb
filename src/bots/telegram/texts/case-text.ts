import type { HearingFacts } from '../../../domain/hearing.ts';
import type { Language } from '../../../domain/language.ts';
import { type Localised, languageOf, localise } from '../../../domain/localised.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { countryName } from '../../../i18n/country.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import { shownNamesByCase } from '../../../services/cases/shown-names.ts';
import type { Context } from '../../../services/context.ts';
import { upcomingHearings } from '../../../services/follows/upcoming.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import type { HearingInEffect } from '../../../services/hearings/find.ts';
import { reportedMoves } from '../../../services/hearings/reported-moves.ts';
import { hearingSources, hearingWhen, reportedMoveLine } from '../../../services/hearings/text.ts';

/** A case with what its text tells of it now. */
export interface CaseNow {
  readonly shown: CaseRow;
  readonly names: readonly Localised[];
  /** The hearing that is next; where none is on, one that was postponed. Null where neither is known. */
  readonly next: HearingInEffect | null;
  /** A move of it that followers were told of and nobody has confirmed yet. */
  readonly move: HearingFacts | null;
}

/** What stands of one case now; see `casesNow`. */
export async function caseNow(ctx: Context, shown: CaseRow): Promise<CaseNow> {
  const [now] = await casesNow(ctx, [shown]);
  if (now === undefined) throw new Error('A case that was asked about was left out.');
  return now;
}

/** The same of several, in the order given, read with so many queries however many they are. */
export async function casesNow(ctx: Context, shown: readonly CaseRow[]): Promise<CaseNow[]> {
  const caseIds = shown.map(({ id }) => id);
  const names = await shownNamesByCase(ctx, caseIds);
  const ahead = Map.groupBy(await upcomingHearings(ctx, { caseIds }), (hearing) => hearing.case.id);
  const next = (one: CaseRow) => {
    const known = ahead.get(one.id) ?? [];
    return known.find(({ facts }) => facts.status === 'scheduled') ?? known[0] ?? null;
  };
  const moves = await reportedMoves(
    ctx,
    shown.flatMap((one) => next(one)?.facts ?? []),
  );
  return shown.map((one) => {
    const hearing = next(one);
    return {
      shown: one,
      names: names.get(one.id) ?? [],
      next: hearing,
      move: (hearing && moves.get(hearing.facts.hearingId)) ?? null,
    };
  });
}

/** A case as anybody may read it: who, where, what is next, what it is about. */
export function caseText(language: Language, now: CaseNow): Piece {
  const { shown, names } = now;
  return paragraphs(
    lines(
      bold(
        translate(language, 'case-title', {
          name: localise(shown.name, language),
          country: countryName(language, shown.country),
        }),
      ),
      shown.fictional ? italic(translate(language, 'case-fictional')) : null,
      names.length === 0
        ? null
        : translate(language, 'case-persons', {
            count: names.length,
            names: formatList(
              language,
              names.map((name) => localise(name, language)),
            ),
          }),
    ),
    lines(
      shown.status === 'closed' ? translate(language, 'case-closed') : null,
      nextHearing(language, now),
      now.next?.facts.status === 'scheduled' ? hearingSources(language, factsOf(now.next.facts)) : null,
    ),
    summary(language, shown),
  );
}

/** When the next hearing is, as far as one is known; first the move that was told of it and nobody has confirmed. */
export function nextHearing(language: Language, { next, move }: Pick<CaseNow, 'next' | 'move'>): Piece {
  const when = next?.facts.status === 'scheduled' ? hearingWhen(language, factsOf(next.facts)) : null;
  return lines(
    reportedMoveLine(language, move),
    when === null
      ? translate(language, 'case-no-hearing')
      : translate(language, 'case-next-hearing', { when }),
  );
}

/** The summary; one in another language says so first. */
function summary(language: Language, { summary: texts }: CaseRow): Piece {
  const found = languageOf(texts, language);
  return lines(
    found === language ? null : italic(translate(language, 'language-fallback', { language: found })),
    localise(texts, language),
  );
}
