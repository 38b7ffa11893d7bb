import { translate } from '../../../i18n/index.ts';
import { findCaseBySlug } from '../../../services/cases/find.ts';
import { follow as followCase } from '../following.ts';
import { refusedByCampaign } from '../groups.ts';
import { type Handling, plain } from '../handling.ts';
import { casesPage, casesToFollow } from '../texts/cases-page.ts';
import type { Command } from './command.ts';

/** `/follow <slug>`, meant for groups and channels; without a slug it shows what there is to follow. */
export const follow: Command = {
  name: 'follow',
  worksIn: 'everywhere',
  listedIn: 'groups',
  adminsOnly: true,
  handle: async (handling, slug) => {
    if (await refusedByCampaign(handling)) return;
    if (slug === '') return offerCases(handling);
    const found = await findCaseBySlug(handling.ctx, slug.toLowerCase());
    if (found === undefined) {
      await handling.say('case-unknown');
      return offerCases(handling);
    }
    await followCase(handling, found.id);
  },
};

async function offerCases(handling: Handling): Promise<void> {
  if (handling.chat.kind === 'private') return handling.send(await casesPage(handling, 1));
  const buttons = await casesToFollow(handling);
  await handling.send(
    plain(translate(handling.language, 'group-choose-case', { chat: handling.chatWord }), buttons),
  );
}
