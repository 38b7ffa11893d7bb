import type { ChatMember, ChatMemberUpdated } from 'telegraf/types';
import { translate } from '../../i18n/index.ts';
import { enqueueCall } from '../../services/calls/enqueue.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import { setReachable } from '../../services/subscribers/set-reachable.ts';
import { sendMissed } from './following.ts';
import { type Handling, plain } from './handling.ts';

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
  if (!groupsAllowed) return leave(handling, change);
  if (!isBack) return;
  // In a channel an introduction would be read by everyone; its admins find the commands in the menu.
  if (chat.kind === 'group') await handling.say('group-welcome', { chat: 'group', campaign });
  await sendMissed(handling);
}

/** Says why and goes: a bot that stays where it may do nothing only shows who belongs. */
async function leave(handling: Handling, change: ChatMemberUpdated): Promise<void> {
  const { ctx, chatWord, chat, language } = handling;
  const why = plain(translate(language, 'group-off', { chat: chatWord }));
  if (chat.kind === 'group') {
    await handling.send(why);
  } else {
    // A channel's readers need not know of it: whoever added the bot is told, if they have ever started it.
    await enqueueCall(ctx, {
      chatId: String(change.from.id),
      action: { do: 'send', message: why },
      purpose: 'reply',
    });
  }
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
