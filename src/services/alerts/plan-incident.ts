import { alerts } from '../../db/schema/index.ts';
import { type AlertId, newId } from '../../domain/ids.ts';
import { type IncidentFacts, incidentAlert } from '../../domain/incident.ts';
import { overtakeAlerts } from '../broadcasts/overtake.ts';
import type { Context } from '../context.ts';
import type { IncidentRow } from '../incidents/find.ts';
import { incidentFactsToldBefore } from '../incidents/told.ts';
import { wake } from '../wake.ts';
import { supersedePending } from './supersede-pending.ts';

/**
 * Replaces whatever alert was pending of an incident by the one that its new revision calls for, measured by what
 * followers were told last. It takes the place of all that is still on its way about it. Answers how many deliveries
 * that took back.
 */
export async function planIncidentAlert(
  ctx: Context,
  incident: IncidentRow,
  { revision, after }: { readonly revision: number; readonly after: IncidentFacts },
): Promise<{ readonly overtaken: number }> {
  const subject = { type: 'incident', id: incident.id } as const;
  await supersedePending(ctx, subject, revision);
  const told = await incidentFactsToldBefore(ctx, incident.id, revision);
  const planned = incidentAlert(told, after, ctx.clock.now());
  if (planned === null) return { overtaken: 0 };
  const overtaken = await overtakeAlerts(ctx, subject);
  await ctx.db
    .insert(alerts)
    .values({
      id: newId<AlertId>(),
      campaignId: incident.campaignId,
      caseId: incident.caseId,
      incidentId: incident.id,
      revision,
      ...planned,
      state: 'pending',
    })
    .onConflictDoNothing();
  await wake(ctx, 'scheduler');
  return { overtaken };
}
