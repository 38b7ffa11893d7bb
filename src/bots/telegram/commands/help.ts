import type { Handling } from '../handling.ts';
import type { Command } from './command.ts';

/** Lists what can be said to the bot. */
export const help: Command = {
  name: 'help',
  worksIn: 'everywhere',
  listedIn: 'everywhere',
  adminsOnly: false,
  handle: (handling) =>
    handling.chat.kind === 'private' ? handling.say('help-text') : helpInGroup(handling),
};

/** What the bot can do where several people read. */
export function helpInGroup(handling: Handling): Promise<void> {
  return handling.say('group-help', { chat: handling.chatWord });
}
