import type { Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import type { MessageButton, RenderedMessage } from '../../../domain/message.ts';
import { bold, italic, lines, type Piece, paragraphs } from '../../../domain/text/message.ts';
import { formatInstant } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { listCases } from '../../../services/cases/list.ts';
import type { StaffContext } from '../../../services/context.ts';
import { type ShownPause, shownPauses } from '../../../services/pauses/shown.ts';
import { button, pageButtons } from './buttons.ts';
import { messageOf } from './fit.ts';

/**
 * The stop switch for posts, as whoever is on the staff sees it now: one tap stops all, and two people start them again.
 * `note`: what has just become of a tap.
 */
export async function pauseSwitch(
  ctx: StaffContext,
  language: Language,
  note: string | null = null,
): Promise<RenderedMessage> {
  const pauses = await shownPauses(ctx);
  const { zone } = await findCampaign(ctx);
  const all = pauses.some(({ caseName }) => caseName === null);
  const stop: MessageButton[][] = all
    ? []
    : [
        [button(translate(language, 'button-pause-all'), { action: 'pausePosts', caseId: null })],
        [button(translate(language, 'button-pause-one'), { action: 'pauseCases', page: 1 })],
      ];
  return messageOf(
    [...stop, ...pauses.flatMap((pause) => liftButton(language, pause, pauses.length > 1))],
    paragraphs(
      note,
      pauses.length === 0 ? bold(translate(language, 'pause-running')) : null,
      ...pauses.map((pause) => standing(language, pause, zone)),
      italic(translate(language, 'pause-explain')),
    ),
  );
}

function standing(language: Language, pause: ShownPause, zone: string): Piece {
  const { caseName, by: name, asked } = pause;
  const since = formatInstant(language, pause.since, zone);
  return lines(
    bold(
      caseName === null
        ? translate(language, 'pause-standing', { name, since })
        : translate(language, 'pause-case-standing', { case: localise(caseName, language), name, since }),
    ),
    asked === null
      ? null
      : translate(language, 'pause-asked', {
          name: asked.name,
          until: formatInstant(language, asked.until, zone),
        }),
  );
}

/** Where several pauses stand, each is named by its case. */
function liftButton(language: Language, pause: ShownPause, several: boolean): MessageButton[][] {
  const { id: pauseId, caseName, mayDo } = pause;
  if (mayDo === null) return [];
  const label = translate(language, mayDo === 'agree' ? 'button-pause-agree' : 'button-pause-lift');
  const named = several && caseName !== null ? `${label} – ${localise(caseName, language)}` : label;
  return [[button(named, { action: mayDo === 'agree' ? 'agreeToLift' : 'liftPause', pauseId })]];
}

const casesPerPage = 8;

/** The cases, of which a tap stops one. */
export async function casesToPause(
  ctx: StaffContext,
  language: Language,
  page: number,
): Promise<RenderedMessage> {
  const shown = await listCases(ctx, { page, perPage: casesPerPage });
  return messageOf(
    [
      ...shown.items.map(({ id: caseId, name }) => [
        button(localise(name, language), { action: 'pausePosts', caseId }),
      ]),
      ...pageButtons(language, (to) => ({ action: 'pauseCases', page: to }), shown),
      [button(translate(language, 'button-back'), { action: 'pauses' })],
    ],
    translate(language, 'pause-choose-case'),
  );
}
