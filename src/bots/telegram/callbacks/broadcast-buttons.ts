import type { CaseId } from '../../../domain/ids.ts';
import { localise } from '../../../domain/localised.ts';
import { translate } from '../../../i18n/index.ts';
import { findCaseOrNone } from '../../../services/cases/find.ts';
import { followCase } from '../../../services/follows/follow.ts';
import { unfollowCase } from '../../../services/follows/unfollow.ts';
import { stopButtons } from '../../../services/posts/render.ts';
import { stop } from '../commands/stop.ts';
import { sendNext } from '../following.ts';
import { refusedByCampaign } from '../groups.ts';
import type { Handling } from '../handling.ts';
import { button } from '../texts/buttons.ts';

/** "Stop this case" below an alert or a post, whose text stays as it was sent. */
export async function onStopCase(handling: Handling, caseId: CaseId): Promise<void> {
  const { ctx, reader, language, chat, chatWord } = handling;
  const shown = await findCaseOrNone(ctx, caseId);
  if (shown === undefined) return handling.say('case-gone');
  if (reader.subscriber !== null) await unfollowCase(ctx, { subscriberId: reader.subscriber.id, caseId });
  await handling.editButtons([
    [
      button(translate(language, 'button-follow'), { action: 'resumeCase', caseId }),
      button(translate(language, 'button-stop-all'), { action: 'stopAll' }),
    ],
  ]);
  if (chat.kind === 'private') return handling.say('case-unfollowed');
  await handling.say('group-unfollowed', { chat: chatWord, case: localise(shown.name, language) });
}

/** The way back from "Stop this case". */
export async function onResumeCase(handling: Handling, caseId: CaseId): Promise<void> {
  if (await refusedByCampaign(handling)) return;
  const { ctx, language, chat, chatWord } = handling;
  const followed = await followCase(ctx, { caseId, chatId: chat.id, kind: chat.kind, language });
  if (!followed.ok) return handling.say('case-gone');
  await handling.editButtons(stopButtons(language, caseId));
  if (chat.kind === 'private') await handling.say('case-followed');
  else {
    await handling.say('group-followed', {
      chat: chatWord,
      case: localise(followed.value.case.name, language),
    });
  }
  await sendNext(handling, followed.value);
}

/** "Stop all" below an alert or a post. */
export async function onStopAll(handling: Handling): Promise<void> {
  await handling.editButtons([]);
  await stop.handle(handling, '');
}
