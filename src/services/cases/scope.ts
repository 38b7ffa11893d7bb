import { inArray, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { casesOf, worksOnCase } from '../../domain/actor.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/**
 * In SQL: whether a row belongs to a case of whoever asks; `column` names its case. It stands beside the campaign in the
 * condition of everything that is looked up or listed for staff. What belongs to no case is not for who is limited to some.
 */
export function ofOwnCases(ctx: CoreContext, column: PgColumn): SQL | undefined {
  const cases = casesOf(ctx.actor);
  return cases === null ? undefined : inArray(column, [...cases]);
}

/** The same of a case that is at hand already. */
export function isOwnCase(ctx: CoreContext, caseId: CaseId | null): boolean {
  return worksOnCase({ cases: casesOf(ctx.actor) }, caseId);
}
