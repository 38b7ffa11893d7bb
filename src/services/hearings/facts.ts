import type { hearingRevisions } from '../../db/schema/index.ts';
import { type ContentHash, contentHash } from '../../domain/canonical.ts';
import type { HearingFacts } from '../../domain/hearing.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { HearingId } from '../../domain/ids.ts';
import type { NamedCaseAndPersons } from '../cases/named.ts';

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
    ...(row.decided && { decided: row.decided }),
    ...(row.adjourned && { adjourned: row.adjourned }),
    ...(row.disagree && { disagree: row.disagree }),
    sources: row.sources,
    checkedOn: row.checkedOn,
  };
}

/** The facts as a revision's row stores them. */
export function columnsOf(facts: HearingFacts) {
  return {
    ...facts,
    decided: facts.decided === undefined ? null : [...facts.decided],
    adjourned: facts.adjourned ?? null,
    disagree: facts.disagree === undefined ? null : [...facts.disagree],
    sources: [...facts.sources],
    startsAt: facts.localTime === null ? null : (resolveStart(facts)?.earliest ?? null),
  };
}

/**
 * What an approval of a hearing's facts covers: the facts, and how its alerts name the case and the persons. Parts that
 * a hearing does not have are left out of it.
 */
export function hearingContentHash(
  hearingId: HearingId,
  revision: number,
  facts: HearingFacts,
  named: NamedCaseAndPersons,
): ContentHash {
  return contentHash({ type: 'hearing', hearing: hearingId, revision, case: { ...named }, ...facts });
}
