import { mayAgreeToCase } from '../../domain/case-words.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import { mayAgreeToReserve } from '../../domain/reserve.ts';
import { standingReserveRequest } from '../campaigns/reserve-request.ts';
import { waitingCases } from '../cases/waiting.ts';
import type { StaffContext } from '../context.ts';
import { lacksSecondKey } from '../passkeys/second-key.ts';
import { staffName } from '../staff/find.ts';

/** A case that somebody opened, to whose words this reader may agree. */
export interface WaitingCase {
  readonly caseId: CaseId;
  readonly caseName: Localised;
  /** Who opened it. */
  readonly name: string;
  readonly since: Temporal.Instant;
}

/** What somebody named as the reserve, to which this reader may agree. */
export interface WaitingReserve {
  /** Who named it. */
  readonly name: string;
  readonly since: Temporal.Instant;
}

/**
 * The cases that wait for a second person who this reader may be, the longest waiting first. None for whoever has one key only,
 * who is told so on every page.
 */
export async function casesToAgreeTo(ctx: StaffContext): Promise<WaitingCase[]> {
  if (await lacksSecondKey(ctx)) return [];
  const found: WaitingCase[] = [];
  for (const waiting of await waitingCases(ctx)) {
    const { id: caseId, name: caseName, openedBy, createdAt: since } = waiting;
    if (openedBy === null || mayAgreeToCase(waiting, ctx.actor) !== null) continue;
    found.push({ caseId, caseName, since, name: await staffName(ctx, openedBy) });
  }
  return found;
}

/** The reserve that waits for a second person who this reader may be, under the same condition; null: none does. */
export async function reserveToAgreeTo(ctx: StaffContext): Promise<WaitingReserve | null> {
  const asked = await standingReserveRequest(ctx);
  if (asked === null || mayAgreeToReserve(asked, ctx.actor) !== null) return null;
  if (await lacksSecondKey(ctx)) return null;
  return { name: await staffName(ctx, asked.by), since: asked.at };
}
