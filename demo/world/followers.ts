import { encodeCallbackData } from '../../src/domain/callback-data.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { direction, type Language, nativeName } from '../../src/domain/language.ts';
import { messageWithButton } from './buttons.ts';
import type { World } from './world.ts';

/** A chat that the demo's page shows. */
export interface ShownChat {
  readonly chatId: number;
  readonly title: string;
  readonly language: Language;
  readonly direction: 'ltr' | 'rtl';
  readonly kind: 'follower' | 'staff';
}

/** A person whose Telegram speaks a language, and who opens the deep link into a case. */
export function openDeepLink(world: World, slug: string, language: Language, title?: string): ShownChat {
  const { standIn } = world.telegram;
  const name = title ?? nativeName(language);
  const { id } = standIn.createUser({ firstName: name, languageCode: language });
  standIn.userStarts({ user: id, payload: slug });
  return { chatId: id, title: name, language, direction: direction(language), kind: 'follower' };
}

/** Taps "Follow" below the case's card in each chat, and waits until all follow. */
export async function tapFollow(world: World, caseId: CaseId, chats: readonly number[]): Promise<void> {
  await world.settle();
  for (const chat of chats) tap(world, chat, encodeCallbackData({ action: 'follow', caseId }));
  await world.settle();
}

/** A person taps the newest button that carries `data`. Throws when their chat shows no such button. */
export function tap(world: World, chat: number, data: string): void {
  const { standIn } = world.telegram;
  const messageId = messageWithButton(standIn, chat, data);
  if (messageId === null) throw new Error(`A chat shows no button for ${data.split(':')[0]}.`);
  standIn.userTaps({ user: chat, messageId, button: { data } });
}
