import { isLanguage } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { mapSearch } from '../../../domain/map-search.ts';
import type { MessageButton, RenderedMessage } from '../../../domain/message.ts';
import { SHOWN_FROM } from '../../../domain/shown-count.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { countryName } from '../../../i18n/country.ts';
import { translate } from '../../../i18n/index.ts';
import { attendedDay } from '../../../services/attendances/day.ts';
import { readAttendance } from '../../../services/attendances/read.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { shownNames } from '../../../services/cases/shown-names.ts';
import { isDayLeft } from '../../../services/follows/upcoming.ts';
import { adjournment } from '../../../services/hearings/adjournment-text.ts';
import { decisionLines } from '../../../services/hearings/decision-text.ts';
import { hearingDisagreements } from '../../../services/hearings/disagreements.ts';
import { factsOf } from '../../../services/hearings/facts.ts';
import type { HearingInEffect } from '../../../services/hearings/find.ts';
import { hearingAfter } from '../../../services/hearings/next-hearing.ts';
import { reportedMoves } from '../../../services/hearings/reported-moves.ts';
import { shownDecisions } from '../../../services/hearings/shown-decisions.ts';
import { hearingLines, reportedMoveLine } from '../../../services/hearings/text.ts';
import type { Handling } from '../handling.ts';
import { button } from './buttons.ts';
import { messageOf } from './fit.ts';

/**
 * A hearing as its reader sees it now: all that is in effect with its sources, also where they differ, and what can
 * be done about it. `page`: of the list of hearings to which "Back" leads.
 */
export async function hearingCard(
  handling: Handling,
  hearing: HearingInEffect,
  page: number,
): Promise<RenderedMessage> {
  const { ctx, language } = handling;
  const facts = factsOf(hearing.facts);
  const persons = await shownNames(ctx, hearing.case.id);
  const disagree = await hearingDisagreements(ctx, hearing.facts);
  const move = (await reportedMoves(ctx, [hearing.facts])).get(hearing.facts.hearingId);
  const decided = await shownDecisions(ctx, hearing.case.id, facts);
  const next = await hearingAfter(ctx, hearing.facts.hearingId);
  const takesPlace = facts.status === 'scheduled' && isDayLeft(facts, ctx.clock.now());
  const followed = (await handling.followed()).has(hearing.case.id);
  const attendance = await attendanceParts(handling, hearing, page);
  return messageOf(
    [
      ...practicalButtons(handling, hearing, takesPlace),
      ...attendance.buttons,
      [
        button(translate(language, 'button-case'), { action: 'case', caseId: hearing.case.id }),
        button(translate(language, 'button-back'), { action: 'hearings', page }),
      ],
      [
        followed
          ? button(translate(language, 'button-stop-case'), { action: 'stopCase', caseId: hearing.case.id })
          : button(translate(language, 'button-follow'), { action: 'follow', caseId: hearing.case.id }),
      ],
    ],
    paragraphs(
      lines(
        bold(localise(hearing.case.name, language)),
        hearing.case.fictional ? italic(translate(language, 'case-fictional')) : null,
        reportedMoveLine(language, move),
        facts.status === 'scheduled' ? null : translate(language, 'hearing-status', { status: facts.status }),
        facts.status === 'postponed' ? translate(language, 'alert-postponed-no-date') : null,
      ),
      hearingLines(language, { ...facts, disagree }, persons),
      facts.outcome === null
        ? null
        : translate(language, 'hearing-outcome', { outcome: localise(facts.outcome, language) }),
      decisionLines(language, decided),
      adjournment(language, facts, [], next),
      attendance.count,
      takesPlace ? italic(translate(language, 'alert-decide-yourself')) : null,
      attendance.note,
    ),
  );
}

/**
 * Where the campaign lets people say that they will attend: how many, from so many on that nobody can be guessed, a
 * button that turns one's own word on and off, and what is kept of it. It never asks anybody to come.
 */
async function attendanceParts(
  { ctx, chat, language }: Handling,
  { facts }: HearingInEffect,
  page: number,
): Promise<{
  readonly buttons: MessageButton[][];
  readonly count: string | null;
  readonly note: Piece | null;
}> {
  const day = attendedDay(facts, ctx.clock.now());
  if (day === null || chat.kind !== 'private' || !(await findCampaign(ctx)).attendanceAllowed) {
    return { buttons: [], count: null, note: null };
  }
  const { hearingId } = facts;
  const { own, count } = await readAttendance(ctx, { hearingId, day, chatId: chat.id });
  const label = translate(language, 'button-attend');
  return {
    buttons: [[button(own ? `✓ ${label}` : label, { action: 'attend', hearingId, on: !own, page })]],
    count: count === '<20' ? null : translate(language, 'attend-count', { count }),
    note: italic(translate(language, 'attend-note', { from: SHOWN_FROM })),
  };
}

/** For whoever thinks of going, while there is something to go to. */
function practicalButtons(
  handling: Handling,
  { case: { country }, facts }: HearingInEffect,
  takesPlace: boolean,
): MessageButton[][] {
  if (!takesPlace) return [];
  const { language } = handling;
  return [
    [
      calendarButton(handling, facts.hearingId),
      { text: translate(language, 'button-map'), url: courtOnMap(facts.court, country) },
    ],
  ];
}

/** Where the service has a public address, the file is fetched there; otherwise the bot sends it. */
function calendarButton(
  { language, publicUrl }: Handling,
  hearingId: HearingInEffect['facts']['hearingId'],
): MessageButton {
  const text = translate(language, 'button-calendar');
  return publicUrl === null
    ? button(text, { action: 'calendar', hearingId })
    : { text, url: `${publicUrl}/${language}/hearings/${hearingId}.ics` };
}

/** By the name that the court has where it stands: maps know it best. */
function courtOnMap(court: HearingInEffect['facts']['court'], country: string): string {
  const spoken = /^[A-Z]{2}$/.test(country)
    ? new Intl.Locale('und', { region: country }).maximize().language
    : 'en';
  const local = isLanguage(spoken) && court[spoken] !== undefined ? spoken : 'en';
  return mapSearch(localise(court, local), countryName(local, country));
}
