import { eq } from 'drizzle-orm';
import { hearings } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/**
 * Keeps the hearings of a case as they are until the transaction ends: a decision on one comes before it, or after it. In
 * the one order in which they are locked, so that two who do so wait for each other, and not both. `key share` lets others
 * hold them likewise.
 */
export function lockHearingsOf(
  ctx: CoreContext,
  caseId: CaseId,
  strength: 'key share' | 'update' = 'update',
): Promise<(typeof hearings.$inferSelect)[]> {
  return ctx.db.select().from(hearings).where(eq(hearings.caseId, caseId)).orderBy(hearings.id).for(strength);
}
