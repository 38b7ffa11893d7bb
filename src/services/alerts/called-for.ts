import { and, eq, inArray } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import { alertsFor, isAhead, type PlannedAlert } from '../../domain/alert.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { CaseId, HearingId } from '../../domain/ids.ts';
import { answering } from '../../domain/unconfirmed.ts';
import type { AlertKind } from '../../domain/words.ts';
import { SYSTEM_ZONE_RULES } from '../../domain/zone.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context } from '../context.ts';
import type { HearingRow } from '../hearings/find.ts';
import { type ToldUnconfirmed, toldUnconfirmed } from '../hearings/told-unconfirmed.ts';
import { leadTimesFor } from './lead-times.ts';
import { factsToldBefore } from './told.ts';

/** What facts of a hearing lead to when they take effect. */
export interface CalledFor {
  readonly planned: readonly PlannedAlert[];
  /** What followers were told last; null: nothing yet. */
  readonly told: HearingFacts | null;
  /** The unconfirmed move that is answered by it; null where none was told. */
  readonly word: ToldUnconfirmed | null;
}

/**
 * The alerts that a revision of a hearing calls for, measured by what followers were told last; where that was a move
 * that nobody had confirmed, one of them says what became of it. News of this revision that has gone out is not called
 * for again: it may be approved anew. `hearing` is null before there is one.
 */
export async function calledFor(
  ctx: Context,
  revised: {
    readonly hearing: HearingRow | null;
    readonly caseId: CaseId;
    readonly revision: number;
    readonly after: HearingFacts;
  },
): Promise<CalledFor> {
  const { hearing, caseId, revision, after } = revised;
  const wanted = await leadTimesFor(ctx, await findCampaign(ctx), caseId);
  const told = hearing === null ? null : await factsToldBefore(ctx, hearing.id, revision);
  const word = hearing === null ? null : await toldUnconfirmed(ctx, hearing);
  const now = ctx.clock.now();
  const called = alertsFor(told, after, wanted, now, SYSTEM_ZONE_RULES);
  const planned = word === null ? called : answering(word.facts, after, called, now, SYSTEM_ZONE_RULES);
  const over = hearing === null ? [] : await newsOver(ctx, hearing.id, revision);
  return { planned: planned.filter(({ kind }) => isAhead(kind) || !over.includes(kind)), told, word };
}

/** The kinds of news of a revision that have gone out, or came too late. */
async function newsOver(ctx: Context, hearingId: HearingId, revision: number): Promise<readonly AlertKind[]> {
  const over = await ctx.db
    .select({ kind: alerts.kind })
    .from(alerts)
    .where(
      and(
        eq(alerts.hearingId, hearingId),
        eq(alerts.revision, revision),
        inArray(alerts.state, ['dispatched', 'expired']),
      ),
    );
  return over.map(({ kind }) => kind);
}
