import { translate } from '../../../i18n/index.ts';
import { findCaseBySlug } from '../../../services/cases/find.ts';
import { followedCases } from '../../../services/follows/list.ts';
import { unfollow as unfollowCase } from '../following.ts';
import { type Handling, plain } from '../handling.ts';
import { caseButtons } from '../texts/cases-page.ts';
import type { Command } from './command.ts';

/** `/unfollow <slug>`; without a slug it shows what is followed. Works also after groups were switched off. */
export const unfollow: Command = {
  name: 'unfollow',
  worksIn: 'everywhere',
  listedIn: 'groups',
  adminsOnly: true,
  handle: async (handling, slug) => {
    if (slug === '') return offerFollowed(handling);
    const found = await findCaseBySlug(handling.ctx, slug.toLowerCase());
    if (found !== undefined) return unfollowCase(handling, found);
    await handling.say('case-unknown');
    await offerFollowed(handling);
  },
};

async function offerFollowed(handling: Handling): Promise<void> {
  const { reader, ctx, language, chat, chatWord } = handling;
  const followed =
    reader.subscriber === null ? [] : await followedCases(ctx, { subscriberId: reader.subscriber.id });
  const buttons = caseButtons(handling, followed, 'unfollow');
  if (chat.kind === 'private') {
    if (followed.length === 0) return handling.say('stop-nothing');
    return handling.send(plain(translate(language, 'unfollow-choose-case'), buttons));
  }
  if (followed.length === 0) return handling.say('group-follows-nothing', { chat: chatWord });
  await handling.send(
    plain(translate(language, 'group-choose-case-to-unfollow', { chat: chatWord }), buttons),
  );
}
