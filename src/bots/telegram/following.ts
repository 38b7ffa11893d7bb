import type { CaseId } from '../../domain/ids.ts';
import { localise } from '../../domain/localised.ts';
import { paragraphs } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import type { CaseRow } from '../../services/cases/find.ts';
import { followCase } from '../../services/follows/follow.ts';
import { unfollowCase } from '../../services/follows/unfollow.ts';
import type { Handling } from './handling.ts';
import { caseCard } from './texts/case-card.ts';
import { messageOf } from './texts/fit.ts';

/** Follows a case for the chat and shows its new state: the card in a private chat, a line elsewhere. */
export async function follow(handling: Handling, caseId: CaseId): Promise<void> {
  const { ctx, chat, language, chatWord } = handling;
  const followed = await followCase(ctx, { caseId, chatId: chat.id, kind: chat.kind, language });
  if (!followed.ok) return handling.say('case-gone');
  const { subscriber, case: shown } = followed.value;
  const after = handling.with({ subscriber });
  if (chat.kind === 'private') return after.edit(await caseCard(after, shown));
  await after.edit(
    messageOf(
      [],
      paragraphs(
        translate(language, 'group-followed', { chat: chatWord, case: localise(shown.name, language) }),
        translate(language, 'group-warning', { chat: chatWord }),
      ),
    ),
  );
}

/** Ends a follow and shows the case's new state. */
export async function unfollow(handling: Handling, shown: CaseRow): Promise<void> {
  const { ctx, reader, chat, language, chatWord } = handling;
  if (reader.subscriber !== null) {
    await unfollowCase(ctx, { subscriberId: reader.subscriber.id, caseId: shown.id });
  }
  if (chat.kind === 'private') return handling.edit(await caseCard(handling, shown));
  await handling.edit(
    messageOf(
      [],
      translate(language, 'group-unfollowed', { chat: chatWord, case: localise(shown.name, language) }),
    ),
  );
}
