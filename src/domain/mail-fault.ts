/** Whom a server blames that will not have a mail, or could not deliver it. */
export type MailFault =
  /** The mail, its sender, or our right to send: the contact did nothing. */
  | 'ours'
  /** The contact cannot be reached; whether for good, it does not say. */
  | 'unreached'
  /** There is no such reader, or never will be. */
  | 'gone';

/** Of a sender's address (x.1.7, x.1.8), of the mail's size (x.2.3, x.3.4), of its content (x.6) and of policy (x.7). */
const OURS = /^[45]\.(1\.[78]|2\.3|3\.4|6\.\d+|7\.\d+)$/;
/** The address, a mailbox with no more to say, one that is disabled. A full one (5.2.2) is emptied. */
const GONE = /^5\.(1\.\d+|2\.[01])$/;

/**
 * What a server's refusal or report means, by its enhanced code (RFC 3463: `5.1.1`) or, where it gives none, by its reply
 * (RFC 5321, 4.2.3: `550`). A route that is not found (5.4.4), or a system that takes in nothing (5.3.2), is not the
 * reader's: only what speaks of the address or the mailbox itself ends a contact at once.
 */
export function mailFault(answer: string): MailFault {
  if (/^\d{3}$/.test(answer)) {
    if (answer === '550' || answer === '551' || answer === '553') return 'gone';
    return answer === '552' ? 'unreached' : 'ours';
  }
  if (OURS.test(answer) || !/^[45]\./.test(answer)) return 'ours';
  return GONE.test(answer) ? 'gone' : 'unreached';
}

/** The answer of which the outcome of a mail is made; null for an outcome of another kind. */
export function answerIn(outcome: string): string | null {
  return /^(?:smtp|bounced)-(\S+)$/.exec(outcome)?.[1] ?? null;
}

/** So many mails in a row that did not reach a contact end it too: nobody has read there for long. */
export const UNREACHED_IN_A_ROW_MAX = 3;
