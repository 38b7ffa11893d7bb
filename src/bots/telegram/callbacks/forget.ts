import { translate } from '../../../i18n/index.ts';
import { forgetChat } from '../../../services/subscribers/forget.ts';
import { type Handling, plain } from '../handling.ts';
import { forgottenText } from '../texts/forgotten.ts';

/** Erases, then says in place of the question what was erased: the one message that remains. */
export async function onForgetConfirm(handling: Handling): Promise<void> {
  const { ctx, chat, updateId, language } = handling;
  const forgotten = await forgetChat(ctx, { chatId: chat.id, updateId });
  await handling.edit(forgottenText(language, forgotten));
}

/** Nothing is forgotten after all. */
export async function onForgetCancel(handling: Handling): Promise<void> {
  await handling.edit(plain(translate(handling.language, 'stop-cancelled')));
}
