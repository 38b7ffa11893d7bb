import { casesPage } from '../texts/cases-page.ts';
import type { Command } from './command.ts';

/** Lists the campaign's cases, to be followed. */
export const cases: Command = {
  name: 'cases',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => handling.send(await casesPage(handling, 1)),
};
