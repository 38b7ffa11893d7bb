import type { MessageId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import { fitsBelowPhoto, type RenderedMessage } from '../../../domain/message.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { enqueueCall } from '../../../services/calls/enqueue.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { DELETABLE_FOR } from '../../../services/deliveries/deletion.ts';
import { enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import { readContent } from '../../../services/subscribers/read-content.ts';
import { setDiscreet } from '../../../services/subscribers/set-discreet.ts';
import { type Handling, plain } from '../handling.ts';
import { button } from '../texts/buttons.ts';
import { withNote } from '../texts/fit.ts';

/** How long a reader has with the content before it is deleted. */
const readingTime = Temporal.Duration.from({ minutes: 15 });

/** Leaves the sender time to delete before the 48 h are over. */
const margin = Temporal.Duration.from({ minutes: 5 });

/** Begins or ends discreet reading, and says what changes by it. */
export async function onDiscreet(handling: Handling, on: boolean): Promise<void> {
  const { ctx, chat, language } = handling;
  const { subscriber } = await enrolSubscriber(ctx, { chatId: chat.id, kind: chat.kind, language });
  await setDiscreet(ctx, { subscriberId: subscriber.id, on });
  await handling.edit(
    plain(translate(language, on ? 'discreet-turned-on' : 'discreet-turned-off'), [
      [
        button(translate(language, on ? 'button-discreet-off' : 'button-discreet-on'), {
          action: 'discreet',
          on: !on,
        }),
      ],
    ]),
  );
}

/** The neutral notice becomes its content, and the message's deletion falls due. */
export async function onShow(handling: Handling, messageId: MessageId): Promise<void> {
  const { ctx, chat, reader, tapped, language } = handling;
  const deleteAt = tapped?.sentAt ? deletionAfterReading(tapped.sentAt, ctx.clock.now()) : null;
  const content =
    reader.subscriber === null
      ? null
      : await readContent(ctx, { subscriberId: reader.subscriber.id, messageId });
  // What could not be deleted again is not shown.
  if (!tapped?.sentAt || deleteAt === null || content === null)
    return handling.edit(plain(translate(language, 'discreet-gone')));
  const { zone } = await findCampaign(ctx);
  const note = translate(language, 'discreet-deletes-at', { when: formatInstant(language, deleteAt, zone) });
  await handling.edit({
    ...withNote(content, note),
    buttons: [
      ...pictureButton(language, messageId, content),
      [button(translate(language, 'button-delete-now'), { action: 'deleteNow' })],
      ...content.buttons,
    ],
  });
  await enqueueCall(ctx, {
    chatId: chat.id,
    action: { do: 'delete', messageId: tapped.messageId },
    purpose: 'deletion',
    dueAt: deleteAt,
    notAfter: tapped.sentAt.add(DELETABLE_FOR),
  });
}

/** A picture whose text is too long to stand below it has a button of its own: it takes the text's place. */
function pictureButton(language: Language, messageId: MessageId, content: RenderedMessage) {
  if (content.photo === undefined || fitsBelowPhoto(content)) return [];
  return [[button(translate(language, 'button-show-picture'), { action: 'picture', messageId })]];
}

/** The text that was shown becomes its picture. When it is deleted has been settled by then. */
export async function onPicture(handling: Handling, messageId: MessageId): Promise<void> {
  const { ctx, reader, tapped, language } = handling;
  const content =
    reader.subscriber === null ||
    !tapped?.sentAt ||
    deletionAfterReading(tapped.sentAt, ctx.clock.now()) === null
      ? null
      : await readContent(ctx, { subscriberId: reader.subscriber.id, messageId });
  if (content?.photo === undefined) return handling.edit(plain(translate(language, 'discreet-gone')));
  await handling.edit({
    text: '',
    entities: [],
    photo: content.photo,
    buttons: [
      [button(translate(language, 'button-delete-now'), { action: 'deleteNow' })],
      ...content.buttons,
    ],
  });
}

/** Takes the message away that the button is below, before its time. */
export async function onDeleteNow(handling: Handling): Promise<void> {
  const { ctx, chat, tapped, language } = handling;
  if (tapped === null) return;
  const over =
    tapped.sentAt === null ||
    Temporal.Instant.compare(tapped.sentAt.add(DELETABLE_FOR), ctx.clock.now()) <= 0;
  // Too old to be deleted: its text can still be taken away.
  if (over) return handling.edit(plain(translate(language, 'discreet-deleted')));
  await enqueueCall(ctx, {
    chatId: chat.id,
    action: { do: 'delete', messageId: tapped.messageId },
    purpose: 'deletion',
  });
}

/** When a message that is read now is deleted; null when it is too old for that. */
function deletionAfterReading(sentAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const last = sentAt.add(DELETABLE_FOR).subtract(margin);
  if (Temporal.Instant.compare(now, last) >= 0) return null;
  const read = now.add(readingTime);
  return Temporal.Instant.compare(read, last) < 0 ? read : last;
}
