/**
 * The words of the design as the values that tables, API and code share. One list per word; each type is
 * derived from its list, so that a new value is added in one place.
 */

export const caseStatuses = ['open', 'closed'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const hearingStatuses = ['scheduled', 'postponed', 'cancelled', 'held'] as const;
export type HearingStatus = (typeof hearingStatuses)[number];

export const hearingKinds = [
  'detention',
  'preliminary',
  'trial',
  'verdict',
  'appeal',
  'parole',
  'other',
] as const;
export type HearingKind = (typeof hearingKinds)[number];

/** Whether the public may attend. */
export const opennesses = ['open', 'closed', 'unknown'] as const;
export type Openness = (typeof opennesses)[number];

/** What happens to people outside a hearing. */
export const incidentKinds = [
  'arrest',
  'search',
  'attack',
  'transfer',
  'health',
  'demolition',
  'release',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** `retracted`: it did not happen as it was told. */
export const incidentStatuses = ['stands', 'retracted'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** How sure an incident is: we know it; somebody reported it, and we do not know more; somebody claims it. */
export const certainties = ['established', 'reported', 'alleged'] as const;
export type Certainty = (typeof certainties)[number];

/** What may be told of a person only with consent. */
export const disclosures = ['health', 'torture'] as const;
export type Disclosure = (typeof disclosures)[number];

/** How a revision of an incident stands to what was told before: it adds, it corrects, or it takes private facts back. */
export const amendments = ['adds', 'corrects', 'withholds'] as const;
export type Amendment = (typeof amendments)[number];

/** Who appears by their role only, and never by name. */
export const protectedRoles = ['minor', 'witness', 'victim'] as const;
export type ProtectedRole = (typeof protectedRoles)[number];

/** As what a person of a case is told to readers. */
export const shownAs = ['name', ...protectedRoles] as const;
export type ShownAs = (typeof shownAs)[number];

/** Who can consent to what is told of a prisoner's health or torture. */
export const consentGivers = ['prisoner', 'family', 'lawyer'] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** Where a revision of a hearing's or an incident's facts stands; only one is in effect at a time. */
export const revisionStates = ['in_review', 'in_effect', 'superseded', 'rejected'] as const;
export type RevisionState = (typeof revisionStates)[number];

/** `pending` until due; then `dispatched`, or `expired` when it came too late to be of use. */
export const digestStates = ['pending', 'dispatched', 'expired'] as const;
export type DigestState = (typeof digestStates)[number];

/**
 * What came of a partner's report: `recorded`, as a revision in review; `noted`, beside a revision of
 * somebody else that is in review; or nothing, since it is known, was rejected before, is older or over.
 */
export const reportOutcomes = ['recorded', 'noted', 'unchanged', 'rejected', 'older', 'over'] as const;
export type ReportOutcome = (typeof reportOutcomes)[number];

/**
 * `no_outcome`: the day after a hearing of which nothing new is known. `confirmed` and `corrected` answer a move that
 * followers were told of before a second person had confirmed it.
 */
export const alertKinds = [
  'announced',
  'reminder',
  'changed',
  'cancelled',
  'outcome',
  'no_outcome',
  'confirmed',
  'corrected',
] as const;
export type AlertKind = (typeof alertKinds)[number];

/**
 * What the calls to decide on a hearing's facts came to. `decided`: somebody did; `replaced`: newer facts were recorded;
 * `told`: nobody did, and followers were told of the move, marked as unconfirmed; `withheld`: nobody did, and nobody was told.
 */
export const ringEnds = ['decided', 'replaced', 'told', 'withheld'] as const;
export type RingEnd = (typeof ringEnds)[number];

/** `pending` until due; then `dispatched` to its followers, `superseded` by a newer revision, or `expired`. */
export const alertStates = ['pending', 'dispatched', 'superseded', 'expired'] as const;
export type AlertState = (typeof alertStates)[number];

export const translationStates = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'rejected',
  'withdrawn',
  'expired',
] as const;
export type TranslationState = (typeof translationStates)[number];

/** What a post is: its campaign says how many approvals each of them takes. */
export const postKinds = ['update', 'press_release'] as const;
export type PostKind = (typeof postKinds)[number];

/** Of what readers are warned before they see a post, where a network can. */
export const contentWarnings = ['violence', 'torture', 'sexual_violence', 'death', 'suicide'] as const;
export type ContentWarning = (typeof contentWarnings)[number];

/** How far a translation's wording has been looked at; `stale` when its source text changed afterwards. */
export const translationChecks = ['machine_draft', 'draft', 'checked', 'stale'] as const;
export type TranslationCheck = (typeof translationChecks)[number];

export const deliveryStates = ['planned', 'attempting', 'sent', 'failed', 'unknown', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** In which of them a delivery has ended without being sent for certain. */
export const deadStates = ['failed', 'unknown', 'cancelled'] as const satisfies readonly DeliveryState[];
export type DeadState = (typeof deadStates)[number];

/**
 * `paused`: nothing goes out there, by staff or after too many failures; `disconnected`: its credentials no longer serve.
 * What is planned waits in both.
 */
export const accountStates = ['active', 'paused', 'disconnected'] as const;
export type AccountState = (typeof accountStates)[number];

/** `unsubscribed`: by themselves; `refused`: their server takes nothing for them; `removed`: by staff. */
export const contactStates = ['active', 'unsubscribed', 'refused', 'removed'] as const;
export type ContactState = (typeof contactStates)[number];

/** Where the taking back of something that stands on a network has come to. */
export const retractionStates = ['asked', 'done', 'failed'] as const;
export type RetractionState = (typeof retractionStates)[number];

export const roles = ['author', 'translator', 'approver', 'admin', 'coordinator', 'lawyer'] as const;
export type Role = (typeof roles)[number];

export const decisions = ['approved', 'rejected'] as const;
export type Decision = (typeof decisions)[number];

/** What an approval is of. */
export const approvalSubjects = ['translation', 'hearing', 'incident'] as const;
export type ApprovalSubject = (typeof approvalSubjects)[number];

/** How an approval reached us. */
export const approvalPaths = ['bot', 'api', 'console'] as const;
export type ApprovalPath = (typeof approvalPaths)[number];

/** What an authenticator is asked to sign for. */
export const challengePurposes = ['sign-in', 'add-key'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** What about the staff takes two people. */
export const staffRequestKinds = ['invite', 'replace-keys'] as const;
export type StaffRequestKind = (typeof staffRequestKinds)[number];

export const chatKinds = ['private', 'group', 'channel'] as const;
export type ChatKind = (typeof chatKinds)[number];

/** What a subscriber is to a case: whoever has to act on a hearing is told of it before those who follow. */
export const standings = ['follower', 'observer', 'lawyer', 'press'] as const;
export type Standing = (typeof standings)[number];

/** `unreachable`: Telegram said that we may not write there; `/start` or an unblocking revives it. */
export const subscriberStates = ['active', 'unreachable'] as const;
export type SubscriberState = (typeof subscriberStates)[number];

/** What a broadcast carries. */
export const broadcastKinds = ['alert', 'post', 'digest'] as const;
export type BroadcastKind = (typeof broadcastKinds)[number];

/**
 * `running`: its planned deliveries go out; `paused`: by staff; `halted`: by the sender, after too many faults of one
 * class; `cancelled`: for good; `finished`: nothing of it is planned or being attempted any more.
 */
export const broadcastStates = ['running', 'paused', 'halted', 'cancelled', 'finished'] as const;
export type BroadcastState = (typeof broadcastStates)[number];

/** What staff can do to a broadcast that is under way. */
export const broadcastActions = ['pause', 'resume', 'cancel'] as const;
export type BroadcastAction = (typeof broadcastActions)[number];

/** What a Bot API call outside a broadcast is for. */
export const callPurposes = ['reply', 'notice', 'deletion'] as const;
export type CallPurpose = (typeof callPurposes)[number];

/** The Bot API methods that go to one chat through the sender's lane. */
export const callMethods = [
  'sendMessage',
  'sendPhoto',
  'sendDocument',
  'editMessageText',
  'editMessageMedia',
  'editMessageReplyMarkup',
  'deleteMessage',
  'leaveChat',
] as const;
export type CallMethod = (typeof callMethods)[number];

/** Whether it puts a new message into the chat: to do it twice is seen, and nothing takes it back. */
export function isSending(method: CallMethod): boolean {
  return method === 'sendMessage' || method === 'sendPhoto' || method === 'sendDocument';
}
