import { paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { messageOf } from '../texts/fit.ts';
import { quietButtons, quietState } from '../texts/quiet.ts';
import type { Command } from './command.ts';

/** When nothing comes that can wait: as it is, with what one may choose. */
export const quiet: Command = {
  name: 'quiet',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => {
    const { ctx, language, reader } = handling;
    const choice = reader.subscriber?.quietHours ?? 'campaign';
    const { quietHours } = await findCampaign(ctx);
    await handling.send(
      messageOf(
        quietButtons(language, choice),
        paragraphs(translate(language, 'quiet-explain'), quietState(language, choice, quietHours)),
      ),
    );
  },
};
