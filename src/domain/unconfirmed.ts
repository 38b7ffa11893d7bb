import { isAhead, newsLasts, type PlannedAlert } from './alert.ts';
import { type HearingFacts, startsOn } from './hearing.ts';
import { resolveStart } from './hearing-time.ts';
import type { ZoneRules } from './zone.ts';

/** Whether the facts bear out the unconfirmed move of which followers were told. */
export function confirms(after: HearingFacts, told: HearingFacts): boolean {
  return after.status === 'scheduled' && startsOn(after) === startsOn(told);
}

/**
 * The alerts that new facts call for, where followers were told an unconfirmed move meanwhile (`told`): there is always
 * one that says what became of it. `planned`: what the facts call for by themselves.
 */
export function answering(
  told: HearingFacts,
  after: HearingFacts,
  planned: readonly PlannedAlert[],
  now: Temporal.Instant,
  rules: ZoneRules,
): PlannedAlert[] {
  const news = planned.find(({ kind }) => !isAhead(kind));
  if (news === undefined) return [correction(told, after, now, rules), ...planned];
  if (!confirms(after, told)) return [...planned];
  return planned.map((alert) => (alert === news ? { ...alert, kind: 'confirmed' } : alert));
}

/** "We were wrong": of use as long as somebody could go by the wrong start or by the right one. */
export function correction(
  told: HearingFacts,
  correct: HearingFacts,
  now: Temporal.Instant,
  rules: ZoneRules,
): PlannedAlert {
  const ends = [told, correct].flatMap((facts) => {
    const start = facts.status === 'scheduled' ? resolveStart(facts, rules) : null;
    return start === null || Temporal.Instant.compare(start.latest, now) <= 0 ? [] : [start.latest];
  });
  const last = ends.sort(Temporal.Instant.compare).at(-1);
  return {
    kind: 'corrected',
    leadTime: null,
    startsOn: null,
    dueAt: now,
    notAfter: last ?? now.add(newsLasts),
  };
}
