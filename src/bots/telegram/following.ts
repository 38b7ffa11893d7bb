import type { CaseId } from '../../domain/ids.ts';
import { localise } from '../../domain/localised.ts';
import { paragraphs } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import type { CaseRow } from '../../services/cases/find.ts';
import { type Followed, followCase } from '../../services/follows/follow.ts';
import { unfollowCase } from '../../services/follows/unfollow.ts';
import { upcomingHearings } from '../../services/follows/upcoming.ts';
import type { Handling } from './handling.ts';
import { caseCard } from './texts/case-card.ts';
import { messageOf } from './texts/fit.ts';
import { hearingsPage } from './texts/hearings-page.ts';
import { nextHearings } from './texts/next-hearings.ts';

/** Follows a case for the chat and shows its new state: the card in a private chat, a line elsewhere. */
export async function follow(handling: Handling, caseId: CaseId): Promise<void> {
  const { ctx, chat, language, chatWord } = handling;
  const followed = await followCase(ctx, { caseId, chatId: chat.id, kind: chat.kind, language });
  if (!followed.ok) return handling.say('case-gone');
  const { subscriber, case: shown } = followed.value;
  const after = handling.with({ subscriber });
  if (chat.kind === 'private') await after.edit(await caseCard(after, shown));
  else {
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
  await sendNext(after, followed.value);
}

/** To whoever has just begun to follow: what is ahead, since no alert tells them of it again. */
export async function sendNext(
  handling: Handling,
  { case: shown, changed }: Pick<Followed, 'case' | 'changed'>,
): Promise<void> {
  const next = changed ? await nextHearings(handling, shown) : null;
  if (next !== null) await handling.send(next);
}

/**
 * To a chat that could not be reached and is back: what is ahead in the cases that it follows, since it may have missed
 * what changed. Not to a discreet reader, who asked for no names that they did not ask for.
 */
export async function sendMissed(handling: Handling): Promise<void> {
  const { ctx, reader } = handling;
  if (reader.subscriber === null || reader.subscriber.discreet) return;
  const caseIds = [...(await handling.followed())];
  if ((await upcomingHearings(ctx, { caseIds })).length === 0) return;
  await handling.send(await hearingsPage(handling, 1));
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
