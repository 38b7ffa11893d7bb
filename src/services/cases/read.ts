import { asc, eq } from 'drizzle-orm';
import { disagreements, events, statements } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { allDifferences } from '../hearings/disagreements.ts';
import { type CaseHearing, listHearings } from '../hearings/list.ts';
import { type CaseIncident, listIncidents } from '../incidents/list.ts';
import { type CaseRow, findCaseOrNone, type PersonRow, personsOf } from './find.ts';

/** One source's differing value for a field. Both values stand. */
export type Disagreement = Pick<typeof disagreements.$inferSelect, 'field' | 'value' | 'source'>;

type WithDisagreements<Row> = Row & { readonly disagreements: readonly Disagreement[] };

/** Everything the campaign knows of a case. */
export interface CaseRecord extends CaseRow {
  readonly persons: readonly PersonRow[];
  readonly events: readonly WithDisagreements<typeof events.$inferSelect>[];
  readonly statements: readonly WithDisagreements<typeof statements.$inferSelect>[];
  readonly hearings: readonly WithDisagreements<CaseHearing>[];
  readonly incidents: readonly CaseIncident[];
}

/** The whole record of a case of this campaign, if there is one; events and statements oldest first. */
export async function readCase(ctx: Context, caseId: CaseId): Promise<CaseRecord | undefined> {
  const found = await findCaseOrNone(ctx, caseId);
  if (found === undefined) return undefined;
  const known = await ctx.db.select().from(disagreements).where(eq(disagreements.caseId, caseId));
  const withDisagreements = <Row extends { readonly id: string }>(
    subjectType: (typeof known)[number]['subjectType'],
    row: Row,
  ): WithDisagreements<Row> => ({
    ...row,
    disagreements: known
      .filter((one) => one.subjectType === subjectType && one.subjectId === row.id)
      .map(({ field, value, source }) => ({ field, value, source })),
  });
  const ownEvents = await ctx.db
    .select()
    .from(events)
    .where(eq(events.caseId, caseId))
    .orderBy(asc(events.date), asc(events.id));
  const ownStatements = await ctx.db
    .select()
    .from(statements)
    .where(eq(statements.caseId, caseId))
    .orderBy(asc(statements.date), asc(statements.id));
  const ownHearings = await listHearings(ctx, caseId);
  return {
    ...found,
    persons: await personsOf(ctx, caseId),
    events: ownEvents.map((row) => withDisagreements('event', row)),
    statements: ownStatements.map((row) => withDisagreements('statement', row)),
    hearings: ownHearings.map((row) => {
      const { disagreements: archived } = withDisagreements('hearing', row);
      return { ...row, disagreements: allDifferences(row.inEffect?.disagree ?? null, archived) };
    }),
    incidents: await listIncidents(ctx, caseId),
  };
}
