import { hearingsPage } from '../texts/hearings-page.ts';
import type { Command } from './command.ts';

/** Lists the hearings ahead of the cases that the chat follows. */
export const hearings: Command = {
  name: 'hearings',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => handling.send(await hearingsPage(handling, 1)),
};
