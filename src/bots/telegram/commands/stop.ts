import { stopAll } from '../../../services/subscribers/stop.ts';
import type { Command } from './command.ts';

/** Ends all messages at once, without asking back: whoever wants silence must not have to look for a button. */
export const stop: Command = {
  name: 'stop',
  worksIn: 'everywhere',
  listedIn: 'everywhere',
  adminsOnly: true,
  handle: async (handling) => {
    const { subscriber } = handling.reader;
    const ended =
      subscriber === null ? 0 : (await stopAll(handling.ctx, { subscriberId: subscriber.id })).unfollowed;
    if (handling.chat.kind === 'private') return handling.say(ended === 0 ? 'stop-nothing' : 'stop-done');
    await handling.say(ended === 0 ? 'group-follows-nothing' : 'group-stopped', { chat: handling.chatWord });
  },
};
