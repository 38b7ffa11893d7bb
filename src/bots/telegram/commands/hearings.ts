import { hearingsPage } from '../texts/hearings-page.ts';
import type { Command } from './command.ts';

export const hearings: Command = {
  name: 'hearings',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => handling.send(await hearingsPage(handling, 1)),
};
