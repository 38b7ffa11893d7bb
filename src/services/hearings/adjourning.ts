import { and, eq, inArray } from 'drizzle-orm';
import { hearingRevisions } from '../../db/schema/index.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import type { RevisionRow } from './facts.ts';

/** The revisions by whose adjournment a hearing may have come to be, newest first. */
export async function adjourning(ctx: CoreContext, from: HearingId): Promise<RevisionRow[]> {
  const rows = await ctx.db
    .select()
    .from(hearingRevisions)
    .where(
      and(eq(hearingRevisions.hearingId, from), inArray(hearingRevisions.state, ['in_effect', 'superseded'])),
    );
  return rows.toSorted((a, b) => b.revision - a.revision);
}
