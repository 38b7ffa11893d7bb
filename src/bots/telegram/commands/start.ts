import type { CaseId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import type { RenderedMessage } from '../../../domain/message.ts';
import { compose, paragraphs } from '../../../domain/text/message.ts';
import { formatList } from '../../../i18n/format.ts';
import { catalogues, translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { findCaseBySlug } from '../../../services/cases/find.ts';
import type { BotContext } from '../../../services/context.ts';
import { followedCaseIds } from '../../../services/follows/list.ts';
import { linkChat } from '../../../services/staff/link-chat.ts';
import { type Enrolled, enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import { type Handling, plain } from '../handling.ts';
import { languageButtons } from '../texts/buttons.ts';
import { caseCard } from '../texts/case-card.ts';
import { casesPage } from '../texts/cases-page.ts';
import type { Command } from './command.ts';
import { helpInGroup } from './help.ts';

/**
 * Begins: welcomes, offers the languages, and opens what a link `t.me/<bot>?start=…` carried (a case's slug, or
 * `staff_<code>`). Telegram lets at most 64 characters of `A-Za-z0-9_-` through (Bot API 10.3).
 */
export const start: Command = {
  name: 'start',
  worksIn: 'everywhere',
  listedIn: 'private',
  adminsOnly: false,
  handle: (handling, argument) =>
    handling.chat.kind === 'private' ? startPrivate(handling, argument) : helpInGroup(handling),
};

const staffPrefix = 'staff_';

async function startPrivate(handling: Handling, argument: string): Promise<void> {
  if (argument.startsWith(staffPrefix)) return linkStaff(handling, argument.slice(staffPrefix.length));
  const { ctx, chat, language } = handling;
  const enrolled = await enrolSubscriber(ctx, { chatId: chat.id, kind: chat.kind, language });
  const arrived = handling.with({ subscriber: enrolled.subscriber });
  const linked = argument === '' ? null : ((await findCaseBySlug(ctx, argument)) ?? null);
  await arrived.send(await welcome(ctx, arrived.language, enrolled, linked?.id ?? null));
  if (linked !== null) return arrived.send(await caseCard(arrived, linked));
  if (argument === '') return;
  await arrived.say('start-unknown-case');
  await arrived.send(await casesPage(arrived, 1));
}

async function linkStaff(handling: Handling, code: string): Promise<void> {
  const { ctx, chat } = handling;
  const linked = await linkChat(ctx, { code, chatId: chat.id });
  if (!linked.ok) {
    return handling.say(linked.refusal.code === 'code-wrong' ? 'staff-code-wrong' : 'staff-code-used');
  }
  await handling.send(plain(staffWelcome(linked.value.language)));
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
  caseId: CaseId | null,
): Promise<RenderedMessage> {
  const count = (await followedCaseIds(ctx, { subscriberId: subscriber.id })).size;
  return {
    ...compose(
      paragraphs(await greeting(ctx, language, before, count), translate(language, 'start-choose-language')),
    ),
    buttons: languageButtons(before === 'unknown' ? null : language, caseId),
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
