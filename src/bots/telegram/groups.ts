import { findCampaign } from '../../services/campaigns/find.ts';
import type { Handling } from './handling.ts';

/**
 * Following in a group or channel shows who belongs, so it is off until the campaign switches it on. Says so
 * and answers true when the chat is such a one and it is off.
 */
export async function refusedByCampaign(handling: Handling): Promise<boolean> {
  if (handling.chat.kind === 'private') return false;
  const { groupsAllowed } = await findCampaign(handling.ctx);
  if (groupsAllowed) return false;
  await handling.say('group-off', { chat: handling.chatWord });
  return true;
}
