import type { ChatMember, ChatMemberUpdated } from 'telegraf/types';
import { findCampaign } from '../../services/campaigns/find.ts';
import { setReachable } from '../../services/subscribers/set-reachable.ts';
import { sendMissed } from './following.ts';
import type { Handling } from './handling.ts';

/** The bot was let in or shut out: blocked or unblocked by a person, added to or removed from a group or channel. */
export async function handleMembership(handling: Handling, change: ChatMemberUpdated): Promise<void> {
  const { ctx, chat } = handling;
  const inside = isInside(change.new_chat_member);
  // Of a standing that we do not know nothing follows.
  if (inside === null) return;
  await setReachable(ctx, { chatId: chat.id, reachable: inside });
  if (!inside) return;
  const isBack = isInside(change.old_chat_member) !== true;
  if (chat.kind === 'private') return isBack ? sendMissed(handling) : undefined;
  const { groupsAllowed, name: campaign } = await findCampaign(ctx);
  if (!groupsAllowed) return chat.kind === 'group' ? leave(handling) : undefined;
  if (!isBack) return;
  // In a channel an introduction would be read by everyone; its admins find the commands in the menu.
  if (chat.kind === 'group') await handling.say('group-welcome', { chat: 'group', campaign });
  await sendMissed(handling);
}

/**
 * Says why and goes: a bot that stays where it may do nothing only shows who belongs. It stays in a channel, silently: who
 * its members are is shown to its administrators alone, and a channel of ours can be connected as an account only once the
 * bot is an administrator there.
 */
async function leave(handling: Handling): Promise<void> {
  await handling.say('group-off', { chat: handling.chatWord });
  await handling.leave();
}

/** Null for a standing that Bot API 10.3 does not have. */
function isInside(member: ChatMember): boolean | null {
  switch (member.status) {
    case 'creator':
    case 'administrator':
    case 'member':
      return true;
    case 'restricted':
      return member.is_member;
    case 'left':
    case 'kicked':
      return false;
    default:
      return null;
  }
}
