import type { NotResent } from '../domain/dead-letter.ts';
import { networkTitles, type RenderRefusal } from '../domain/network.ts';
import type { TokenScope } from '../domain/token-scope.ts';
import type { MoveAccountDeliveryRefusal } from '../services/account-deliveries/move.ts';
import type { RetractPostRefusal } from '../services/account-deliveries/retract.ts';
import type { SettleAccountDeliveryRefusal } from '../services/account-deliveries/settle.ts';
import type { WithdrawAccountDeliveryRefusal } from '../services/account-deliveries/withdraw.ts';
import type { ConnectAccountRefusal, ReconnectAccountRefusal } from '../services/accounts/connect.ts';
import type { DisconnectAccountRefusal } from '../services/accounts/disconnect.ts';
import type { PauseAccountRefusal } from '../services/accounts/pause.ts';
import type { ResumeAccountRefusal } from '../services/accounts/resume.ts';
import type { ActOnBroadcastRefusal } from '../services/broadcasts/act.ts';
import type { ResendDeliveriesRefusal } from '../services/broadcasts/resend.ts';
import type { AgreeToApprovalPolicyRefusal } from '../services/campaigns/agree-approvals.ts';
import type { AgreeToReserveRefusal } from '../services/campaigns/agree-reserve.ts';
import type { ChangeCampaignRefusal } from '../services/campaigns/change.ts';
import type { SetReserveRefusal } from '../services/campaigns/set-reserve.ts';
import type { AgreeToCaseRefusal } from '../services/cases/agree.ts';
import type { CloseCaseRefusal } from '../services/cases/close.ts';
import type { CreateCaseRefusal } from '../services/cases/create.ts';
import type { RecordConsentRefusal } from '../services/consents/record.ts';
import type { WithdrawConsentRefusal } from '../services/consents/withdraw.ts';
import type { AddContactsRefusal } from '../services/contacts/add.ts';
import type { RemoveContactRefusal } from '../services/contacts/remove.ts';
import type { AddEndpointRefusal } from '../services/endpoints/add.ts';
import type { RemoveEndpointRefusal } from '../services/endpoints/remove.ts';
import type { DecideHearingRefusal } from '../services/hearings/decide.ts';
import type { RecordHearingRefusal, ReviseHearingRefusal } from '../services/hearings/record.ts';
import type { DecideIncidentRefusal } from '../services/incidents/decide.ts';
import type { RecordIncidentRefusal } from '../services/incidents/record.ts';
import type { ReviseIncidentRefusal } from '../services/incidents/revise.ts';
import type { ClaimAnswerRefusal } from '../services/kept-answers/claim.ts';
import type { AddMediaRefusal } from '../services/media/add.ts';
import type { AddPartnerRefusal, AddPartnerSecretRefusal } from '../services/partners/add.ts';
import type { AuthenticatePartnerRefusal } from '../services/partners/authenticate.ts';
import type { ReportHearingRefusal } from '../services/partners/report.ts';
import type { RevokePartnerRefusal, RevokePartnerSecretRefusal } from '../services/partners/revoke.ts';
import type { LiftPauseRefusal } from '../services/pauses/lift.ts';
import type { PausePostsRefusal } from '../services/pauses/pause.ts';
import type { ClaimTextRefusal } from '../services/posts/claim-text.ts';
import type { CreatePostRefusal } from '../services/posts/create.ts';
import type { DecidePostRefusal } from '../services/posts/decide.ts';
import type { EditPostRefusal } from '../services/posts/edit.ts';
import type { SetPostAccountsRefusal } from '../services/posts/set-accounts.ts';
import type { SetPostCardRefusal } from '../services/posts/set-card.ts';
import type { SetPostPhotoRefusal } from '../services/posts/set-photo.ts';
import type { SettleAltRefusal } from '../services/posts/settle-alt.ts';
import type { SubmitPostRefusal } from '../services/posts/submit.ts';
import type { WithdrawPostRefusal } from '../services/posts/withdraw.ts';
import type { AddStaffRefusal } from '../services/staff/add.ts';
import type { LimitToCasesRefusal } from '../services/staff/limit-to-cases.ts';
import type { WouldBreak } from '../services/staff/losses.ts';
import type { RevokeStaffRefusal } from '../services/staff/revoke.ts';
import type { RevokeTokenRefusal } from '../services/staff/revoke-token.ts';
import type { AgreeToStaffRefusal } from '../services/staff-requests/agree.ts';
import type { AskForStaffRefusal } from '../services/staff-requests/ask.ts';
import type { DropStaffRequestRefusal } from '../services/staff-requests/drop.ts';
import type { NameSuccessorRefusal } from '../services/successions/name.ts';
import { dutyTexts } from './duty-text.ts';

/** Why the API does not do what was asked, before any verb was. */
type ApiRefusal =
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'role-missing'; readonly roles: readonly string[] }
  | { readonly code: 'scope-missing'; readonly scope: TokenScope }
  | { readonly code: 'not-set-up' }
  | { readonly code: 'other-site' }
  | { readonly code: 'route-unknown' }
  | { readonly code: 'no-staff-site' }
  | { readonly code: 'broadcast-unknown' }
  | { readonly code: 'input-invalid' }
  | { readonly code: 'body-too-large'; readonly limit: number }
  | { readonly code: 'body-not-utf8' }
  | { readonly code: 'body-not-json' }
  | { readonly code: 'body-type-unknown' }
  | { readonly code: 'upload-type-unknown' }
  | { readonly code: 'watch-elsewhere' }
  | { readonly code: 'reports-too-many' }
  | { readonly code: 'requests-too-many' }
  | { readonly code: 'cursor-unknown' }
  | { readonly code: 'precondition-missing' }
  | { readonly code: 'precondition-failed' }
  | { readonly code: 'file-type-unknown' }
  | { readonly code: 'file-unreadable' }
  | { readonly code: 'rows-refused' }
  | { readonly code: 'contact-file-unreadable' }
  | { readonly code: 'media-unknown' }
  | { readonly code: 'failed' };

/** Everything that any verb behind the API, or the API itself, can refuse with. */
export type Refusal =
  | ApiRefusal
  | ActOnBroadcastRefusal
  | AddContactsRefusal
  | AddMediaRefusal
  | AddEndpointRefusal
  | RemoveEndpointRefusal
  | AddPartnerRefusal
  | AddPartnerSecretRefusal
  | AddStaffRefusal
  | AgreeToApprovalPolicyRefusal
  | AgreeToCaseRefusal
  | AgreeToReserveRefusal
  | AgreeToStaffRefusal
  | AskForStaffRefusal
  | AuthenticatePartnerRefusal
  | ChangeCampaignRefusal
  | ClaimAnswerRefusal
  | ClaimTextRefusal
  | SetReserveRefusal
  | CloseCaseRefusal
  | ConnectAccountRefusal
  | CreateCaseRefusal
  | CreatePostRefusal
  | DecideHearingRefusal
  | DecideIncidentRefusal
  | DecidePostRefusal
  | DisconnectAccountRefusal
  | DropStaffRequestRefusal
  | EditPostRefusal
  | RecordConsentRefusal
  | LiftPauseRefusal
  | MoveAccountDeliveryRefusal
  | NameSuccessorRefusal
  | PauseAccountRefusal
  | PausePostsRefusal
  | ReconnectAccountRefusal
  | RecordHearingRefusal
  | RecordIncidentRefusal
  | RemoveContactRefusal
  | ResendDeliveriesRefusal
  | ReviseHearingRefusal
  | ReviseIncidentRefusal
  | ReportHearingRefusal
  | RevokePartnerRefusal
  | RevokePartnerSecretRefusal
  | ResumeAccountRefusal
  | RetractPostRefusal
  | LimitToCasesRefusal
  | RevokeStaffRefusal
  | RevokeTokenRefusal
  | SetPostAccountsRefusal
  | SetPostCardRefusal
  | SetPostPhotoRefusal
  | SettleAccountDeliveryRefusal
  | SubmitPostRefusal
  | WithdrawConsentRefusal
  | WithdrawAccountDeliveryRefusal
  | SettleAltRefusal
  | WithdrawPostRefusal
  | WouldBreak;

/** Every code that a refusal over the API can have. */
export type RefusalCode = Refusal['code'];

/** Every status that a refusal can be answered with. */
export type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;

/** A refusal as people are told of it. Texts are English: the API is for programmers. */
export interface RefusalText<Code extends RefusalCode = RefusalCode> {
  readonly status: RefusalStatus;
  readonly title: string;
  /** What is the matter in this very case, where there is more to say than the title. */
  readonly detail?: (refusal: Extract<Refusal, { readonly code: Code }>) => string;
  /** What to do about it; a refusal that brings a remedy of its own goes before. */
  readonly remedy: string;
}

/** The one table of refusals. A code without a row, or a row without a code, fails the type check. */
export const refusals: { readonly [Code in RefusalCode]: RefusalText<Code> } = {
  'not-signed-in': {
    status: 401,
    title: 'No valid token was given.',
    remedy: 'Send the header "Authorization: Bearer <token>" with a token that has not expired.',
  },
  'role-missing': {
    status: 403,
    title: 'Your roles do not allow this.',
    detail: ({ roles }) => `It takes one of these roles: ${roles.join(', ')}.`,
    remedy: 'Ask somebody with one of the roles named.',
  },
  'scope-missing': {
    status: 403,
    title: 'This token was not made for that.',
    detail: ({ scope }) => `It lacks the scope ${scope}.`,
    remedy: 'Use a token with this scope: whoever runs the service makes one (`staff token --scopes`).',
  },
  'not-set-up': {
    status: 503,
    title: 'The service has not been set up yet.',
    remedy: 'Open the set-up page whose address the service printed when it started.',
  },
  'other-site': {
    status: 403,
    title: 'A page of another site may not send this.',
    remedy: 'Send it from a program, or from a page of this very address.',
  },
  'route-unknown': {
    status: 404,
    title: 'There is nothing at this address.',
    remedy: 'Compare method and path with /openapi.json.',
  },
  'no-staff-site': {
    status: 409,
    title: 'There is no staff site to which a link could lead.',
    remedy:
      'Whoever runs the service names one in STAFF_ORIGIN; until then they take people on at the machine.',
  },
  'would-break': {
    status: 409,
    title: 'Nobody could do something any more.',
    detail: ({ duties }) => dutyTexts('en', duties).join('; '),
    remedy: 'Give somebody else the role, the language or the case first, or ask for it with "despite".',
  },
  'token-unknown': {
    status: 404,
    title: 'There is no such token of yours.',
    remedy: 'See `/staff/{staffId}/tokens` for those that count.',
  },
  'staff-unknown': {
    status: 404,
    title: 'There is no such person on the staff.',
    remedy: 'List the staff to find their id. Who was revoked is not listed any more.',
  },
  'limited-to-cases': {
    status: 403,
    title: 'You work on some cases only, and this is about all of them.',
    remedy: 'Ask somebody who works on all cases.',
  },
  'admin-not-limited': {
    status: 409,
    title: 'An admin cannot be limited: they could lift it themselves.',
    remedy: 'Limit somebody without this role.',
  },
  'deciders-too-few': {
    status: 409,
    title: 'Fewer than two people would be left to decide on the facts of a case.',
    detail: ({ cases }) => `Of: ${cases.join(', ')}. Its alerts would fall silent.`,
    remedy:
      'Let at least two approvers, coordinators or lawyers who have linked their chat work on each open case first.',
  },
  'broadcast-unknown': {
    status: 404,
    title: 'There is no such broadcast.',
    remedy: 'List the broadcasts to find its id.',
  },
  'input-invalid': {
    status: 422,
    title: 'The input is not what this address takes.',
    remedy: 'Correct what "errors" names and send it again.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large.',
    detail: ({ limit }) => `At most ${limit} bytes are read.`,
    remedy: 'Send less.',
  },
  'body-not-utf8': {
    status: 400,
    title: 'The body is not valid UTF-8.',
    remedy: 'Encode the body as UTF-8.',
  },
  'body-not-json': {
    status: 400,
    title: 'The body is not valid JSON.',
    remedy: 'Correct the syntax at the place named.',
  },
  'body-type-unknown': {
    status: 415,
    title: 'The body is of a type that this address does not take.',
    remedy: 'Send JSON with the header "Content-Type: application/json".',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'Something else was asked for under this Idempotency-Key.',
    remedy: 'Give each request a key of its own; only a repeat of the same request keeps its key.',
  },
  'request-in-progress': {
    status: 409,
    title: 'The first request under this Idempotency-Key is not answered yet.',
    remedy: 'Send it again after the seconds that Retry-After names.',
  },
  'answer-elsewhere': {
    status: 409,
    title: 'It was done already, and answered to another token of yours.',
    remedy: 'Repeat it with the token of the first request, or list what there is.',
  },
  'upload-type-unknown': {
    status: 415,
    title: 'The body is of a type that this address does not take.',
    remedy: 'Send the image itself with "Content-Type: image/jpeg", "image/png" or "image/webp".',
  },
  'watch-elsewhere': {
    status: 503,
    title: 'This process does not hold the key under which the secrets of partners are kept.',
    remedy: 'Give the web role a key file that has the section of the bot role, of which that key is made.',
  },
  'reports-too-many': {
    status: 429,
    title: 'That are more reports than are taken.',
    remedy: 'Report changes only, and send this one again after the seconds that Retry-After names.',
  },
  'requests-too-many': {
    status: 429,
    title: 'That are more requests than this token may send.',
    remedy: 'Send it again after the seconds that Retry-After names; RateLimit tells how many are left.',
  },
  'cursor-unknown': {
    status: 422,
    title: 'The list no longer holds what the page before ended with.',
    remedy: 'Begin with the first page again.',
  },
  'precondition-missing': {
    status: 428,
    title: 'Nothing says which version of it you change.',
    remedy:
      'Read it first and send its ETag in the header If-Match; "If-None-Match: *" for what is not there yet.',
  },
  'precondition-failed': {
    status: 412,
    title: 'It has changed since you read it.',
    remedy: 'Read it again, and send your change with the ETag that it has now.',
  },
  'report-unsigned': {
    status: 401,
    title: 'No partner of ours has signed this.',
    remedy:
      'Send webhook-id, webhook-timestamp and webhook-signature by Standard Webhooks: "v1," and base64 of the HMAC-SHA256, with your secret, over id.timestamp.body, byte for byte as sent. docs/watch.md has an example.',
  },
  'report-stale': {
    status: 401,
    title: 'The report was signed too long ago, or in the future.',
    detail: ({ ageSeconds }) =>
      `By our clock it is ${ageSeconds} seconds old; 300 to both sides are allowed.`,
    remedy: 'Set your clock, and sign each try anew with the present time and the same webhook-id.',
  },
  'report-id-reused': {
    status: 409,
    title: 'Another report came under this webhook-id.',
    remedy: 'Give each report an id of its own; only a repeat of the same body keeps its id.',
  },
  'report-refused': {
    status: 422,
    title: 'The report cannot be taken, and nothing was recorded.',
    remedy: 'Correct what "errors" names and send it again; the webhook-id may be the same.',
  },
  'endpoint-url-unusable': {
    status: 422,
    title: 'That is no address to which events can be sent.',
    remedy: 'Give an https address without a user name and without #.',
  },
  'endpoint-unknown': {
    status: 404,
    title: 'There is no such endpoint.',
    remedy: 'List the endpoints to find its id. What was removed is not listed any more.',
  },
  'partner-unknown': {
    status: 404,
    title: 'There is no such partner.',
    remedy: 'List the partners to find their id. Who was revoked is not listed any more.',
  },
  'partner-secret-unknown': {
    status: 404,
    title: 'The partner has no such secret.',
    remedy: 'List the partners to find its id. What was revoked is not listed any more.',
  },
  'file-type-unknown': {
    status: 415,
    title: 'The body is of a type that this address does not take.',
    remedy: 'Send the file itself with "Content-Type: text/csv", "text/calendar" or "application/json".',
  },
  'file-unreadable': {
    status: 422,
    title: 'The file cannot be read, and nothing was recorded.',
    remedy: 'Correct what "errors" names, each with its line, and send it again.',
  },
  'rows-refused': {
    status: 422,
    title: 'Some hearings of the file cannot be taken, and nothing was recorded.',
    remedy:
      'Correct what "errors" names, each with its line; or send it with withoutRefused=true to record the others.',
  },
  failed: {
    status: 500,
    title: 'Something failed on our side.',
    remedy: 'Try again later; whoever runs the service finds the cause in its log by the id.',
  },

  'not-an-author': {
    status: 403,
    title: 'Your roles do not allow you to write this.',
    remedy: 'Ask an author or a translator.',
  },
  'not-a-recorder': {
    status: 403,
    title: 'Your roles do not allow you to record facts.',
    remedy: 'Ask an author, a coordinator or a lawyer.',
  },
  'not-a-coordinator': {
    status: 403,
    title: 'Your roles do not allow you to change the campaign.',
    remedy: 'Ask a coordinator or an admin.',
  },
  'not-an-approver': {
    status: 403,
    title: 'Your roles do not allow you to decide on this.',
    remedy: 'Ask an approver.',
  },
  'own-text': {
    status: 403,
    title: 'Nobody decides on what they wrote themselves.',
    remedy: 'Ask a second person.',
  },
  'key-needed': {
    status: 403,
    title: 'This is decided with a key only.',
    remedy: 'Sign in to the console, at the address that STAFF_ORIGIN names, and decide there.',
  },
  'key-refused': {
    status: 403,
    title: 'The key was not accepted.',
    remedy: 'Decide in the console, with one of the keys that you added there.',
  },
  'second-key-missing': {
    status: 403,
    title: 'You have one key of the staff site only, and this is an approval.',
    remedy:
      'Add another key in the console, on another device. One is enough for a week from when it was added.',
  },
  'own-edit': {
    status: 403,
    title: 'Nobody decides on a text that they changed since it was last approved.',
    remedy: 'Ask somebody who changed nothing of it.',
  },
  'language-not-read': {
    status: 403,
    title: 'You have not declared to read this language.',
    detail: ({ language }) => `The text is in "${language}".`,
    remedy: 'Ask an approver who reads it.',
  },

  'case-unknown': {
    status: 404,
    title: 'There is no such case.',
    remedy: 'List the cases to find its id.',
  },
  'post-unknown': {
    status: 404,
    title: 'There is no such post.',
    remedy: 'List the posts to find its id.',
  },
  'media-unknown': {
    status: 404,
    title: 'There is no such image.',
    remedy: 'Upload it; the answer tells its id.',
  },
  'hearing-unknown': {
    status: 404,
    title: 'There is no such hearing, or no such revision of it.',
    remedy: "List the case's hearings to find its id.",
  },

  'incident-unknown': {
    status: 404,
    title: 'There is no such incident, or no such revision of it.',
    remedy: "List the case's incidents to find its id.",
  },
  'consent-unknown': {
    status: 404,
    title: 'There is no such consent.',
    remedy: "List the case's consents to find its id.",
  },

  'slug-taken': {
    status: 409,
    title: 'Another case has, or had, this slug.',
    detail: ({ free }) => `"${free}" is free.`,
    remedy: 'Choose another slug: links to the old case must not lead to this one.',
  },
  'case-not-over': {
    status: 409,
    title: 'Followers are still to be told of a hearing or an incident of the case.',
    remedy: 'Have what waits decided on and its hearings over, let the alerts go out, then close the case.',
  },
  'case-closed': {
    status: 409,
    title: 'The case is closed.',
    remedy: 'Open it again first, or choose a case that is open.',
  },
  'changed-since': {
    status: 409,
    title: 'Somebody has changed it since you read it.',
    detail: (refusal) => ('newest' in refusal ? `The newest revision is ${refusal.newest}.` : ''),
    remedy: 'Read it again, and decide on what stands there now.',
  },
  'facts-differ': {
    status: 422,
    title: 'A paragraph does not carry the names, days, hours and addresses of its source.',
    detail: ({ paragraph, lost, doubled, altered, contradicting }) =>
      `Paragraph ${paragraph}; missing: ${lost.join(', ') || 'none'}; too often: ${doubled.join(', ') || 'none'}; not in the source: ${altered.join(', ') || 'none'}; another day of the week than the date has: ${contradicting.join(', ') || 'none'}.`,
    remedy: 'Carry each as often as the source has it.',
  },
  'already-decided': {
    status: 409,
    title: 'It has been decided already.',
    detail: ({ state }) => `It is "${state}".`,
    remedy: 'Nothing is left to be decided.',
  },
  'approved-already': {
    status: 409,
    title: 'You have approved it already.',
    remedy: 'Have somebody else approve it, too: it takes several people.',
  },
  'policy-changed': {
    status: 409,
    title: 'More approvals are needed by now than when the text was submitted.',
    remedy: 'Have it edited and submitted again.',
  },
  'not-in-review': {
    status: 409,
    title: 'The text is not in review.',
    detail: ({ state }) => `It is "${state}".`,
    remedy: 'Have it submitted first.',
  },
  'not-submittable': {
    status: 409,
    title: 'The text cannot be submitted in its present state.',
    detail: ({ state }) => `It is "${state}".`,
    remedy: 'Only a draft can be submitted; edit the text to make it one.',
  },
  'text-claimed': {
    status: 409,
    title: 'Somebody else has this text in hand.',
    detail: ({ until }) => `Until ${until}.`,
    remedy: 'Wait until then and claim it yourself, or have whoever claimed it give it back.',
  },
  'not-editable': {
    status: 409,
    title: 'The text can no longer be edited.',
    detail: ({ state }) => `It is "${state}".`,
    remedy: 'Write a new post, which says what was wrong in this one.',
  },
  'not-withdrawable': {
    status: 409,
    title: 'The text can no longer be withdrawn.',
    detail: ({ state }) => `It is "${state}".`,
    remedy: 'Retract what has gone out (`/posts/{postId}/retractions`), or write a correction.',
  },
  'case-waits': {
    status: 409,
    title: 'The case itself waits for a second person.',
    remedy: 'Agree to the case first, or ask somebody to: nobody outside the staff knows of it before.',
  },
  'window-past': {
    status: 409,
    title: 'The time in which the post may go out is over.',
    remedy: 'Write a new post with a later "notAfter", or none.',
  },

  'action-impossible': {
    status: 409,
    title: 'This cannot be done to the broadcast in its present state.',
    detail: ({ action, state }) => `To ${action} it is impossible while it is "${state}".`,
    remedy: 'Read it again. What is finished or cancelled stays so; what is halted is resumed or cancelled.',
  },
  'own-request': {
    status: 403,
    title: 'Nobody agrees with themselves.',
    remedy: 'Ask a second person.',
  },
  'own-keys': {
    status: 403,
    title: 'Nobody vouches for themselves.',
    remedy: 'Ask two colleagues.',
  },
  'request-lapsed': {
    status: 409,
    title: 'Nobody waits for a second person any more.',
    remedy: 'Ask for it anew, and let a second person agree in time.',
  },
  'broadcast-stands': {
    status: 409,
    title: 'The broadcast stands still.',
    detail: ({ state }) => `It is "${state}".`,
    remedy: 'Resume what is paused or halted first. What is cancelled is never sent.',
  },
  'not-resendable': {
    status: 409,
    title: 'These deliveries are not sent once more.',
    detail: ({ why }) => whyNotResent[why],
    remedy: 'List the dead letters of the broadcast: each class says whether it is sent once more.',
  },
  'too-late': {
    status: 409,
    title: 'The time in which it was of use is over.',
    remedy: 'Write a new post, or record what has changed.',
  },
  overtaken: {
    status: 409,
    title: 'Newer facts were told, or are about to be.',
    remedy: 'Look at the newest broadcast of the case.',
  },
  'approval-gone': {
    status: 409,
    title: 'The text has no approval that still stands.',
    detail: ({ language }) => `It is in "${language}".`,
    remedy: 'Write a new post, and have it approved.',
  },

  'no-text': {
    status: 422,
    title: 'There is no text in this language.',
    detail: ({ language }) => `Nothing that would be seen is written in "${language}".`,
    remedy: 'Write the text.',
  },
  'text-unreadable': {
    status: 422,
    title: 'The text holds what cannot be published.',
    remedy: 'Correct what "errors" names, line by line.',
  },
  'text-too-long': {
    status: 422,
    title: 'The text is too long.',
    detail: ({ length, limit }) => `It has ${length} characters of at most ${limit}.`,
    remedy: 'Shorten it, or write two posts: nothing is ever cut to fit.',
  },
  'card-missing': {
    status: 409,
    title: 'The card of this language was not made: the text is newer than the cards.',
    detail: ({ language }) => `It is missing in ${language}.`,
    remedy: 'Set the card of the post once more.',
  },
  'card-outdated': {
    status: 409,
    title: 'Other facts are in effect than those that stand on the card.',
    remedy: 'Set the card of the post once more.',
  },
  'facts-not-in-effect': {
    status: 409,
    title: 'Nothing of it is in effect as a second person approved it.',
    remedy: 'Have the facts approved first; of an incident that was retracted there is no card.',
  },
  'card-needs-consent': {
    status: 422,
    title: 'It tells of health or torture: that consent can be withdrawn, and an image cannot.',
    remedy: 'Write it as a text.',
  },
  'card-too-long': {
    status: 422,
    title: 'The words do not fit on a card, however small they are drawn.',
    detail: ({ language }) => `In ${language} there are too many.`,
    remedy: 'Choose fewer words.',
  },
  'card-undrawable': {
    status: 422,
    title: 'For a character of it no font comes along.',
    detail: ({ language, character }) =>
      `In ${language} it is U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}.`,
    remedy: 'Write it in Latin, Cyrillic, Greek or Arabic letters, without emoji.',
  },
  'quote-missing': {
    status: 422,
    title: 'The post has a text in a language in which the quotation has no words.',
    detail: ({ language }) => `They are missing in ${language}.`,
    remedy: 'Give the words in every language of the post.',
  },
  'alt-missing': {
    status: 422,
    title: 'Nothing says what the image shows.',
    detail: ({ language }) => `It is missing in "${language}".`,
    remedy:
      'Edit the text in this language and give "alt": who cannot see the image reads it. In an emergency submit it with "deferAlt": true.',
  },
  'alt-unusable': {
    status: 422,
    title: 'These words cannot be what the image shows.',
    detail: ({ language, fault, length, limit }) =>
      fault === 'too-long'
        ? `In "${language}" they have ${length} characters of at most ${limit}.`
        : `In "${language}" nothing of them would be seen, or they hold a character that must not stand in a text.`,
    remedy: 'Give "alt" as a paragraph of plain text, or null.',
  },
  'alt-not-owed': {
    status: 409,
    title: 'Nobody owes words for the image of this text.',
    remedy:
      'Before a text is out, say what its image shows in the text ("alt"). Afterwards this is for texts of which that was put off, once.',
  },
  'account-without-text': {
    status: 422,
    title: 'An account of the post has no text in its language.',
    detail: ({ handle, language }) => `${handle} posts in "${language}".`,
    remedy: 'Write a text in this language first, or take the account off the post.',
  },
  'account-of-text-disconnected': {
    status: 409,
    title: 'An account of this text is disconnected, or its credentials have ended.',
    detail: ({ handle, network }) => `It is ${handle} (${networkTitles[network]}).`,
    remedy:
      'Give it new credentials at `/accounts/{accountId}/credentials`, or take the account off the post: nothing would go out there.',
  },
  'not-for-account': {
    status: 422,
    title: 'The post cannot go out on one of its accounts as it is.',
    detail: ({ handle, network, fault }) => `${handle} (${networkTitles[network]}): ${whyNotRendered(fault)}`,
    remedy: 'Change the text or the image, or take the account off the post: nothing is ever cut to fit.',
  },
  'over-budget': {
    status: 422,
    title: 'The post would cost more than may be spent on one of its accounts this month.',
    detail: ({ handle, network, cost, left, budget }) =>
      `${handle} (${networkTitles[network]}): about ${usd(cost)}, and ${usd(left)} of ${usd(budget)} are left after what is planned.`,
    remedy:
      'Leave out the addresses if they make it dear, take the account off the post, or have its budget raised at `/accounts/{accountId}/budget`.',
  },
  'credentials-malformed': {
    status: 422,
    title: 'The credentials are not what the network gives out.',
    detail: ({ field }) => `It is about "${field}".`,
    remedy: 'See `/networks` for what it takes.',
  },
  'not-recognised': {
    status: 422,
    title: 'The network did not say that this account can be posted on.',
    detail: ({ fault }) => fault,
    remedy: 'Look whether the credentials were copied whole.',
  },
  'account-known': {
    status: 409,
    title: 'This account is connected already.',
    detail: ({ handle }) => `It is ${handle}.`,
    remedy: 'Give it new credentials at `/accounts/{accountId}/credentials` if the old ones no longer serve.',
  },
  'account-unknown': {
    status: 404,
    title: 'There is no such account.',
    remedy: 'See `/accounts` for those that there are.',
  },
  'another-account': {
    status: 409,
    title: 'These credentials belong to another account.',
    detail: ({ handle }) => `They are those of ${handle}.`,
    remedy: 'Give those of this account, or connect the other one as a new account.',
  },
  'account-disconnected': {
    status: 409,
    title: 'The account is disconnected.',
    remedy: 'Give it new credentials at `/accounts/{accountId}/credentials`.',
  },
  'account-without-contacts': {
    status: 409,
    title: 'What is posted on this account goes to no contacts.',
    remedy: 'Choose an account of e-mail; see `/accounts`.',
  },
  'contact-unknown': {
    status: 404,
    title: 'No such contact is on a list.',
    remedy:
      'See `/accounts/{accountId}/contacts` for those that are; whoever has left cannot be removed again.',
  },
  'contact-file-unreadable': {
    status: 422,
    title: 'The file cannot be read, and nobody was added.',
    remedy: 'Correct what "detail" names and send it again.',
  },
  'contacts-refused': {
    status: 422,
    title: 'Some contacts cannot be taken, and nobody was added.',
    remedy: 'Correct what "errors" names, the first contact being 0, and send it again.',
  },
  'contacts-too-many': {
    status: 422,
    title: 'There are too many contacts.',
    detail: ({ limit }) => `At most ${limit} are read at once.`,
    remedy: 'Send them in several parts.',
  },
  'account-delivery-unknown': {
    status: 404,
    title: 'There is no such delivery to an account.',
    remedy: 'See `/account-deliveries` for those that there are.',
  },
  'account-delivery-settled': {
    status: 409,
    title: 'The delivery is no longer where this could be done.',
    detail: ({ state }) => `It is "${state}".`,
    remedy: 'Look at it again. What stands on a network is taken back at `/posts/{postId}/retractions`.',
  },
  'outside-window': {
    status: 422,
    title: 'By then the window of the post is closed.',
    remedy: 'Choose an earlier time.',
  },
  'pause-unknown': {
    status: 404,
    title: 'No such pause stands.',
    remedy: 'See `/pauses` for those that stand.',
  },
  'not-a-connector': {
    status: 403,
    title: 'Your roles do not allow you to connect accounts.',
    remedy: 'Ask an admin or a coordinator.',
  },
  'not-a-stopper': {
    status: 403,
    title: 'Your roles do not allow you to stop posts.',
    remedy: 'Ask an approver, a coordinator, a lawyer or an admin.',
  },
  'image-empty': {
    status: 422,
    title: 'The image has no bytes.',
    remedy: 'Send the bytes of the image as the body.',
  },
  'image-too-large': {
    status: 413,
    title: 'The image is too large.',
    detail: ({ limit }) => `At most ${limit} bytes are read.`,
    remedy: 'Save it smaller: what is kept has at most 2560 pixels a side.',
  },
  'image-unreadable': {
    status: 422,
    title: 'This is not an image that we can read.',
    remedy: 'Send a whole JPEG, PNG or WebP. Another kind under such a name is not one.',
  },
  'image-too-many-pixels': {
    status: 422,
    title: 'The image has too many pixels.',
    detail: ({ pixels, limit }) => `It has ${pixels}, of at most ${limit}.`,
    remedy: 'Make it smaller: what is kept has at most 2560 pixels a side.',
  },
  'image-moves': {
    status: 422,
    title: 'The image moves.',
    remedy: 'Send one picture of it.',
  },
  'image-too-narrow': {
    status: 422,
    title: 'The image is too narrow.',
    detail: ({ limit }) => `One side may be ${limit} times as long as the other.`,
    remedy: 'Cut it, or put it on a wider ground.',
  },
  'start-past': {
    status: 409,
    title: 'The moment from which the post was to go out is over.',
    remedy: 'Choose a later "notBefore", or none for as soon as it is approved.',
  },
  'embargo-past': {
    status: 409,
    title: 'The moment until which the embargo lasts is over.',
    remedy: 'Choose a later "embargoUntil", or none.',
  },
  'embargo-outside-window': {
    status: 422,
    title: 'Nobody would get the post under its embargo, or nobody after it.',
    remedy: 'Choose an "embargoUntil" that is later than "notBefore" and earlier than "notAfter".',
  },
  'under-embargo': {
    status: 422,
    title: 'Until its embargo ends only contacts may have the post.',
    remedy: 'Choose a time at its end or later.',
  },
  'window-empty': {
    status: 422,
    title: 'The post could never go out.',
    remedy: 'Make "notBefore" earlier than "notAfter".',
  },
  'slug-unusable': {
    status: 422,
    title: 'This cannot be a slug.',
    remedy: 'Use 1 to 48 of a–z, 0–9 and hyphens, with no hyphen at either end.',
  },
  'name-unusable': {
    status: 422,
    title: 'This cannot be a name.',
    remedy: 'Write the name with letters or digits.',
  },
  'roles-missing': {
    status: 422,
    title: 'No role was given.',
    remedy: 'Give at least one role.',
  },
  'languages-missing': {
    status: 422,
    title: 'A staff member must read a language.',
    remedy: 'Give at least one language that they read.',
  },
  'telegram-name-unusable': {
    status: 422,
    title: 'This is no public name in Telegram.',
    remedy:
      'Write it as Telegram shows it: 5 to 32 Latin letters, digits and underscores; a bot’s name ends in "bot".',
  },
  'lead-times-missing': {
    status: 422,
    title: 'A campaign reminds its followers at least once of each hearing.',
    remedy: 'Name one lead time or more, such as 1d. Whoever wants no reminders chooses so in the bot.',
  },
  'lead-time-unknown': {
    status: 422,
    title: 'This is not a lead time.',
    remedy: 'Write 1d to 60d (days), 1h to 72h (hours) or "morning".',
  },
  'zone-unknown': {
    status: 422,
    title: 'There is no such time zone.',
    remedy: 'Write the zone as the tz database names it, such as Asia/Baku.',
  },
  'date-malformed': {
    status: 422,
    title: 'This date or time does not exist.',
    remedy: 'Write 2009-11-11 and 10:30.',
  },
  'time-does-not-exist': {
    status: 422,
    title: 'The clock jumps over this time on that day.',
    detail: ({ before, after }) => `The nearest times are ${before} and ${after}.`,
    remedy: 'Ask the court which it means.',
  },
  'hearing-past': {
    status: 422,
    title: 'The hearing would be in the past.',
    remedy: 'Check the date and the zone; record a past hearing as held, with its outcome.',
  },
  'hearing-ahead': {
    status: 422,
    title: 'The hearing cannot have been held yet.',
    remedy: 'Check the date; record a hearing as held once it has taken place.',
  },
  'postponed-with-date': {
    status: 422,
    title: 'A postponed hearing with a new date is a scheduled one.',
    remedy: 'Record it as scheduled, with its new date.',
  },
  'facts-too-long': {
    status: 422,
    title: 'A message with these facts would be too long.',
    detail: ({ language, length, limit }) =>
      `In "${language}" it would take ${length} of the ${limit} characters that Telegram allows.`,
    remedy: 'Shorten the longest of them: what happened, the outcome, the court, the sources.',
  },
  'date-missing': {
    status: 422,
    title: 'The hearing has no date.',
    remedy: 'Give the date, or record the hearing as postponed.',
  },
  'source-missing': {
    status: 422,
    title: 'The facts have no source.',
    remedy: 'Say who reported them.',
  },
  'what-missing': {
    status: 422,
    title: 'Nothing says what happened.',
    remedy: 'Say in at least one language what happened.',
  },
  'incident-ahead': {
    status: 422,
    title: 'The incident cannot have happened yet.',
    remedy: 'Check the date and the zone.',
  },
  'nothing-to-retract': {
    status: 422,
    title: 'What is new cannot be retracted.',
    remedy: 'Record the incident as it stands; retract it with a later revision.',
  },
  'person-unknown': {
    status: 422,
    title: 'This is not a person of the case.',
    remedy: 'Read the case to find the ids of its persons.',
  },
  'name-protected': {
    status: 422,
    title: 'It names somebody who appears by role only.',
    remedy: 'Write "a minor", "a witness" or "a victim" instead of the name, in every language.',
  },
  'consent-missing': {
    status: 422,
    title: 'What takes consent is told without it.',
    detail: ({ covers, personId }) =>
      personId === null
        ? `It tells of ${covers} and names no person of the case.`
        : `It tells of ${covers}; of the person ${personId} no consent to that stands.`,
    remedy: 'Record the consent of the prisoner, the family or the lawyer first, or leave it out.',
  },
  'consent-stands': {
    status: 409,
    title: 'This consent is on record already.',
    remedy: "List the case's consents.",
  },
  'consent-withdrawn': {
    status: 409,
    title: 'This consent was withdrawn already.',
    remedy: "List the case's consents.",
  },
  'result-not-held': {
    status: 422,
    title: 'Only a hearing that was held has rulings or was adjourned.',
    remedy: 'Record the hearing as held, or as postponed when it did not take place.',
  },
  'next-hearing-unfit': {
    status: 422,
    title: 'The hearing that the adjournment names cannot be as given.',
    remedy: 'Correct its date and hour.',
  },
  'next-hearing-made': {
    status: 409,
    title: 'The next hearing has been made already.',
    remedy: 'Revise that hearing itself: followers are told of the change.',
  },
  'court-missing': {
    status: 422,
    title: 'The court has no name.',
    remedy: 'Name the court in at least one language.',
  },
};

const whyNotResent = {
  'may-have-arrived': 'They may have arrived, and nobody may get a post twice.',
  'chat-away': 'Their chats cannot be written to; whoever comes back hears what is new by then.',
  'too-late': 'Their time is over.',
  superseded: 'Newer facts took their place.',
  'not-wanted': 'They were cancelled, or their readers no longer wanted them.',
  unreadable: 'Their chats cannot be opened with the keys of this service.',
  'not-certain': 'It is not certain that another try is safe.',
} as const satisfies Record<NotResent, string>;

/** Millionths of a US dollar, as people write them. */
function usd(micros: number): string {
  return `${(micros / 1_000_000).toFixed(3)} USD`;
}

function whyNotRendered(fault: RenderRefusal): string {
  switch (fault.code) {
    case 'post-too-long':
      return `it has ${fault.length} of at most ${fault.limit}, and this network has no threads.`;
    case 'word-too-long':
      return `one word of it has ${fault.length} of at most ${fault.limit}, and cannot be divided.`;
    case 'thread-too-long':
      return `it would take more than ${fault.limit} parts.`;
    case 'no-images':
      return 'it takes no such image.';
    case 'language-not-kept':
      return `its server has no posts in "${fault.language}": add the language there, then connect the account again.`;
    case 'alt-too-long':
      return `what the image is said to show has ${fault.length} of at most ${fault.limit}.`;
  }
}
