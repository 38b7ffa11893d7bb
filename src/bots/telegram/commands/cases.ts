import { casesPage } from '../texts/cases-page.ts';
import type { Command } from './command.ts';

export const cases: Command = {
  name: 'cases',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => handling.send(await casesPage(handling, 1)),
};
