import { bold, paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { messageOf } from '../texts/fit.ts';
import type { Command } from './command.ts';

/** Tells what is kept of a chat, and who else knows of it. */
export const privacy: Command = {
  name: 'privacy',
  worksIn: 'everywhere',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => {
    const { ctx, language } = handling;
    const { attendanceAllowed } = await findCampaign(ctx);
    await handling.send(
      messageOf(
        [],
        paragraphs(
          bold(translate(language, 'privacy-title')),
          translate(language, 'privacy-stored'),
          attendanceAllowed ? translate(language, 'privacy-attendance') : null,
          translate(language, 'privacy-not-stored'),
          translate(language, 'privacy-how-long'),
          translate(language, 'privacy-staff'),
          translate(language, 'privacy-telegram'),
          translate(language, 'privacy-groups'),
        ),
      ),
    );
  },
};
