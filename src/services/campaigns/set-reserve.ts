import { reserveRequests } from '../../db/schema/index.ts';
import { newId, type ReserveRequestId } from '../../domain/ids.ts';
import { judgeReserve, type Reserve, type ReserveRequest } from '../../domain/reserve.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { parseTelegramName } from '../../domain/telegram-name.ts';
import { translate } from '../../i18n/index.ts';
import { audit } from '../audit.ts';
import { type Context, type CoreContext, inTransaction, type StaffContext } from '../context.ts';
import { findCampaign, lockCampaign } from './find.ts';
import { keepReserve, ofReserve, reserveEntry } from './keep-reserve.ts';
import { dropReserveRequest, standingReserveRequest } from './reserve-request.ts';
import { askAboutReserve, tellOfReserve } from './tell-of-reserve.ts';

/** What became of the wish for another reserve. */
export interface ReserveSet {
  /** As it stands now. */
  readonly reserve: Reserve;
  /** What was named and takes a second person; null: nothing. */
  readonly awaits: ReserveRequest | null;
}

/** Why another reserve is not even asked about. */
export type SetReserveRefusal =
  | { readonly code: 'not-a-coordinator' }
  | { readonly code: 'telegram-name-unusable'; readonly field: keyof Reserve };

/**
 * Names which bot and which channel stand in reserve, as the first of two, within a day; null: none. Whoever decides is asked
 * (`agreeToReserve`), and nothing of it is told to followers before. What only takes a place away counts at once. Everybody
 * else on the staff is told in both cases.
 */
export async function setReserve(
  ctx: StaffContext,
  input: Reserve,
): Promise<Result<ReserveSet, SetReserveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const wanted = readNames(input);
    if (!wanted.ok) return wanted;
    await lockCampaign(tx);
    const present = await presentReserve(tx);
    const asked = await standingReserveRequest(tx);
    const verdict = judgeReserve(present, wanted.value, { asked, actor: tx.actor });
    switch (verdict.do) {
      case 'refuse':
        return refused({ code: verdict.code });
      case 'nothing':
        if (await dropReserveRequest(tx)) await audit(tx, reserveEntry(tx, 'campaigns/drop-reserve-request'));
        return done({ reserve: present, awaits: null });
      case 'set': {
        await keepReserve(tx, wanted.value, { via: tx.actor.via });
        const { id, name } = tx.actor;
        await tellOfReserve(tx, wanted.value, { by: () => name, names: [name], without: [id] });
        return done({ reserve: wanted.value, awaits: null });
      }
      case 'ask':
        return done({ reserve: present, awaits: verdict.again ? asked : await ask(tx, wanted.value) });
    }
  });
}

async function ask(tx: StaffContext, reserve: Reserve): Promise<ReserveRequest> {
  const request: ReserveRequest = {
    id: newId<ReserveRequestId>(),
    reserve,
    by: tx.actor.id,
    at: tx.clock.now(),
  };
  await dropReserveRequest(tx);
  await tx.db.insert(reserveRequests).values({
    id: request.id,
    campaignId: tx.campaignId,
    ...reserve,
    askedBy: request.by,
    askedAt: request.at,
  });
  await audit(tx, reserveEntry(tx, 'campaigns/ask-reserve', { ...ofReserve(reserve), via: tx.actor.via }));
  await askAboutReserve(tx, request);
  return request;
}

/**
 * The same by whoever sits at the machine, alone: everybody on the staff is told. A context without a bot is of a campaign
 * that has none yet, to which nobody can have linked a chat.
 */
export async function setReserveByOperator(
  ctx: Context | CoreContext,
  input: Reserve,
): Promise<Result<Reserve, SetReserveRefusal>> {
  if (ctx.actor.kind !== 'operator') return refused({ code: 'not-a-coordinator' });
  return inTransaction(ctx, async (tx) => {
    const wanted = readNames(input);
    if (!wanted.ok) return wanted;
    await lockCampaign(tx);
    await keepReserve(tx, wanted.value);
    if ('botId' in tx) {
      await tellOfReserve(tx, wanted.value, {
        by: (language) => translate(language, 'staff-operator'),
        names: [],
        without: [],
      });
    }
    return done(wanted.value);
  });
}

function readNames(input: Reserve): Result<Reserve, SetReserveRefusal> {
  const bot = input.bot === null ? null : parseTelegramName(input.bot, 'bot');
  if (bot === null && input.bot !== null) return refused({ code: 'telegram-name-unusable', field: 'bot' });
  const channel = input.channel === null ? null : parseTelegramName(input.channel, 'channel');
  if (channel === null && input.channel !== null) {
    return refused({ code: 'telegram-name-unusable', field: 'channel' });
  }
  return done({ bot, channel });
}

async function presentReserve(ctx: CoreContext): Promise<Reserve> {
  const { reserveBot: bot, reserveChannel: channel } = await findCampaign(ctx);
  return { bot, channel };
}
