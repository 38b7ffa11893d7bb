import { type DigestChoice, isDigestChoice } from './digest.ts';
import type {
  BroadcastId,
  CaseId,
  HearingId,
  Id,
  IncidentId,
  MessageId,
  PauseId,
  ReserveRequestId,
  TranslationId,
} from './ids.ts';
import { parseId } from './ids.ts';
import { isLanguage, type Language } from './language.ts';
import { isQuietChoice, type QuietChoice } from './quiet-hours.ts';
import { isOfferedLeadTime, type OfferedLeadTime } from './reminder-choice.ts';
import { type BroadcastAction, broadcastActions, type Decision, type Standing, standings } from './words.ts';

/**
 * Everything that a button below one of our messages can ask for. The buttons of broadcasts are rendered by
 * services and read by the bot, often weeks later: a form that was ever sent keeps its meaning.
 */
export type CallbackData =
  /** Below a case's card, which is edited to its new state. */
  | { readonly action: 'follow' | 'unfollow'; readonly caseId: CaseId }
  /** Below a broadcast, whose text stays: the same effect, only the buttons are edited. */
  | { readonly action: 'stopCase' | 'resumeCase'; readonly caseId: CaseId }
  | { readonly action: 'stopAll' }
  | { readonly action: 'case'; readonly caseId: CaseId }
  /** What happened in a case; the newest stands on page 1. */
  | { readonly action: 'timeline'; readonly caseId: CaseId; readonly page: number }
  /** `page`: of the list of hearings to which "Back" leads. */
  | { readonly action: 'hearing'; readonly hearingId: HearingId; readonly page: number }
  /** Says that one will attend a hearing, or no longer. `page`: as in `hearing`. */
  | {
      readonly action: 'attend';
      readonly hearingId: HearingId;
      readonly on: boolean;
      readonly page: number;
    }
  /** Asks for a hearing as a calendar file. */
  | { readonly action: 'calendar'; readonly hearingId: HearingId }
  /** Pages count from 1. */
  | { readonly action: 'cases' | 'hearings'; readonly page: number }
  /** `after`: what was asked for before the language was chosen, to be shown in it afterwards. */
  | { readonly action: 'language'; readonly language: Language; readonly after: Card | null }
  | { readonly action: 'discreet'; readonly on: boolean }
  | { readonly action: 'quiet'; readonly choice: QuietChoice }
  | { readonly action: 'digest'; readonly choice: DigestChoice }
  /** Below a digest, whose text stays: shows the case in a new message. */
  | { readonly action: 'openCase'; readonly caseId: CaseId }
  /** Below a digest: no more of them. */
  | { readonly action: 'digestStop' }
  /** Reminders as the campaign has them, or none of them. */
  | { readonly action: 'remind'; readonly choice: 'campaign' | 'changes' }
  /** One lead time among those that its reader has. */
  | { readonly action: 'leadTime'; readonly leadTime: OfferedLeadTime; readonly on: boolean }
  | { readonly action: 'tellFirst'; readonly on: boolean }
  | { readonly action: 'standing'; readonly standing: Standing }
  /** Below a neutral notice: asks for its content. */
  | { readonly action: 'show'; readonly messageId: MessageId }
  /** Below a long content that was shown: asks for the picture in its place. */
  | { readonly action: 'picture'; readonly messageId: MessageId }
  | { readonly action: 'deleteNow' }
  | { readonly action: 'forgetConfirm' | 'forgetCancel' }
  /** Staff: a decision on exactly this version; when another stands by now, the decision does not count. */
  | {
      readonly action: 'decidePost';
      readonly translationId: TranslationId;
      readonly version: number;
      readonly decision: Decision;
    }
  | {
      readonly action: 'decideHearing';
      readonly hearingId: HearingId;
      readonly revision: number;
      readonly decision: Decision;
    }
  | {
      readonly action: 'decideIncident';
      readonly incidentId: IncidentId;
      readonly revision: number;
      readonly decision: Decision;
    }
  /** Staff: agrees, as the second person, to what somebody wants to do to a broadcast. */
  | { readonly action: 'agree'; readonly broadcastId: BroadcastId; readonly to: BroadcastAction }
  /** Staff: the stop switch for posts. */
  | { readonly action: 'pauses' }
  /** The cases of which one may be stopped. */
  | { readonly action: 'pauseCases'; readonly page: number }
  /** Stops the posts of a case, or all of them. */
  | { readonly action: 'pausePosts'; readonly caseId: CaseId | null }
  /** Starts them again, as the first or as the second of two. */
  | { readonly action: 'liftPause'; readonly pauseId: PauseId }
  /** Agrees, as the second person, that they start again. */
  | { readonly action: 'agreeToLift'; readonly pauseId: PauseId }
  /** Agrees, as the second person, to the words of a case that somebody opened. */
  | { readonly action: 'agreeToCase'; readonly caseId: CaseId }
  /** Agrees, as the second person, to what somebody named as the reserve. */
  | { readonly action: 'agreeToReserve'; readonly requestId: ReserveRequestId };

/** What can be opened by a link into the bot. */
export type Card =
  | { readonly kind: 'case'; readonly caseId: CaseId }
  | { readonly kind: 'hearing'; readonly hearingId: HearingId };

/** The text of a button's `callback_data`: at most 64 bytes, all ASCII (Bot API 10.3: 1–64 bytes). */
export function encodeCallbackData(data: CallbackData): string {
  switch (data.action) {
    case 'follow':
    case 'unfollow':
    case 'case':
      return `${data.action}:${data.caseId}`;
    case 'stopCase':
      return `stop:${data.caseId}`;
    case 'resumeCase':
      return `resume:${data.caseId}`;
    case 'stopAll':
      return 'stop-all';
    case 'cases':
    case 'hearings':
      return `${data.action}:${data.page}`;
    case 'timeline':
      return `timeline:${data.caseId}:${data.page}`;
    case 'hearing':
      return `hearing:${data.hearingId}:${data.page}`;
    case 'attend':
      return `attend:${data.on ? 'on' : 'off'}:${data.hearingId}:${data.page}`;
    case 'calendar':
      return `calendar:${data.hearingId}`;
    case 'language':
      return ['language', data.language, ...cardParts(data.after)].join(':');
    case 'discreet':
      return `discreet:${onOff(data.on)}`;
    case 'quiet':
      return `quiet:${data.choice}`;
    case 'digest':
      return `digest:${data.choice}`;
    case 'openCase':
      return `open:${data.caseId}`;
    case 'digestStop':
      return 'digest-stop';
    case 'remind':
      return `remind:${data.choice}`;
    case 'leadTime':
      return `remind:${data.leadTime}:${onOff(data.on)}`;
    case 'tellFirst':
      return `first:${onOff(data.on)}`;
    case 'standing':
      return `standing:${data.standing}`;
    case 'show':
    case 'picture':
      return `${data.action}:${data.messageId}`;
    case 'deleteNow':
      return 'delete-now';
    case 'forgetConfirm':
      return 'forget:yes';
    case 'forgetCancel':
      return 'forget:no';
    case 'agree':
      return `agree:${data.to}:${data.broadcastId}`;
    case 'pauses':
      return 'pauses';
    case 'pauseCases':
      return `pause-cases:${data.page}`;
    case 'pausePosts':
      return `pause:${data.caseId ?? 'all'}`;
    case 'liftPause':
      return `lift:${data.pauseId}`;
    case 'agreeToLift':
      return `agree-lift:${data.pauseId}`;
    case 'agreeToCase':
      return `agree-case:${data.caseId}`;
    case 'agreeToReserve':
      return `agree-reserve:${data.requestId}`;
    case 'decidePost':
      return `${verdict(data.decision)}:post:${data.translationId}:${data.version}`;
    case 'decideHearing':
      return `${verdict(data.decision)}:hearing:${data.hearingId}:${data.revision}`;
    case 'decideIncident':
      return `${verdict(data.decision)}:incident:${data.incidentId}:${data.revision}`;
  }
}

/** A case stands by its id alone, as it always did. */
function cardParts(card: Card | null): string[] {
  if (card === null) return [];
  return card.kind === 'case' ? [card.caseId] : ['hearing', card.hearingId];
}

/** Reads what a tapped button carried; null when it is of no form that we ever sent. */
export function parseCallbackData(text: string): CallbackData | null {
  const [head, ...rest] = text.split(':');
  if (head === 'ok' || head === 'no') return decisionOf(head === 'ok' ? 'approved' : 'rejected', rest);
  if (head === 'language') return languageOf(rest);
  if (head === 'agree') return agreementOf(rest);
  if (head === 'remind') return remindersOf(rest);
  if (head === 'timeline')
    return pageOf<CaseId>(rest, (caseId, page) => ({ action: 'timeline', caseId, page }));
  if (head === 'attend') return attendanceOf(rest);
  if (head === 'hearing') {
    return pageOf<HearingId>(rest, (hearingId, page) => ({ action: 'hearing', hearingId, page }));
  }
  const [argument, ...excess] = rest;
  if (excess.length > 0) return null;
  if (argument === undefined) return head === undefined ? null : bare(head);
  switch (head) {
    case 'follow':
    case 'unfollow':
    case 'case':
      return withId<CaseId>(argument, (caseId) => ({ action: head, caseId }));
    case 'stop':
      return withId<CaseId>(argument, (caseId) => ({ action: 'stopCase', caseId }));
    case 'resume':
      return withId<CaseId>(argument, (caseId) => ({ action: 'resumeCase', caseId }));
    case 'calendar':
      return withId<HearingId>(argument, (hearingId) => ({ action: 'calendar', hearingId }));
    case 'open':
      return withId<CaseId>(argument, (caseId) => ({ action: 'openCase', caseId }));
    case 'show':
    case 'picture':
      return withId<MessageId>(argument, (messageId) => ({ action: head, messageId }));
    case 'cases':
    case 'hearings': {
      const page = countingNumber(argument);
      return page === null ? null : { action: head, page };
    }
    case 'pause-cases': {
      const page = countingNumber(argument);
      return page === null ? null : { action: 'pauseCases', page };
    }
    case 'pause':
      if (argument === 'all') return { action: 'pausePosts', caseId: null };
      return withId<CaseId>(argument, (caseId) => ({ action: 'pausePosts', caseId }));
    case 'lift':
      return withId<PauseId>(argument, (pauseId) => ({ action: 'liftPause', pauseId }));
    case 'agree-lift':
      return withId<PauseId>(argument, (pauseId) => ({ action: 'agreeToLift', pauseId }));
    case 'agree-case':
      return withId<CaseId>(argument, (caseId) => ({ action: 'agreeToCase', caseId }));
    case 'agree-reserve':
      return withId<ReserveRequestId>(argument, (requestId) => ({ action: 'agreeToReserve', requestId }));
    case 'discreet':
      return argument === 'on' || argument === 'off' ? { action: 'discreet', on: argument === 'on' } : null;
    case 'first':
      return argument === 'on' || argument === 'off' ? { action: 'tellFirst', on: argument === 'on' } : null;
    case 'standing': {
      const standing = standings.find((one) => one === argument);
      return standing === undefined ? null : { action: 'standing', standing };
    }
    case 'quiet':
      return isQuietChoice(argument) ? { action: 'quiet', choice: argument } : null;
    case 'digest':
      return isDigestChoice(argument) ? { action: 'digest', choice: argument } : null;
    case 'forget':
      if (argument === 'yes') return { action: 'forgetConfirm' };
      return argument === 'no' ? { action: 'forgetCancel' } : null;
    default:
      return null;
  }
}

function bare(head: string): CallbackData | null {
  if (head === 'stop-all') return { action: 'stopAll' };
  if (head === 'digest-stop') return { action: 'digestStop' };
  if (head === 'pauses') return { action: 'pauses' };
  return head === 'delete-now' ? { action: 'deleteNow' } : null;
}

function languageOf([language, ...card]: string[]): CallbackData | null {
  if (language === undefined || !isLanguage(language)) return null;
  const [first, second, ...excess] = card;
  if (first === undefined) return { action: 'language', language, after: null };
  if (second === undefined) {
    return withId<CaseId>(first, (caseId) => ({
      action: 'language',
      language,
      after: { kind: 'case', caseId },
    }));
  }
  if (first !== 'hearing' || excess.length > 0) return null;
  return withId<HearingId>(second, (hearingId) => ({
    action: 'language',
    language,
    after: { kind: 'hearing', hearingId },
  }));
}

function attendanceOf([word, ...hearing]: string[]): CallbackData | null {
  if (word !== 'on' && word !== 'off') return null;
  return pageOf<HearingId>(hearing, (hearingId, page) => ({
    action: 'attend',
    hearingId,
    on: word === 'on',
    page,
  }));
}

function pageOf<T extends Id<string>>(
  [id, number, ...excess]: string[],
  build: (id: T, page: number) => CallbackData,
): CallbackData | null {
  if (id === undefined || number === undefined || excess.length > 0) return null;
  const page = countingNumber(number);
  return page === null ? null : withId<T>(id, (known) => build(known, page));
}

function remindersOf([what, state, ...excess]: string[]): CallbackData | null {
  if (what === undefined || excess.length > 0) return null;
  if (state === undefined) {
    return what === 'campaign' || what === 'changes' ? { action: 'remind', choice: what } : null;
  }
  if (!isOfferedLeadTime(what) || (state !== 'on' && state !== 'off')) return null;
  return { action: 'leadTime', leadTime: what, on: state === 'on' };
}

function agreementOf([word, id, ...excess]: string[]): CallbackData | null {
  const to = broadcastActions.find((one) => one === word);
  if (to === undefined || id === undefined || excess.length > 0) return null;
  return withId<BroadcastId>(id, (broadcastId) => ({ action: 'agree', broadcastId, to }));
}

function decisionOf(decision: Decision, [what, id, number, ...excess]: string[]): CallbackData | null {
  if (id === undefined || number === undefined || excess.length > 0) return null;
  const count = countingNumber(number);
  if (count === null) return null;
  if (what === 'post') {
    return withId<TranslationId>(id, (translationId) => ({
      action: 'decidePost',
      translationId,
      version: count,
      decision,
    }));
  }
  if (what === 'incident') {
    return withId<IncidentId>(id, (incidentId) => ({
      action: 'decideIncident',
      incidentId,
      revision: count,
      decision,
    }));
  }
  if (what !== 'hearing') return null;
  return withId<HearingId>(id, (hearingId) => ({
    action: 'decideHearing',
    hearingId,
    revision: count,
    decision,
  }));
}

function withId<T extends Id<string>>(text: string, build: (id: T) => CallbackData): CallbackData | null {
  const id = parseId<T>(text);
  return id === null ? null : build(id);
}

const onOff = (on: boolean) => (on ? 'on' : 'off');

const verdict = (decision: Decision) => (decision === 'approved' ? 'ok' : 'no');

/** 1 to 2,147,483,647 (what the database's integers hold), written the one way that we write it. */
function countingNumber(text: string): number | null {
  if (!/^[1-9][0-9]{0,9}$/.test(text)) return null;
  const number = Number(text);
  return number <= 2_147_483_647 ? number : null;
}
