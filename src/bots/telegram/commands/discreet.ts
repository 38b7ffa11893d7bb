import { bold, paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { button } from '../texts/buttons.ts';
import { messageOf } from '../texts/fit.ts';
import type { Command } from './command.ts';

/** Tells what discreet reading is, with the button that begins or ends it. */
export const discreet: Command = {
  name: 'discreet',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: (handling) => {
    const { language, reader } = handling;
    const on = reader.subscriber?.discreet ?? false;
    return handling.send(
      messageOf(
        [
          [
            on
              ? button(translate(language, 'button-discreet-off'), { action: 'discreet', on: false })
              : button(translate(language, 'button-discreet-on'), { action: 'discreet', on: true }),
          ],
        ],
        paragraphs(
          translate(language, 'discreet-explain'),
          bold(translate(language, 'discreet-state', { state: on ? 'on' : 'off' })),
        ),
      ),
    );
  },
};
