import { digestPage } from '../texts/digest.ts';
import type { Command } from './command.ts';

/** A summary once a week: as it is, with what one may choose. */
export const digest: Command = {
  name: 'digest',
  worksIn: 'private',
  listedIn: 'private',
  adminsOnly: false,
  handle: async (handling) => {
    const { language, reader } = handling;
    await handling.send(digestPage(language, reader.subscriber?.digest ?? 'off', 'explain'));
  },
};
