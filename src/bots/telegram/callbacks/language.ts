import type { Card } from '../../../domain/callback-data.ts';
import type { Language } from '../../../domain/language.ts';
import { paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { setStaffLanguage } from '../../../services/staff/set-language.ts';
import { enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import { setLanguage } from '../../../services/subscribers/set-language.ts';
import { sendCard } from '../cards.ts';
import { refusedByCampaign } from '../groups.ts';
import type { Handling } from '../handling.ts';
import { languageButtons } from '../texts/buttons.ts';
import { messageOf } from '../texts/fit.ts';
import { reserveLine } from '../texts/reserve.ts';

/** A language was chosen: it is kept, the message changes to it, and what was asked for before is shown in it. */
export async function onLanguage(
  handling: Handling,
  { language, after }: { readonly language: Language; readonly after: Card | null },
): Promise<void> {
  if (await refusedByCampaign(handling)) return;
  const { staff } = handling.reader;
  if (staff !== null) await setStaffLanguage(handling.ctx, { staffId: staff.id, language });
  const subscriber = await keepLanguage(handling, language);
  const speaking = handling.with({ language, subscriber });
  await speaking.edit(
    messageOf(
      languageButtons(language, after),
      paragraphs(translate(language, 'language-set'), ...(await introduction(speaking))),
    ),
  );
  if (after !== null) await sendCard(speaking, after);
}

async function keepLanguage({ ctx, chat, reader }: Handling, language: Language) {
  // A staff member who follows nothing is no subscriber, and becomes none by this.
  if (reader.subscriber === null && reader.staff !== null) return null;
  const { subscriber } = await enrolSubscriber(ctx, { chatId: chat.id, kind: chat.kind, language });
  await setLanguage(ctx, { subscriberId: subscriber.id, language });
  return { ...subscriber, language };
}

/** What the bot is, for whoever follows nothing yet: they may not have been able to read it before. */
async function introduction(handling: Handling): Promise<(string | null)[]> {
  const { ctx, reader, chat, language } = handling;
  if (reader.subscriber === null || chat.kind !== 'private') return [];
  if ((await handling.followed()).size > 0) return [];
  const { name } = await findCampaign(ctx);
  return [translate(language, 'start-welcome', { campaign: name }), await reserveLine(ctx, language)];
}
