import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/index.ts';
import type { AuditVerb } from '../../domain/audit-verb.ts';
import { contentHash } from '../../domain/canonical.ts';
import type { Reserve } from '../../domain/reserve.ts';
import { audit } from '../audit.ts';
import type { CoreContext } from '../context.ts';
import { dropReserveRequest } from './reserve-request.ts';

/** Puts in reserve what was decided on: from then on whoever begins is told of it. Call it in the transaction that holds the campaign. */
export async function keepReserve(
  tx: CoreContext,
  reserve: Reserve,
  more: Readonly<Record<string, string | null>> = {},
): Promise<void> {
  await tx.db
    .update(campaigns)
    .set({ reserveBot: reserve.bot, reserveChannel: reserve.channel })
    .where(eq(campaigns.id, tx.campaignId));
  // What was asked for was asked for over the one before.
  await dropReserveRequest(tx);
  await audit(tx, reserveEntry(tx, 'campaigns/set-reserve', { ...ofReserve(reserve), ...more }));
}

/** Names stand in no entry: by the hash it can be shown afterwards which they were. */
export function ofReserve({ bot, channel }: Reserve) {
  return { bot: bot !== null, channel: channel !== null, contentHash: contentHash({ bot, channel }) };
}

/** An entry about what stands in reserve. */
export function reserveEntry(
  { campaignId }: CoreContext,
  verb: AuditVerb,
  details: Readonly<Record<string, string | boolean | null>> = {},
) {
  return { verb, subject: { type: 'campaign', id: campaignId }, details };
}
