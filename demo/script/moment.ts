import type { HearingFacts } from '../../src/domain/hearing.ts';
import type { IncidentFacts } from '../../src/domain/incident.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Localised } from '../../src/domain/localised.ts';
import type { PostKind } from '../../src/domain/words.ts';
import type { RecordEvent } from '../../src/services/cases/record-event.ts';

/** What followers are told when a hearing's facts take effect, as the script's author means it. */
export type News =
  | 'announced'
  | 'changed'
  | 'moved-earlier'
  | 'confirmed'
  | 'postponed'
  | 'cancelled'
  | 'adjourned'
  | 'outcome';

/** Before which hearing a reminder goes: the day before, or on the morning itself. */
export type Lead = 'day-before' | 'morning';

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

/** An incident's facts, with those whom it concerns by their English names. */
export type ScriptedIncident = Omit<IncidentFacts, 'personIds'> & { readonly persons: readonly string[] };

type WithoutCase<Fact> = Fact extends unknown ? Omit<Fact, 'caseId'> : never;
/** An event or a statement for the case's timeline. */
export type ScriptedFact = WithoutCase<RecordEvent>;

/** What is done at a moment. `hearing` and `incident` name one within its script. */
export type Act =
  | { readonly do: 'record-hearing'; readonly hearing: string; readonly facts: HearingFacts }
  | {
      readonly do: 'approve-hearing';
      readonly hearing: string;
      readonly news: News;
      readonly facts: HearingFacts;
      readonly before: HearingFacts | null;
    }
  /** The second person says no to a move that followers were told of unconfirmed; `facts` still hold. */
  | {
      readonly do: 'reject-hearing';
      readonly hearing: string;
      readonly wrong: HearingFacts;
      readonly facts: HearingFacts;
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
      readonly facts: HearingFacts;
    }
  /** Nobody has answered the calls: a move to an earlier time is told as not yet confirmed. */
  | {
      readonly do: 'wait-over';
      readonly hearing: string;
      readonly facts: HearingFacts;
      readonly before: HearingFacts | null;
    }
  /** The same, the day after a hearing of which nothing new is known. */
  | { readonly do: 'silence-due'; readonly hearing: string; readonly facts: HearingFacts };

/** What a moment is about, in a word. */
export type MomentKind =
  | News
  | 'incident'
  | 'correction'
  | 'unconfirmed'
  | 'reminder'
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
      return act.before === null ? 'incident' : 'correction';
    case 'write-post':
      return 'written';
    case 'approve-post':
      return 'post';
    case 'reminder-due':
      return 'reminder';
    case 'silence-due':
      return 'no-outcome';
  }
}

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
  return act.do === 'reminder-due' || act.do === 'silence-due' || act.do === 'wait-over';
}

export function inOrder(moments: readonly Moment[]): Moment[] {
  return moments.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}
