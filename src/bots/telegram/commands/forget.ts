import { translate } from '../../../i18n/index.ts';
import { plain } from '../handling.ts';
import { button } from '../texts/buttons.ts';
import type { Command } from './command.ts';

/** Asks once: it cannot be undone. The button does it. */
export const forget: Command = {
  name: 'forget',
  worksIn: 'everywhere',
  listedIn: 'everywhere',
  adminsOnly: true,
  handle: (handling) =>
    handling.send(
      plain(translate(handling.language, 'forget-confirm'), [
        [
          button(translate(handling.language, 'button-forget'), { action: 'forgetConfirm' }),
          button(translate(handling.language, 'button-cancel'), { action: 'forgetCancel' }),
        ],
      ]),
    ),
};
