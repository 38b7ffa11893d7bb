import { and, desc, eq, inArray } from 'drizzle-orm';
import { alerts } from '../../db/schema/index.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { movedOnly } from '../../domain/ring.ts';
import { factsToldBefore } from '../alerts/told.ts';
import type { CoreContext } from '../context.ts';
import { factsOf } from './facts.ts';
import { type HearingRow, revisionNumbered } from './find.ts';

/** A move that followers were told of before a second person had confirmed it. */
export interface ToldUnconfirmed {
  readonly revision: number;
  /** The facts as they were told. */
  readonly facts: HearingFacts;
}

/** The unconfirmed move that followers were told last, as long as no alert has told them what became of it. */
export async function toldUnconfirmed(
  ctx: CoreContext,
  hearing: HearingRow,
): Promise<ToldUnconfirmed | null> {
  if (hearing.unconfirmedRevision === null) return null;
  const [last] = await ctx.db
    .select({ revision: alerts.revision })
    .from(alerts)
    .where(
      and(
        eq(alerts.hearingId, hearing.id),
        eq(alerts.kind, 'changed'),
        eq(alerts.unconfirmed, true),
        eq(alerts.state, 'dispatched'),
      ),
    )
    .orderBy(desc(alerts.revision))
    .limit(1);
  if (last === undefined) return null;
  const answered = await ctx.db.$count(
    alerts,
    and(
      eq(alerts.hearingId, hearing.id),
      eq(alerts.answersRevision, last.revision),
      inArray(alerts.state, ['dispatched', 'expired']),
    ),
  );
  return answered > 0 ? null : { ...last, facts: await factsSaid(ctx, hearing, last.revision) };
}

/** Whether an alert waits to tell followers what became of the unconfirmed move of a revision. */
export async function answerIsPlanned(
  ctx: CoreContext,
  hearing: HearingRow,
  revision: number,
): Promise<boolean> {
  const planned = await ctx.db.$count(
    alerts,
    and(eq(alerts.hearingId, hearing.id), eq(alerts.answersRevision, revision), eq(alerts.state, 'pending')),
  );
  return planned > 0;
}

/** What an unconfirmed alert of a revision said: what had been confirmed, at the time that one person named. */
export async function factsSaid(
  ctx: CoreContext,
  hearing: HearingRow,
  revision: number,
): Promise<HearingFacts> {
  const row = await revisionNumbered(ctx, hearing.id, revision);
  if (row === undefined) throw new Error('An alert names a revision that does not exist.');
  const said = factsOf(row);
  return movedOnly((await factsToldBefore(ctx, hearing.id, revision)) ?? said, said);
}
