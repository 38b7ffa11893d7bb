import type { Language } from '../../domain/language.ts';
import type { ImageRefusal } from '../../domain/media.ts';
import { networkTitles, type RenderRefusal } from '../../domain/network.ts';
import { formatList, formatMegabytes, formatNumber, formatTime, formatUsd } from '../../i18n/format.ts';
import { type MessageArgs, translate } from '../../i18n/index.ts';
import type { SettleAccountDeliveryRefusal } from '../../services/account-deliveries/settle.ts';
import type { PauseAccountRefusal } from '../../services/accounts/pause.ts';
import type { ResumeAccountRefusal } from '../../services/accounts/resume.ts';
import type { ActOnBroadcastRefusal } from '../../services/broadcasts/act.ts';
import type { ResendDeliveriesRefusal } from '../../services/broadcasts/resend.ts';
import type { AgreeToApprovalPolicyRefusal } from '../../services/campaigns/agree-approvals.ts';
import type { AgreeToReserveRefusal } from '../../services/campaigns/agree-reserve.ts';
import type { SetReserveRefusal } from '../../services/campaigns/set-reserve.ts';
import type { AgreeToCaseRefusal } from '../../services/cases/agree.ts';
import type { DecideHearingRefusal } from '../../services/hearings/decide.ts';
import type { PreviewHearingRefusal } from '../../services/hearings/preview.ts';
import type { RecordHearingRefusal, ReviseHearingRefusal } from '../../services/hearings/record.ts';
import type { DecideIncidentRefusal } from '../../services/incidents/decide.ts';
import type { PreviewIncidentRefusal } from '../../services/incidents/preview.ts';
import type { RecordIncidentRefusal } from '../../services/incidents/record.ts';
import type { ReviseIncidentRefusal } from '../../services/incidents/revise.ts';
import type { AcceptInvitationRefusal } from '../../services/invitations/accept.ts';
import type { AddKeyRefusal } from '../../services/passkeys/add.ts';
import type { RemoveKeyRefusal } from '../../services/passkeys/remove.ts';
import type { LiftPauseRefusal } from '../../services/pauses/lift.ts';
import type { PausePostsRefusal } from '../../services/pauses/pause.ts';
import type { CreatePostRefusal } from '../../services/posts/create.ts';
import type { DecidePostRefusal } from '../../services/posts/decide.ts';
import type { EditPostRefusal } from '../../services/posts/edit.ts';
import type { ParagraphFaults } from '../../services/posts/lock-paragraphs.ts';
import type { PayloadRefusal } from '../../services/posts/payloads.ts';
import type { SetPostCardRefusal } from '../../services/posts/set-card.ts';
import type { SetPostSheetRefusal } from '../../services/posts/set-sheet.ts';
import type { SettleAltRefusal } from '../../services/posts/settle-alt.ts';
import type { SubmitPostRefusal } from '../../services/posts/submit.ts';
import type { WithdrawPostRefusal } from '../../services/posts/withdraw.ts';
import type { SignInRefusal } from '../../services/sessions/sign-in.ts';
import type { LimitToCasesRefusal } from '../../services/staff/limit-to-cases.ts';
import type { RevokeStaffRefusal } from '../../services/staff/revoke.ts';
import type { RevokeTokenRefusal } from '../../services/staff/revoke-token.ts';
import type { AgreeToStaffRefusal } from '../../services/staff-requests/agree.ts';
import type { AskForStaffRefusal } from '../../services/staff-requests/ask.ts';
import type { DropStaffRequestRefusal } from '../../services/staff-requests/drop.ts';
import type { NameSuccessorRefusal } from '../../services/successions/name.ts';
import type { TakeOverRefusal } from '../../services/successions/take-over.ts';
import { imageKinds } from './image-input.ts';

/** Why the console does not do what was asked, before any verb was. */
type OwnRefusal = {
  readonly code:
    | 'role-missing'
    | 'sign-in-again'
    | 'other-site'
    | 'incomplete'
    | 'unknown'
    | 'not-in-review'
    | 'failed';
};

/** What a page of the invitation itself says, with the day from which it counts. */
type ToldByInvitation = { readonly code: 'invitation-unknown' | 'invitation-waits' };

/** Everything that any verb behind the console, or the console itself, can refuse with. */
export type ConsoleRefusal =
  | OwnRefusal
  | Exclude<AcceptInvitationRefusal, ToldByInvitation>
  | ActOnBroadcastRefusal
  | AddKeyRefusal
  | AgreeToApprovalPolicyRefusal
  | AgreeToCaseRefusal
  | AgreeToReserveRefusal
  | AgreeToStaffRefusal
  | AskForStaffRefusal
  | CreatePostRefusal
  | DecideHearingRefusal
  | DecideIncidentRefusal
  | DecidePostRefusal
  | DropStaffRequestRefusal
  | EditPostRefusal
  | ImageRefusal
  | LiftPauseRefusal
  | NameSuccessorRefusal
  | PauseAccountRefusal
  | LimitToCasesRefusal
  | PausePostsRefusal
  | PreviewHearingRefusal
  | PreviewIncidentRefusal
  | RecordHearingRefusal
  | RecordIncidentRefusal
  | RemoveKeyRefusal
  | ReviseHearingRefusal
  | ReviseIncidentRefusal
  | ResendDeliveriesRefusal
  | ResumeAccountRefusal
  | RevokeStaffRefusal
  | RevokeTokenRefusal
  | SettleAccountDeliveryRefusal
  | SetPostCardRefusal
  | SetReserveRefusal
  | SetPostSheetRefusal
  | SignInRefusal
  | SubmitPostRefusal
  | TakeOverRefusal
  | SettleAltRefusal
  | WithdrawPostRefusal;

type Code = ConsoleRefusal['code'];
type Of<C extends Code> = Extract<ConsoleRefusal, { readonly code: C }>;

/** How people are told: by a reason of `console-refused`, or by what belongs to the very case. */
type Told<C extends Code> =
  | MessageArgs['console-refused']['reason']
  | ((language: Language, refusal: Of<C>) => string);

/** A reason that the bot tells in the same words. */
const asInBot = (reason: MessageArgs['staff-refused']['reason']) => (language: Language) =>
  translate(language, 'staff-refused', { reason });

/** The one table of what people are told. A code without a row, or a row without a code, fails the type check. */
const texts: { readonly [C in Code]: Told<C> } = {
  'role-missing': 'role-missing',
  'not-an-author': 'role-missing',
  'not-a-recorder': 'role-missing',
  'not-a-coordinator': 'role-missing',
  'not-a-stopper': 'role-missing',
  'not-an-approver': asInBot('not-an-approver'),
  'own-text': asInBot('own-text'),
  'own-edit': asInBot('own-edit'),
  'language-not-read': asInBot('language-not-read'),
  'own-keys': 'own-keys',
  'own-request': 'own-request',
  'request-lapsed': 'request-lapsed',
  'succession-waits': 'succession-waits',

  'key-needed': 'key-needed',
  'key-refused': 'key-refused',
  'key-known': 'key-known',
  'second-key-missing': 'second-key-missing',
  'last-key': 'last-key',
  'sign-in-again': 'sign-in-again',
  'challenge-lapsed': 'challenge-lapsed',
  'too-many-tries': 'too-many-tries',
  'other-site': 'other-site',

  unknown: 'unknown',
  'case-unknown': 'unknown',
  'post-unknown': 'unknown',
  'media-unknown': 'unknown',
  'hearing-unknown': 'unknown',
  'incident-unknown': 'unknown',
  'staff-unknown': 'unknown',
  'token-unknown': 'unknown',
  'limited-to-cases': 'limited-to-cases',
  'admin-not-limited': 'admin-not-limited',
  'deciders-too-few': (language, { cases }) =>
    translate(language, 'console-refused-deciders', { cases: formatList(language, cases) }),
  'key-unknown': 'unknown',
  'broadcast-unknown': 'unknown',
  'account-unknown': 'unknown',
  'account-delivery-unknown': 'unknown',
  'pause-unknown': 'pause-unknown',

  'changed-since': 'changed-since',
  'action-impossible': 'changed-since',
  'alt-not-owed': 'changed-since',
  'already-decided': asInBot('already-decided'),
  'facts-differ': (language, refusal) =>
    translate(language, 'console-refused-facts', {
      number: formatNumber(language, refusal.paragraph),
      faults: factFaultsText(language, refusal),
    }),
  'text-claimed': (language, { name, minutes }) =>
    translate(language, 'console-refused-claimed', { name, minutes: formatNumber(language, minutes) }),
  'account-delivery-settled': asInBot('already-decided'),
  'account-disconnected': 'account-disconnected',
  'not-resendable': 'not-resendable',
  'broadcast-stands': 'broadcast-stands',
  'too-late': 'window-past',
  overtaken: 'overtaken',
  'approval-gone': 'approval-gone',
  'approved-already': asInBot('approved-already'),
  'policy-changed': asInBot('policy-changed'),
  'not-in-review': asInBot('not-in-review'),
  'not-editable': 'not-editable',
  'not-submittable': 'not-submittable',
  'not-withdrawable': 'not-withdrawable',
  'case-closed': 'case-closed',
  'case-waits': asInBot('case-waits'),
  'window-past': 'end-past',
  'start-past': 'start-past',
  'window-empty': 'window-empty',
  'embargo-past': 'embargo-past',
  'embargo-outside-window': 'embargo-outside-window',

  'source-missing': 'source-missing',
  'zone-unknown': 'zone-unknown',
  'date-malformed': 'date-malformed',
  'date-missing': 'date-missing',
  'time-does-not-exist': (language, { before, after }) =>
    translate(language, 'console-refused-gap', {
      before: minuteOf(language, before),
      after: minuteOf(language, after),
    }),
  'hearing-past': 'hearing-past',
  'hearing-ahead': 'hearing-ahead',
  'incident-ahead': 'incident-ahead',
  'court-missing': 'court-missing',
  'what-missing': 'what-missing',
  'result-not-held': 'result-not-held',
  'next-hearing-unfit': 'next-hearing-unfit',
  'next-hearing-made': 'next-hearing-made',
  'postponed-with-date': 'postponed-with-date',
  'person-unknown': 'person-unknown',
  'nothing-to-retract': 'incomplete',
  'facts-too-long': (language, { length, limit }) =>
    translate(language, 'console-edit-too-long', {
      length: formatNumber(language, length),
      limit: formatNumber(language, limit),
    }),

  incomplete: 'incomplete',
  'name-unusable': 'name-unusable',
  'telegram-name-unusable': 'telegram-name-unusable',
  'roles-missing': 'roles-missing',
  'languages-missing': 'languages-missing',
  'no-text': 'no-text',
  'text-unreadable': (language, { faults }) => {
    const lines = faults.map(({ fault, line }) =>
      translate(language, 'console-edit-unreadable', {
        line: formatNumber(language, line),
        remedy: translate(language, 'console-text-fault', {
          fault: fault === 'empty' ? 'unsupported' : fault,
        }),
      }),
    );
    return [...new Set(lines)].join(' ');
  },
  'text-too-long': (language, { length, limit }) =>
    translate(language, 'console-edit-too-long', {
      length: formatNumber(language, length),
      limit: formatNumber(language, limit),
    }),
  'image-empty': imageFault,
  'image-too-large': imageFault,
  'image-unreadable': imageFault,
  'image-too-many-pixels': imageFault,
  'image-moves': imageFault,
  'image-too-narrow': imageFault,
  'alt-missing': 'alt-missing',
  'alt-unusable': (language, { fault, length, limit }) =>
    translate(language, 'console-refused-alt', {
      fault,
      length: formatNumber(language, length),
      limit: formatNumber(language, limit),
    }),
  'card-missing': 'card-missing',
  'card-outdated': 'card-outdated',
  'facts-not-in-effect': 'facts-not-in-effect',
  'card-needs-consent': 'card-needs-consent',
  'card-too-long': 'card-too-long',
  'card-undrawable': 'card-undrawable',
  'quote-missing': 'quote-missing',
  'name-protected': (language, { field }) =>
    translate(language, 'console-refused-name', {
      where: field === 'alt' || field === 'card' ? field : 'text',
    }),
  'consent-missing': asInBot('consent-missing'),
  'account-without-text': (language, { handle, language: missing }) =>
    translate(language, 'console-refused-account-text', {
      account: handle,
      language: translate(language, 'language-name', { language: missing }),
    }),
  'account-of-text-disconnected': (language, refusal) =>
    translate(language, 'console-refused-account-disconnected', { account: accountOf(refusal) }),
  'not-for-account': (language, refusal) => notForAccount(language, accountOf(refusal), refusal.fault),
  'over-budget': (language, refusal) =>
    translate(language, 'console-refused-budget', {
      account: accountOf(refusal),
      cost: formatUsd(language, refusal.cost),
      left: formatUsd(language, refusal.left),
      budget: formatUsd(language, refusal.budget),
    }),

  failed: 'failed',
};

/** Why something was not done and what to do about it, in the reader's language. */
export function refusalText(language: Language, refusal: ConsoleRefusal): string {
  return tell(language, refusal);
}

function tell<C extends Code>(language: Language, refusal: Of<C> & { readonly code: C }): string {
  const told: Told<C> = texts[refusal.code];
  return typeof told === 'function'
    ? told(language, refusal)
    : translate(language, 'console-refused', { reason: told });
}

/** In what a paragraph does not say what its source says, in sentences. */
export function factFaultsText(language: Language, faults: ParagraphFaults): string {
  return (['lost', 'doubled', 'altered', 'contradicting'] as const)
    .filter((kind) => faults[kind].length > 0)
    .map((how) =>
      translate(language, 'console-facts-differ', {
        how,
        facts: formatList(language, [...new Set(faults[how])]),
      }),
    )
    .join(' ');
}

function imageFault(language: Language, refusal: ImageRefusal): string {
  const limit = 'limit' in refusal ? refusal.limit : 0;
  return translate(language, 'console-refused-image', {
    why: refusal.code,
    limit:
      refusal.code === 'image-too-large'
        ? formatMegabytes(language, limit)
        : // Of pixels people think in millions.
          formatNumber(language, refusal.code === 'image-too-many-pixels' ? limit / 1_000_000 : limit),
    kinds: formatList(language, imageKinds),
  });
}

/** A wall time as `revisions/check.ts` names it, `2009-03-29T05:00`, without its day. */
function minuteOf(language: Language, wall: string): string {
  return formatTime(language, Temporal.PlainDateTime.from(wall).toPlainTime());
}

function accountOf({ handle, network }: Pick<PayloadRefusal, 'handle' | 'network'>): string {
  return `${handle} (${networkTitles[network]})`;
}

function notForAccount(language: Language, account: string, fault: RenderRefusal): string {
  switch (fault.code) {
    case 'post-too-long':
    case 'word-too-long':
    case 'alt-too-long':
      return translate(language, 'console-refused-account-length', {
        account,
        what: fault.code,
        length: formatNumber(language, fault.length),
        limit: formatNumber(language, fault.limit),
      });
    case 'thread-too-long':
      return translate(language, 'console-refused-account-parts', {
        account,
        limit: formatNumber(language, fault.limit),
      });
    case 'no-images':
      return translate(language, 'console-refused-account-image', { account });
    case 'language-not-kept':
      return translate(language, 'console-refused-account-language', {
        account,
        language: translate(language, 'language-name', { language: fault.language }),
      });
  }
}
