import type { ChargeDecision, HearingFacts } from '../../src/domain/hearing.ts';
import type { IncidentAlertKind, IncidentFacts } from '../../src/domain/incident.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Localised } from '../../src/domain/localised.ts';
import type { AlertKind, PostKind } from '../../src/domain/words.ts';
import type { RecordEvent } from '../../src/services/cases/record-event.ts';

/** What followers are told when a hearing's facts take effect, as the script's author means it. */
export type News =
  | 'announced'
  | 'changed'
  | 'moved-earlier'
  | 'moved-later'
  | 'confirmed'
  | 'postponed'
  | 'cancelled'
  | 'adjourned'
  | 'outcome';

/** How long before a hearing a reminder goes. */
export type Lead = 'week-before' | 'day-before' | 'three-hours-before' | 'morning';

/** What everybody gets who has chosen nothing else. */
export const usualLeads: readonly Lead[] = ['day-before', 'morning'];

/** A post with its texts; languages that it lacks are served by the reader's next best. */
export interface ScriptedPost {
  /** Names it within its script. */
  readonly key: string;
  /** An update when it is not said. */
  readonly kind?: PostKind;
  readonly sourceLanguage: Language;
  /** Markdown. */
  readonly texts: Localised;
  /** Whether it also goes out on every account of the campaign. */
  readonly onNetworks?: boolean;
  /** The incident of the script of which each text has a card. */
  readonly cardOf?: string;
}

/** A hearing's facts, with those about whom it was decided by their English names. */
export type ScriptedHearing = Omit<HearingFacts, 'decided'> & {
  readonly decided?: readonly (Omit<ChargeDecision, 'personId'> & { readonly person: string })[];
};

/** An incident's facts, with those whom it concerns by their English names. */
export type ScriptedIncident = Omit<IncidentFacts, 'personIds'> & { readonly persons: readonly string[] };

type WithoutCase<Fact> = Fact extends unknown ? Omit<Fact, 'caseId'> : never;
/** An event or a statement for the case's timeline. */
export type ScriptedFact = WithoutCase<RecordEvent>;

/** What is done at a moment. `hearing` and `incident` name one within its script. */
export type Act =
  | { readonly do: 'record-hearing'; readonly hearing: string; readonly facts: ScriptedHearing }
  | {
      readonly do: 'approve-hearing';
      readonly hearing: string;
      readonly news: News;
      readonly facts: ScriptedHearing;
      readonly before: ScriptedHearing | null;
    }
  /** The second person says no to a move that followers were told of unconfirmed; `facts` still hold. */
  | {
      readonly do: 'reject-hearing';
      readonly hearing: string;
      readonly wrong: ScriptedHearing;
      readonly facts: ScriptedHearing;
    }
  | { readonly do: 'record-incident'; readonly incident: string; readonly facts: ScriptedIncident }
  | {
      readonly do: 'approve-incident';
      readonly incident: string;
      readonly facts: ScriptedIncident;
      readonly before: ScriptedIncident | null;
    }
  | { readonly do: 'write-post'; readonly post: ScriptedPost; readonly fact: ScriptedFact | null }
  | { readonly do: 'approve-post'; readonly post: ScriptedPost }
  /** Nobody does anything: the service's reminder falls due. */
  | {
      readonly do: 'reminder-due';
      readonly hearing: string;
      readonly lead: Lead;
      readonly facts: ScriptedHearing;
    }
  /** The machine was off since `offFrom`, and is on again: the reminder that fell due meanwhile comes late. */
  | {
      readonly do: 'reminder-late';
      readonly hearing: string;
      readonly lead: Lead;
      readonly facts: ScriptedHearing;
      readonly offFrom: Temporal.Instant;
      readonly dueAt: Temporal.Instant;
    }
  /** Nobody has answered the calls: a move to an earlier time is told as not yet confirmed. */
  | {
      readonly do: 'wait-over';
      readonly hearing: string;
      readonly facts: ScriptedHearing;
      readonly before: ScriptedHearing | null;
    }
  /** The same, the day after a hearing of which nothing new is known. */
  | { readonly do: 'silence-due'; readonly hearing: string; readonly facts: ScriptedHearing };

/** What a moment is about, in a word. */
export type MomentKind =
  | News
  | 'incident'
  | 'more-known'
  | 'correction'
  | 'unconfirmed'
  | 'reminder'
  | 'late'
  | 'no-outcome'
  | 'post'
  | 'recorded'
  | 'written';

/** One instant of a campaign's script. */
export interface Moment {
  readonly at: Temporal.Instant;
  /** For the time machine. Says so where the record does not tell when it happened. */
  readonly title: string;
  readonly act: Act;
}

export function kindOf({ act }: Moment): MomentKind {
  switch (act.do) {
    case 'record-hearing':
      return 'recorded';
    case 'approve-hearing':
      return act.news;
    case 'reject-hearing':
      return 'correction';
    case 'wait-over':
      return 'unconfirmed';
    case 'record-incident':
      return 'recorded';
    case 'approve-incident':
      if (act.before === null) return 'incident';
      return act.facts.amendment === 'adds' ? 'more-known' : 'correction';
    case 'write-post':
      return 'written';
    case 'approve-post':
      return 'post';
    case 'reminder-due':
      return 'reminder';
    case 'reminder-late':
      return 'late';
    case 'silence-due':
      return 'no-outcome';
  }
}

/** An alert as the service names it: of what, and its kind. */
export type AlertName = `hearing ${AlertKind}` | `incident ${IncidentAlertKind}`;

/** The alert that followers get at a moment, if they get one. */
export function alertOf(act: Act): AlertName | null {
  switch (act.do) {
    case 'approve-hearing':
      return `hearing ${kindsOfNews[act.news]}`;
    case 'wait-over':
      return 'hearing changed';
    case 'reject-hearing':
      return 'hearing corrected';
    case 'reminder-due':
    case 'reminder-late':
      return 'hearing reminder';
    case 'silence-due':
      return 'hearing no_outcome';
    case 'approve-incident':
      if (act.before === null) return 'incident announced';
      return act.facts.status === 'retracted' ? 'incident cancelled' : 'incident changed';
    case 'record-hearing':
    case 'record-incident':
    case 'write-post':
    case 'approve-post':
      return null;
  }
}

const kindsOfNews = {
  announced: 'announced',
  changed: 'changed',
  'moved-earlier': 'changed',
  'moved-later': 'changed',
  postponed: 'changed',
  confirmed: 'confirmed',
  cancelled: 'cancelled',
  adjourned: 'outcome',
  outcome: 'outcome',
} as const satisfies Record<News, AlertKind>;

/** Whether followers hear of it. */
export function tellsFollowers({ act }: Moment): boolean {
  return (
    act.do === 'approve-incident' ||
    act.do === 'approve-hearing' ||
    act.do === 'reject-hearing' ||
    act.do === 'approve-post' ||
    isTheServices(act)
  );
}

/** Whether nobody does anything: what the service has planned falls due. */
export function isTheServices(act: Act): boolean {
  return (
    act.do === 'reminder-due' ||
    act.do === 'reminder-late' ||
    act.do === 'silence-due' ||
    act.do === 'wait-over'
  );
}

export function inOrder(moments: readonly Moment[]): Moment[] {
  return moments.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}
