import { and, eq } from 'drizzle-orm';
import { hearingRevisions } from '../../db/schema/index.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { ZoneRules } from '../../domain/zone.ts';
import type { Context } from '../context.ts';
import type { RevisionRow } from './facts.ts';

/** Derives a revision's instant anew from date, time and zone: only these are facts, and zone rules change. */
export async function refreshStart(ctx: Context, revision: RevisionRow, rules: ZoneRules): Promise<void> {
  const start = revision.localTime === null ? null : (resolveStart(revision, rules)?.earliest ?? null);
  const known = revision.startsAt;
  if (start === known || (start !== null && known !== null && start.equals(known))) return;
  await ctx.db
    .update(hearingRevisions)
    .set({ startsAt: start })
    .where(
      and(
        eq(hearingRevisions.hearingId, revision.hearingId),
        eq(hearingRevisions.revision, revision.revision),
      ),
    );
}
