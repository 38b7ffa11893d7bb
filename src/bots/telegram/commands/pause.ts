import { actingAs } from '../../../services/context.ts';
import { pauseSwitch } from '../texts/pause-switch.ts';
import type { Command } from './command.ts';

/** The stop switch for posts. To whoever is not on the staff there is no such command. */
export const pause: Command = {
  name: 'pause',
  worksIn: 'private',
  listedIn: 'nowhere',
  adminsOnly: false,
  handle: async (handling) => {
    const { ctx, reader, language } = handling;
    if (reader.staff === null) return handling.say('help-unknown-command');
    await handling.send(await pauseSwitch(actingAs(ctx, reader.staff), language));
  },
};
