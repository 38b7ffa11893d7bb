import type { QuietChoice } from '../../../domain/quiet-hours.ts';
import { paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import { setQuietHours } from '../../../services/subscribers/set-quiet-hours.ts';
import type { Handling } from '../handling.ts';
import { messageOf } from '../texts/fit.ts';
import { quietButtons, quietState } from '../texts/quiet.ts';

/** Quiet hours were chosen: they are kept, and the message says from when on they count. */
export async function onQuiet(handling: Handling, choice: QuietChoice): Promise<void> {
  const { ctx, chat, language } = handling;
  const { subscriber } = await enrolSubscriber(ctx, { chatId: chat.id, kind: chat.kind, language });
  await setQuietHours(ctx, { subscriberId: subscriber.id, choice });
  const { quietHours } = await findCampaign(ctx);
  await handling.edit(
    messageOf(
      quietButtons(language, choice),
      paragraphs(quietState(language, choice, quietHours), translate(language, 'quiet-set')),
    ),
  );
}
