import { translate } from '../../../i18n/index.ts';
import { plain } from '../handling.ts';
import { languageButtons } from '../texts/buttons.ts';
import type { Command } from './command.ts';

/** Offers the languages. */
export const language: Command = {
  name: 'language',
  worksIn: 'everywhere',
  listedIn: 'everywhere',
  adminsOnly: true,
  handle: (handling) =>
    handling.send(
      plain(translate(handling.language, 'language-prompt'), languageButtons(handling.language, null)),
    ),
};
