import type { Card } from '../../../domain/callback-data.ts';
import type { Language } from '../../../domain/language.ts';
import type { RenderedMessage } from '../../../domain/message.ts';
import { parseStartPayload, type StartPayload } from '../../../domain/start-payload.ts';
import { compose, paragraphs } from '../../../domain/text/message.ts';
import { formatList } from '../../../i18n/format.ts';
import { catalogues, translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { findCaseBySlug } from '../../../services/cases/find.ts';
import { askAboutWaitingCases } from '../../../services/cases/tell-of-case.ts';
import { actingAs, type BotContext } from '../../../services/context.ts';
import { followedCaseIds } from '../../../services/follows/list.ts';
import { findHearingInEffect } from '../../../services/hearings/find.ts';
import { staffByChat } from '../../../services/staff/by-chat.ts';
import { linkChat } from '../../../services/staff/link-chat.ts';
import { type Enrolled, enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import { sendCard } from '../cards.ts';
import { sendMissed } from '../following.ts';
import { type Handling, plain } from '../handling.ts';
import { languageButtons } from '../texts/buttons.ts';
import { casesPage } from '../texts/cases-page.ts';
import { pauseSwitch } from '../texts/pause-switch.ts';
import { reserveLine } from '../texts/reserve.ts';
import type { Command } from './command.ts';
import { helpInGroup } from './help.ts';

/** Begins: welcomes, offers the languages, and opens what a link `t.me/<bot>?start=…` carried: see `StartPayload`. */
export const start: Command = {
  name: 'start',
  worksIn: 'everywhere',
  listedIn: 'private',
  adminsOnly: false,
  handle: (handling, argument) =>
    handling.chat.kind === 'private' ? startPrivate(handling, argument) : helpInGroup(handling),
};

async function startPrivate(handling: Handling, argument: string): Promise<void> {
  const payload = parseStartPayload(argument);
  if (payload.kind === 'staff') return linkStaff(handling, payload.code);
  const { ctx, chat, language } = handling;
  const enrolled = await enrolSubscriber(ctx, { chatId: chat.id, kind: chat.kind, language });
  const arrived = handling.with({ subscriber: enrolled.subscriber });
  const linked = await linkedCard(ctx, payload);
  await arrived.send(await welcome(ctx, arrived.language, enrolled, linked));
  if (enrolled.before === 'unreachable') await sendMissed(arrived);
  if (linked !== null) return sendCard(arrived, linked);
  if (payload.kind === 'nothing') return;
  await arrived.say('start-unknown-case');
  await arrived.send(await casesPage(arrived, 1));
}

/** What the link leads to; null when there is no such case or hearing here. */
async function linkedCard(ctx: BotContext, payload: StartPayload): Promise<Card | null> {
  if (payload.kind === 'hearing') {
    const found = await findHearingInEffect(ctx, payload.hearingId);
    return found === undefined ? null : { kind: 'hearing', hearingId: payload.hearingId };
  }
  const found = payload.kind === 'case' ? await findCaseBySlug(ctx, payload.slug) : undefined;
  return found === undefined ? null : { kind: 'case', caseId: found.id };
}

async function linkStaff(handling: Handling, code: string): Promise<void> {
  const { ctx, chat } = handling;
  const linked = await linkChat(ctx, { code, chatId: chat.id });
  if (!linked.ok) {
    return handling.say(linked.refusal.code === 'code-wrong' ? 'staff-code-wrong' : 'staff-code-used');
  }
  const { language } = linked.value;
  await handling.send(plain(staffWelcome(language)));
  const member = await staffByChat(ctx, chat.id);
  // At hand from the first moment: posts are stopped by one tap.
  if (member === null) return;
  await handling.send(await pauseSwitch(actingAs(ctx, member.actor), language));
  await askAboutWaitingCases(ctx, member.actor.id);
}

/** Staff learn which of the bot's own texts only a machine has vouched for. */
function staffWelcome(language: Language): string {
  const unchecked = catalogues.filter((catalogue) => !catalogue.nativeChecked);
  const names = unchecked.map((catalogue) =>
    translate(language, 'language-name', { language: catalogue.language }),
  );
  const warning =
    names.length === 0
      ? []
      : [translate(language, 'staff-catalogues-unchecked', { languages: formatList(language, names) })];
  return [translate(language, 'staff-linked'), ...warning].join('\n\n');
}

async function welcome(
  ctx: BotContext,
  language: Language,
  { subscriber, before }: Enrolled,
  linked: Card | null,
): Promise<RenderedMessage> {
  const count = (await followedCaseIds(ctx, { subscriberId: subscriber.id })).size;
  return {
    ...compose(
      paragraphs(
        await greeting(ctx, language, before, count),
        await reserveLine(ctx, language),
        translate(language, 'start-choose-language'),
      ),
    ),
    buttons: languageButtons(before === 'unknown' ? null : language, linked),
  };
}

async function greeting(
  ctx: BotContext,
  language: Language,
  before: Enrolled['before'],
  count: number,
): Promise<string> {
  if (before === 'unreachable') return translate(language, 'start-reachable-again');
  if (before === 'active' && count > 0) return translate(language, 'start-returning', { count });
  return translate(language, 'start-welcome', { campaign: (await findCampaign(ctx)).name });
}
