import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import { mayForAllCases } from '../../domain/actor.ts';
import { contentHash } from '../../domain/canonical.ts';
import type { StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { parseTelegramName } from '../../domain/telegram-name.ts';
import { compose } from '../../domain/text/message.ts';
import { roles } from '../../domain/words.ts';
import { formatList } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { audit } from '../audit.ts';
import { type Context, type CoreContext, inTransaction, type StaffContext } from '../context.ts';
import { findStaffWith } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { reservePlaces } from './reserve.ts';

/** Where followers find the campaign when its bot falls silent, by their public names in Telegram, without `@`. */
export interface Reserve {
  readonly bot: string | null;
  readonly channel: string | null;
}

export type SetReserveRefusal =
  | { readonly code: 'not-a-coordinator' }
  | { readonly code: 'telegram-name-unusable'; readonly field: keyof Reserve };

/**
 * Says which bot and which channel stand in reserve; null: none. From then on whoever begins is told of them. Whom
 * followers trust next is not changed unseen: everybody else on the staff is told who did it.
 */
export async function setReserve(
  ctx: StaffContext,
  input: Reserve,
): Promise<Result<Reserve, SetReserveRefusal>> {
  if (!mayForAllCases(ctx.actor, 'coordinator', 'admin')) return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    const set = await keep(tx, input);
    if (set.ok) await tellStaff(tx, set.value, { id: tx.actor.id, name: tx.actor.name });
    return set;
  });
}

/**
 * The same by whoever sits at the machine: everybody on the staff is told. A context without a bot is of a campaign that
 * has none yet, to which nobody can have linked a chat.
 */
export async function setReserveByOperator(
  ctx: Context | CoreContext,
  input: Reserve,
): Promise<Result<Reserve, SetReserveRefusal>> {
  if (ctx.actor.kind !== 'operator') return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    const set = await keep(tx, input);
    if (set.ok && 'botId' in tx) await tellStaff(tx, set.value, 'operator');
    return set;
  });
}

async function keep(tx: CoreContext, input: Reserve): Promise<Result<Reserve, SetReserveRefusal>> {
  const bot = input.bot === null ? null : parseTelegramName(input.bot, 'bot');
  if (bot === null && input.bot !== null) return refused({ code: 'telegram-name-unusable', field: 'bot' });
  const channel = input.channel === null ? null : parseTelegramName(input.channel, 'channel');
  if (channel === null && input.channel !== null) {
    return refused({ code: 'telegram-name-unusable', field: 'channel' });
  }
  await tx.db
    .update(campaigns)
    .set({ reserveBot: bot, reserveChannel: channel })
    .where(eq(campaigns.id, tx.campaignId));
  await audit(tx, {
    verb: 'campaigns/set-reserve',
    subject: { type: 'campaign', id: tx.campaignId },
    // Names stand in no entry: by the hash it can be shown afterwards which they were.
    details: { bot: bot !== null, channel: channel !== null, contentHash: contentHash({ bot, channel }) },
  });
  return done({ bot, channel });
}

async function tellStaff(
  ctx: Context,
  { bot, channel }: Reserve,
  by: { readonly id: StaffId; readonly name: string } | 'operator',
): Promise<void> {
  const places = reservePlaces({ reserveBot: bot, reserveChannel: channel }, null);
  for (const { id, language } of await findStaffWith(ctx, {
    roles,
    language: null,
    without: by === 'operator' ? [] : [by.id],
  })) {
    const text = translate(language, 'staff-reserve-changed', {
      what: places.length === 0 ? 'none' : 'set',
      name: by === 'operator' ? translate(language, 'staff-operator') : by.name,
      places: formatList(language, places),
    });
    await notifyStaff(ctx, id, { ...compose(text), buttons: [] });
  }
}
