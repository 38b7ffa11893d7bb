import type { incidentRevisions } from '../../db/schema/index.ts';
import { type ContentHash, contentHash } from '../../domain/canonical.ts';
import type { IncidentId } from '../../domain/ids.ts';
import type { IncidentFacts } from '../../domain/incident.ts';
import type { NamedCaseAndPersons } from '../cases/named.ts';

export type IncidentRevisionRow = typeof incidentRevisions.$inferSelect;

/** The facts that a stored revision carries. */
export function incidentFactsOf(row: IncidentRevisionRow): IncidentFacts {
  return {
    status: row.status,
    kind: row.kind,
    localDate: row.localDate,
    localTime: row.localTime,
    zone: row.zone,
    place: row.place,
    what: row.what,
    personIds: row.personIds,
    bystanders: row.bystanders,
    certainty: row.certainty,
    discloses: row.discloses,
    amendment: row.amendment,
    sources: row.sources,
  };
}

/** What an approval of an incident's facts covers: the facts, and how its alerts name the case and the persons. */
export function incidentContentHash(
  incidentId: IncidentId,
  revision: number,
  facts: IncidentFacts,
  named: NamedCaseAndPersons,
): ContentHash {
  return contentHash({ type: 'incident', incident: incidentId, revision, case: { ...named }, ...facts });
}
