import { encodeCallbackData } from '../../domain/callback-data.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { mayAgreeToReserve, type Reserve, type ReserveRequest } from '../../domain/reserve.ts';
import { compose, italic, lines, link, paragraphs } from '../../domain/text/message.ts';
import { roles } from '../../domain/words.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import type { Context, StaffContext } from '../context.ts';
import { actorOf, findStaffWith, type StaffRow } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { reservePlaces } from './reserve.ts';

/** Tells staff what stands in reserve now. `by`: who named it or took it away; `names`: everybody who had a say in it. */
export async function tellOfReserve(
  ctx: Context,
  reserve: Reserve,
  told: {
    readonly by: (language: Language) => string;
    readonly names: readonly string[];
    readonly without: readonly StaffId[];
  },
): Promise<void> {
  const places = placesOf(reserve);
  for (const { id, language } of await findStaffWith(ctx, { roles, language: null, without: told.without })) {
    const changed = translate(language, 'staff-reserve-changed', {
      what: places.length === 0 ? 'none' : 'set',
      name: told.by(language),
      places: formatList(language, places),
    });
    const both =
      told.names.length < 2
        ? null
        : translate(language, 'staff-broadcast-done-by', { names: formatList(language, told.names) });
    await notifyStaff(ctx, id, { ...compose(lines(changed, both)), buttons: [] });
  }
}

/** Asks whoever may agree to what was named as the reserve, and tells everybody else that it waits. */
export async function askAboutReserve(ctx: StaffContext, request: ReserveRequest): Promise<void> {
  const told = await findStaffWith(ctx, { roles, language: null, without: [ctx.actor.id] });
  for (const member of told) {
    const agrees = mayAgreeToReserve(request, actorOf(member, 'bot')) === null;
    await notifyStaff(ctx, member.id, question(ctx, member, request, agrees));
  }
}

/** Once there is a staff site it is agreed to there, with a key. */
function question(
  ctx: StaffContext,
  { language }: StaffRow,
  request: ReserveRequest,
  agrees: boolean,
): RenderedMessage {
  const asked = translate(language, 'staff-reserve-asked', {
    name: ctx.actor.name,
    places: formatList(language, placesOf(request.reserve)),
  });
  if (!agrees) return { ...compose(asked), buttons: [] };
  if (ctx.staffSite !== undefined) {
    const page = `${ctx.staffSite.origin}/console/reserve`;
    const where = lines(translate(language, 'staff-approval-in-console'), link(page, page));
    return { ...compose(paragraphs(asked, where)), buttons: [] };
  }
  const data = encodeCallbackData({ action: 'agreeToReserve', requestId: request.id });
  return {
    ...compose(paragraphs(asked, italic(translate(language, 'staff-button-risk')))),
    buttons: [[{ text: translate(language, 'button-agree'), data }]],
  };
}

function placesOf({ bot, channel }: Reserve): string[] {
  return reservePlaces({ reserveBot: bot, reserveChannel: channel }, null);
}
