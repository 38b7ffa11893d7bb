import { isDayLeft } from '../follows/upcoming.ts';
import type { RevisionRow } from '../hearings/facts.ts';

/**
 * The day on which one can say that one will attend the hearing; null when it does not take place, is over, has no
 * date, or the public is not let in.
 */
export function attendedDay(
  facts: Pick<RevisionRow, 'status' | 'localDate' | 'zone' | 'openness'>,
  now: Temporal.Instant,
): string | null {
  if (facts.status !== 'scheduled' || facts.openness === 'closed' || !isDayLeft(facts, now)) return null;
  return facts.localDate;
}
