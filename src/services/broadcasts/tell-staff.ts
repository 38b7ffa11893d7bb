import { factDeciders } from '../../domain/actor.ts';
import { requestLasts, rolesFor } from '../../domain/broadcast-action.ts';
import { encodeCallbackData } from '../../domain/callback-data.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { bold, compose, lines, paragraphs } from '../../domain/text/message.ts';
import type { BroadcastAction, BroadcastKind } from '../../domain/words.ts';
import { formatInstant, formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { StaffContext } from '../context.ts';
import { findDeciders, staffName } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import type { BroadcastRow } from './find.ts';
import { nameOfCase } from './name-of-case.ts';

/** What takes a second person, as the catalogues know it. */
type Asked = 'alert-pause' | 'alert-cancel' | 'post-resume';

/**
 * Asks everyone who could be the second person, each in their own language and with a button; answers how many were
 * asked. The request stands from now.
 */
export async function askSecondPerson(
  ctx: StaffContext,
  broadcast: BroadcastRow,
  action: BroadcastAction,
): Promise<number> {
  const deciders = await findDeciders(ctx, {
    caseId: broadcast.caseId,
    roles: rolesFor(broadcast.kind, action),
    language: null,
    without: [ctx.actor.id],
  });
  if (deciders.length === 0) return 0;
  const caseName = await nameOfCase(ctx, broadcast.caseId);
  const { zone } = await findCampaign(ctx);
  const until = ctx.clock.now().add(requestLasts);
  const what = askedFor(broadcast.kind, action);
  const render = (language: Language): RenderedMessage => ({
    ...compose(
      paragraphs(
        bold(translate(language, 'staff-broadcast-asked', { what, case: localise(caseName, language) })),
        lines(
          translate(language, 'staff-broadcast-asked-by', {
            name: ctx.actor.name,
            until: formatInstant(language, until, zone),
          }),
          translate(language, 'staff-broadcast-asked-then', { what }),
        ),
      ),
    ),
    buttons: [
      [
        {
          text: translate(language, 'button-agree'),
          data: encodeCallbackData({ action: 'agree', broadcastId: broadcast.id, to: action }),
        },
      ],
    ],
  });
  for (const decider of deciders) await notifyStaff(ctx, decider.id, render(decider.language));
  return deciders.length;
}

function askedFor(kind: BroadcastKind, action: BroadcastAction): Asked {
  if (kind === 'post' && action === 'resume') return 'post-resume';
  if (kind === 'alert' && action === 'pause') return 'alert-pause';
  if (kind === 'alert' && action === 'cancel') return 'alert-cancel';
  throw new Error(`To ${action} of a ${kind} takes no second person.`);
}

/** Tells all who decide, besides the actor, what was done and by whom. `agreedWith`: who had asked for it. */
export async function tellOfAction(
  ctx: StaffContext,
  broadcast: BroadcastRow,
  done: { readonly action: BroadcastAction; readonly agreedWith: StaffId | null },
): Promise<void> {
  const told = await findDeciders(ctx, {
    caseId: broadcast.caseId,
    roles: factDeciders,
    language: null,
    without: [ctx.actor.id],
  });
  if (told.length === 0) return;
  const caseName = await nameOfCase(ctx, broadcast.caseId);
  const names = [
    ...(done.agreedWith === null ? [] : [await staffName(ctx, done.agreedWith)]),
    ctx.actor.name,
  ];
  const what = `${broadcast.kind}-${done.action}` as const;
  const render = (language: Language): RenderedMessage => ({
    ...compose(
      paragraphs(
        translate(language, 'staff-broadcast-done', { what, case: localise(caseName, language) }),
        translate(language, 'staff-broadcast-done-by', { names: formatList(language, names) }),
      ),
    ),
    buttons: [],
  });
  for (const member of told) await notifyStaff(ctx, member.id, render(member.language));
}
