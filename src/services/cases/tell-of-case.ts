import { encodeCallbackData } from '../../domain/callback-data.ts';
import { mayAgreeToCase } from '../../domain/case-words.ts';
import type { StaffId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { TELEGRAM_TEXT_MAX } from '../../domain/text/measure.ts';
import { bold, compose, italic, lines, link, type Piece, paragraphs } from '../../domain/text/message.ts';
import { roles } from '../../domain/words.ts';
import { countryName } from '../../i18n/country.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { Context, StaffContext } from '../context.ts';
import { findDeciders, findStaff, type StaffRow, staffName } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { type CaseRow, type PersonRow, personsOf } from './find.ts';
import { waitingCases } from './waiting.ts';

/** Asks whoever may agree to a case that was opened, and tells everybody else that it waits. Answers how many were asked. */
export async function askAboutCase(ctx: StaffContext, opened: CaseRow): Promise<number> {
  const told = await findDeciders(ctx, {
    roles,
    language: null,
    without: [ctx.actor.id],
    caseId: opened.id,
  });
  const persons = await personsOf(ctx, opened.id);
  let asked = 0;
  for (const member of told) {
    const agrees = mayAgreeToCase(opened, member) === null;
    const messages = agrees
      ? questionsTo(ctx, member, ctx.actor.name, opened, persons)
      : [{ ...compose(openedLine(member.language, ctx.actor.name, opened)), buttons: [] }];
    // To one chat they leave in the order in which they were made.
    for (const message of messages) await notifyStaff(ctx, member.id, message);
    if (agrees) asked += 1;
  }
  return asked;
}

/** Asks somebody whose chat was just linked about what waits: they may be the first second person that there is. */
export async function askAboutWaitingCases(ctx: Context, staffId: StaffId): Promise<void> {
  const member = await findStaff(ctx, staffId);
  if (member === undefined) return;
  for (const waiting of await waitingCases(ctx)) {
    if (waiting.openedBy === null || mayAgreeToCase(waiting, member) !== null) continue;
    const opener = await staffName(ctx, waiting.openedBy);
    const messages = questionsTo(ctx, member, opener, waiting, await personsOf(ctx, waiting.id));
    for (const message of messages) await notifyStaff(ctx, staffId, message);
  }
}

/** Tells everybody else who works on it that a case was closed, or opened again. */
export async function tellOfClosing(ctx: StaffContext, { id: caseId, name, status }: CaseRow): Promise<void> {
  const told = await findDeciders(ctx, { roles, language: null, without: [ctx.actor.id], caseId });
  for (const { id, language } of told) {
    const text = translate(language, 'staff-case-closed', {
      what: status,
      name: ctx.actor.name,
      case: localise(name, language),
    });
    await notifyStaff(ctx, id, { ...compose(text), buttons: [] });
  }
}

/** Tells everybody else who works on it that a case is shown from now on, and by whom. */
export async function tellOfAgreedCase(
  ctx: StaffContext,
  agreed: CaseRow,
  names: readonly string[],
): Promise<void> {
  const told = await findDeciders(ctx, {
    roles,
    language: null,
    without: [ctx.actor.id],
    caseId: agreed.id,
  });
  for (const { id, language } of told) {
    const text = translate(language, 'staff-case-agreed', { case: localise(agreed.name, language) });
    const by = translate(language, 'staff-broadcast-done-by', { names: formatList(language, names) });
    await notifyStaff(ctx, id, { ...compose(lines(text, by)), buttons: [] });
  }
}

function openedLine(language: Language, opener: string, opened: CaseRow): string {
  return translate(language, 'staff-case-opened', { name: opener, case: localise(opened.name, language) });
}

/** Every word that readers would be shown, and the question. Once there is a staff site it is read and agreed to there. */
function questionsTo(
  ctx: Context,
  { language }: StaffRow,
  opener: string,
  opened: CaseRow,
  persons: readonly PersonRow[],
): RenderedMessage[] {
  const first = openedLine(language, opener, opened);
  if (ctx.staffSite !== undefined) {
    const page = `${ctx.staffSite.origin}/console/cases/${opened.id}`;
    const where = lines(translate(language, 'staff-approval-in-console'), link(page, page));
    return [{ ...compose(paragraphs(first, where)), buttons: [] }];
  }
  const texts = packed([
    first,
    ...wordsOf(language, opened, persons),
    italic(translate(language, 'staff-button-risk')),
  ]);
  const data = encodeCallbackData({ action: 'agreeToCase', caseId: opened.id });
  const button = [[{ text: translate(language, 'button-agree'), data }]];
  return texts.map((text, at) => ({ ...text, buttons: at === texts.length - 1 ? button : [] }));
}

/** Name, summary and persons in each language in which they are written. */
function wordsOf(language: Language, opened: CaseRow, persons: readonly PersonRow[]): Piece[] {
  const { name, summary, country, slug, fictional } = opened;
  const title = bold(
    translate(language, 'case-title', {
      name: localise(name, language),
      country: countryName(language, country),
    }),
  );
  return [
    lines(title, slug, fictional ? italic(translate(language, 'case-fictional')) : null),
    ...persons.map((person) =>
      lines(
        ...Object.values(person.name),
        person.shownAs === 'name'
          ? null
          : italic(translate(language, 'person-role', { role: person.shownAs })),
      ),
    ),
    ...languages.flatMap((one): Piece[] => {
      if (name[one] === undefined && summary[one] === undefined) return [];
      const heading = bold(translate(language, 'language-name', { language: one }));
      const [named, about] = [name[one] ?? null, summary[one] ?? null];
      const whole = lines(heading, named, about);
      const hasRoom = compose(whole).text.length <= TELEGRAM_TEXT_MAX;
      return hasRoom || about === null ? [whole] : [lines(heading, named), about];
    }),
  ];
}

/** As many of them below one another in a message as it has room for; each has room in one. */
function packed(pieces: readonly Piece[]) {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const fits = last !== undefined && compose(paragraphs(...last, piece)).text.length <= TELEGRAM_TEXT_MAX;
    if (fits) last.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => compose(paragraphs(...group)));
}
