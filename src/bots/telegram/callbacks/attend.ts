import type { CallbackData } from '../../../domain/callback-data.ts';
import { setAttendance } from '../../../services/attendances/set.ts';
import type { Handling } from '../handling.ts';
import { onHearing } from './pages.ts';

/** "I will attend" below a hearing's card, which shows what holds now. In a private chat only: elsewhere others see it. */
export async function onAttend(
  handling: Handling,
  { hearingId, on, page }: Extract<CallbackData, { action: 'attend' }>,
): Promise<void> {
  const { ctx, chat } = handling;
  if (chat.kind !== 'private') return handling.say('private-only');
  const set = await setAttendance(ctx, { hearingId, chatId: chat.id, on });
  if (!set.ok) await handling.say(set.refusal.code === 'attendance-off' ? 'attend-off' : 'attend-over');
  await onHearing(handling, hearingId, page);
}
