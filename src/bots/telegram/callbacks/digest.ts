import type { DigestChoice } from '../../../domain/digest.ts';
import type { CaseId } from '../../../domain/ids.ts';
import { enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import { setDigest } from '../../../services/subscribers/set-digest.ts';
import { cardMessage } from '../cards.ts';
import type { Handling } from '../handling.ts';
import { digestPage } from '../texts/digest.ts';

/** When in the week the digest comes was chosen: it is kept and shown. */
export async function onDigest(handling: Handling, choice: DigestChoice): Promise<void> {
  await keep(handling, choice);
  await handling.edit(digestPage(handling.language, choice, 'kept'));
}

/** "No more summaries" below a digest, whose text stays. */
export async function onDigestStop(handling: Handling): Promise<void> {
  await keep(handling, 'off');
  await handling.say('digest-state-off');
}

/** A case's name below a digest, whose text stays. */
export async function onOpenCase(handling: Handling, caseId: CaseId): Promise<void> {
  const card = await cardMessage(handling, { kind: 'case', caseId });
  if (card === null) return handling.say('case-gone');
  await handling.send(card);
}

async function keep(handling: Handling, choice: DigestChoice): Promise<void> {
  const { ctx, chat, language } = handling;
  const { subscriber } = await enrolSubscriber(ctx, { chatId: chat.id, kind: chat.kind, language });
  await setDigest(ctx, { subscriberId: subscriber.id, choice });
}
