import type { AlertId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { together } from '../together.ts';
import type { AlertOfCase, Telling } from './telling.ts';
import { tellingsOfHearings } from './telling-of-hearing.ts';
import { tellingOfIncident } from './telling-of-incident.ts';

/** What each of these alerts has to tell at an instant, whatever it is about. */
export async function tellingsOf(
  ctx: Context,
  alerts: readonly AlertOfCase[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<AlertId, Telling>> {
  const [ofHearings, ofIncidents] = await together([
    tellingsOfHearings(
      ctx,
      alerts.flatMap((one) =>
        one.alert.hearingId === null ? [] : [{ ...one, hearingId: one.alert.hearingId }],
      ),
      now,
    ),
    // Nobody is reminded of an incident: it is news, and that goes by itself.
    together(
      alerts.flatMap((one) =>
        one.alert.incidentId === null ? [] : [tellingOfIncident(ctx, one, one.alert.incidentId, now)],
      ),
    ),
  ]);
  return new Map([...ofHearings, ...ofIncidents]);
}
