import { inArray, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { casesOf, seesWhatWaits, worksOnCase } from '../../domain/actor.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/**
 * In SQL: whether a row belongs to a case of whoever asks; `column` names its case. It stands beside the campaign in the
 * condition of everything that is looked up or listed for staff. What belongs to no case is not for who is limited to some.
 * Of a case that waits for its second person, nothing is there for anybody outside.
 */
export function ofOwnCases(ctx: CoreContext, column: PgColumn): SQL | undefined {
  if (!seesWhatWaits(ctx.actor)) return isAgreedCase(column);
  const cases = casesOf(ctx.actor);
  return cases === null ? undefined : inArray(column, [...cases]);
}

/** In SQL: whether everybody may be told of the case that `column` names: no second person is waited for. */
export function isAgreedCase(column: PgColumn): SQL {
  return sql`exists (select 1 from cases agreed where agreed.id = ${column} and not ${waitsIn('agreed')})`;
}

/** In SQL: the rule `waitsForSecond` of the table of cases under this name. */
export function waitsIn(table: 'cases' | 'agreed'): SQL {
  return sql.raw(`(${table}.opened_by is not null and ${table}.agreed_by is null)`);
}

/** The same of a case that is at hand already. */
export function isOwnCase(ctx: CoreContext, caseId: CaseId | null): boolean {
  return worksOnCase({ cases: casesOf(ctx.actor) }, caseId);
}
