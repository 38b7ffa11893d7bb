import type { hearingRevisions } from '../../db/schema/index.ts';
import { type ContentHash, contentHash } from '../../domain/canonical.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import type { HearingId } from '../../domain/ids.ts';

export type RevisionRow = typeof hearingRevisions.$inferSelect;

/** The facts that a stored revision carries. */
export function factsOf(row: RevisionRow): HearingFacts {
  return {
    status: row.status,
    localDate: row.localDate,
    localTime: row.localTime,
    zone: row.zone,
    kind: row.kind,
    court: row.court,
    room: row.room,
    openness: row.openness,
    judge: row.judge,
    outcome: row.outcome,
    sources: row.sources,
    checkedOn: row.checkedOn,
  };
}

/** What an approval of a hearing's facts covers. */
export function hearingContentHash(hearingId: HearingId, revision: number, facts: HearingFacts): ContentHash {
  return contentHash({ type: 'hearing', hearing: hearingId, revision, ...facts });
}
