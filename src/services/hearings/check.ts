import { type HearingFacts, nextFacts } from '../../domain/hearing.ts';
import { isPast } from '../../domain/hearing-time.ts';
import { checkWallTime, type DatedFactsRefusal, refuseSourceAndZone } from '../revisions/check.ts';

/** Why facts cannot be those of a hearing. `remedy` is English, for the API; the field says where. */
export type FactsRefusal =
  | DatedFactsRefusal
  | { readonly code: 'hearing-past'; readonly field: 'date'; readonly remedy: string }
  | { readonly code: 'hearing-ahead'; readonly field: 'date'; readonly remedy: string }
  | { readonly code: 'date-missing'; readonly field: 'date'; readonly remedy: string }
  | { readonly code: 'court-missing'; readonly field: 'court'; readonly remedy: string }
  | { readonly code: 'result-not-held'; readonly field: 'status'; readonly remedy: string }
  | { readonly code: 'next-hearing-unfit'; readonly field: 'adjourned'; readonly remedy: string };

/**
 * Checks facts before anything is stored.
 * A time that the clock shows twice (end of summer time) is taken as the earlier: whoever comes for it waits,
 * and nobody is late.
 */
export function refuseFacts(facts: HearingFacts, now: Temporal.Instant): FactsRefusal | null {
  if (Object.keys(facts.court).length === 0) {
    return { code: 'court-missing', field: 'court', remedy: 'Name the court in at least one language.' };
  }
  return refuseSourceAndZone(facts) ?? refuseDate(facts, now) ?? refuseResult(facts, now);
}

function refuseDate(facts: HearingFacts, now: Temporal.Instant): FactsRefusal | null {
  if (facts.localDate === null) {
    if (facts.status === 'postponed' || facts.status === 'cancelled') return null;
    return {
      code: 'date-missing',
      field: 'date',
      remedy: 'Give the date, or record the hearing as postponed.',
    };
  }
  const checked = checkWallTime({ ...facts, localDate: facts.localDate }, 'Ask the court which it means.');
  if (checked.kind === 'refused') return checked.why;
  if (facts.status === 'held' && isAfterToday(facts.localDate, facts.zone, now)) {
    return {
      code: 'hearing-ahead',
      field: 'date',
      remedy: 'That day is still to come. Check the date; record a hearing as held once it has taken place.',
    };
  }
  if (facts.status === 'scheduled' && isPast(facts, now)) {
    return {
      code: 'hearing-past',
      field: 'date',
      remedy:
        'This moment is over. Check the date and the zone; record a past hearing as held, with its outcome.',
    };
  }
  return null;
}

/** Rulings and adjournments are of hearings that were held; the next one is ahead, and complete by itself. */
function refuseResult(facts: HearingFacts, now: Temporal.Instant): FactsRefusal | null {
  if (facts.decided === undefined && facts.adjourned === undefined) return null;
  if (facts.status !== 'held') {
    return {
      code: 'result-not-held',
      field: 'status',
      remedy: 'Record the hearing as held. For one that did not take place, record it as postponed.',
    };
  }
  const next = facts.adjourned?.next ?? null;
  const fault = next === null ? null : refuseFacts(nextFacts(facts, next), now);
  if (fault === null) return null;
  return { code: 'next-hearing-unfit', field: 'adjourned', remedy: `The next hearing: ${fault.remedy}` };
}

/** A postponement that brings a new date is none. */
export interface PostponedWithDateRefusal {
  readonly code: 'postponed-with-date';
  readonly field: 'date';
  readonly remedy: string;
}

/**
 * Refuses a postponement that brings a new date: such a hearing is on, and only for a hearing that is on do
 * reminders go out. With the date that it had, a postponement says that nothing took place on that day.
 */
export function refuseNewDate(
  before: HearingFacts | null,
  facts: HearingFacts,
): PostponedWithDateRefusal | null {
  if (facts.status !== 'postponed' || facts.localDate === null) return null;
  if (before === null || before.localDate === facts.localDate) return null;
  return {
    code: 'postponed-with-date',
    field: 'date',
    remedy:
      'Record the hearing as scheduled, with its new date: followers are told of the change and reminded.',
  };
}

function isAfterToday(localDate: string, zone: string, now: Temporal.Instant): boolean {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(localDate), today) > 0;
}
