import { paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { alertButtons, alertState, noChoice } from '../texts/alerts.ts';
import { messageOf } from '../texts/fit.ts';
import type { Command } from './command.ts';

/** When one is reminded of a hearing, and whether one is told before others: as it is, with what one may choose. */
export const alerts: Command = {
  name: 'alerts',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => {
    const { ctx, language, reader } = handling;
    const choice = reader.subscriber ?? noChoice;
    const { leadTimes } = await findCampaign(ctx);
    await handling.send(
      messageOf(
        alertButtons(language, choice, leadTimes),
        paragraphs(translate(language, 'alerts-explain'), alertState(language, choice, leadTimes)),
      ),
    );
  },
};
