import type { CallbackData } from '../../../domain/callback-data.ts';
import type { HearingId } from '../../../domain/ids.ts';
import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { RenderedMessage } from '../../../domain/message.ts';
import { caseLink } from '../../../domain/start-payload.ts';
import { italic, paragraphs } from '../../../domain/text/message.ts';
import { translate } from '../../../i18n/index.ts';
import { withoutIsolation } from '../../../i18n/isolate.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import type { Handling } from '../handling.ts';
import { button } from './buttons.ts';
import { caseNow, caseText } from './case-text.ts';
import { messageOf } from './fit.ts';

/** A case as its reader sees it now: who, where, what is next, what it is about, and whether they follow it. */
export async function caseCard(
  handling: Handling,
  shown: CaseRow,
  language: Language = handling.language,
): Promise<RenderedMessage> {
  const now = await caseNow(handling.ctx, shown);
  const followed = (await handling.followed()).has(shown.id);
  return messageOf(
    cardButtons(handling, language, shown, { followed, next: now.next?.facts.hearingId ?? null }),
    paragraphs(
      caseText(language, now),
      followed ? italic(translate(language, 'case-already-followed')) : null,
    ),
  );
}

type LabelKey =
  | 'button-follow'
  | 'button-unfollow'
  | 'button-next-hearing'
  | 'button-timeline'
  | 'button-hearings'
  | 'button-back';

function cardButtons(
  { botUsername }: Handling,
  language: Language,
  shown: CaseRow,
  { followed, next }: { readonly followed: boolean; readonly next: HearingId | null },
): RenderedMessage['buttons'] {
  const { id: caseId } = shown;
  const say = (key: LabelKey, to: CallbackData) => button(translate(language, key), to);
  return [
    [
      followed
        ? say('button-unfollow', { action: 'unfollow', caseId })
        : say('button-follow', { action: 'follow', caseId }),
    ],
    ...(next === null ? [] : [[say('button-next-hearing', { action: 'hearing', hearingId: next, page: 1 })]]),
    [
      say('button-timeline', { action: 'timeline', caseId, page: 1 }),
      { text: translate(language, 'button-share'), url: shareLink(language, botUsername, shown) },
    ],
    [
      say('button-hearings', { action: 'hearings', page: 1 }),
      say('button-back', { action: 'cases', page: 1 }),
    ],
  ];
}

/** Opens Telegram's own choice of whom to send the case's address to (t.me/share/url, read November 2026). */
function shareLink(language: Language, botUsername: string, { slug, name }: CaseRow): string {
  const text = translate(language, 'case-share', { name: localise(name, language) });
  const query = new URLSearchParams({ url: caseLink(botUsername, slug), text: withoutIsolation(text) });
  // A plus stands for itself there, and not for a space.
  return `https://t.me/share/url?${query.toString().replaceAll('+', '%20')}`;
}
