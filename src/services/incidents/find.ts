import { and, asc, desc, eq } from 'drizzle-orm';
import { incidentRevisions, incidents } from '../../db/schema/index.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { RevisionState } from '../../domain/words.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { Context } from '../context.ts';
import type { IncidentRevisionRow } from './facts.ts';

export type IncidentRow = typeof incidents.$inferSelect;

/** An incident of this campaign, locked against changes until the transaction ends. */
export async function lockIncident(ctx: Context, incidentId: IncidentId): Promise<IncidentRow | undefined> {
  const [incident] = await ctx.db.select().from(incidents).where(ours(ctx, incidentId)).for('update');
  return incident;
}

/** One revision of an incident, whatever its state. */
export async function findIncidentRevision(
  ctx: Context,
  incidentId: IncidentId,
  revision: number,
): Promise<IncidentRevisionRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(incidentRevisions)
    .where(and(eq(incidentRevisions.incidentId, incidentId), eq(incidentRevisions.revision, revision)));
  return found;
}

/** The incident's revision in a state of which there can be only one. */
export async function incidentRevisionIn(
  ctx: Context,
  incidentId: IncidentId,
  state: Extract<RevisionState, 'in_effect' | 'in_review'>,
): Promise<IncidentRevisionRow | undefined> {
  const [found] = await ctx.db
    .select()
    .from(incidentRevisions)
    .where(and(eq(incidentRevisions.incidentId, incidentId), eq(incidentRevisions.state, state)));
  return found;
}

/** The newest revision, whatever its state. */
export async function newestIncidentRevision(
  ctx: Context,
  incidentId: IncidentId,
): Promise<IncidentRevisionRow | undefined> {
  const [newest] = await ctx.db
    .select()
    .from(incidentRevisions)
    .where(eq(incidentRevisions.incidentId, incidentId))
    .orderBy(desc(incidentRevisions.revision))
    .limit(1);
  return newest;
}

/** An incident with all that was ever recorded of it, oldest first. */
export async function readIncident(
  ctx: Context,
  incidentId: IncidentId,
): Promise<{ incident: IncidentRow; revisions: IncidentRevisionRow[] } | undefined> {
  const [incident] = await ctx.db.select().from(incidents).where(ours(ctx, incidentId));
  if (incident === undefined) return undefined;
  const revisions = await ctx.db
    .select()
    .from(incidentRevisions)
    .where(eq(incidentRevisions.incidentId, incidentId))
    .orderBy(asc(incidentRevisions.revision));
  return { incident, revisions };
}

function ours(ctx: Context, incidentId: IncidentId) {
  return and(
    eq(incidents.id, incidentId),
    eq(incidents.campaignId, ctx.campaignId),
    ofOwnCases(ctx, incidents.caseId),
  );
}
