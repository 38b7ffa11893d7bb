import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { type Handling, plain } from '../handling.ts';
import type { Command } from './command.ts';

/** Lists what can be said to the bot. */
export const help: Command = {
  name: 'help',
  worksIn: 'everywhere',
  listedIn: 'everywhere',
  adminsOnly: false,
  handle: (handling) => (handling.chat.kind === 'private' ? helpInPrivate(handling) : helpInGroup(handling)),
};

/** The commands, and how a case is shared in other chats where the campaign has that on. */
async function helpInPrivate(handling: Handling): Promise<void> {
  const { ctx, language, botUsername } = handling;
  const commands = translate(language, 'help-text');
  const { inlineAllowed } = await findCampaign(ctx);
  const inline = translate(language, 'help-inline', { bot: `@${botUsername}` });
  await handling.send(plain(inlineAllowed ? `${commands}\n\n${inline}` : commands));
}

/** What the bot can do where several people read. */
export function helpInGroup(handling: Handling): Promise<void> {
  return handling.say('group-help', { chat: handling.chatWord });
}
