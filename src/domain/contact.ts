import { parseDate } from './hearing-time.ts';
import { forbiddenCharacter } from './text/characters.ts';

/** What is known of somebody on a press list beside how to reach them. */
export interface ContactFacts {
  readonly address: string;
  readonly name: string;
  readonly outlet: string;
  readonly topic: string;
  /** The day on which they agreed to be written to, ISO 8601, and how. */
  readonly consentedOn: string;
  readonly consent: string;
  /** Where the address is from. */
  readonly source: string;
}

/** The columns of a file of contacts, as its first line names them. */
export const contactFields = [
  'address',
  'name',
  'outlet',
  'topic',
  'consentedOn',
  'consent',
  'source',
] as const satisfies readonly (keyof ContactFacts)[];

const CONTACT_TEXT_MAX = 200;
/** As many as one file may hold. */
export const CONTACTS_MAX = 2000;

/** What is wrong with a contact: the field, and what to do. Never says what stood there. */
export interface ContactFault {
  readonly field: (typeof contactFields)[number];
  readonly remedy: string;
}

/** One address as mail servers take it (RFC 5321 without quoted names): nothing in it can begin another header. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u.test(
      text,
    )
  );
}

/** Every fault of a contact as it was written down; `today`, ISO 8601: nobody has agreed later than that. */
export function faultsOfContact(given: ContactFacts, today: string): ContactFault[] {
  const faults: ContactFault[] = [];
  if (!isMailAddress(given.address))
    faults.push({ field: 'address', remedy: 'Write one e-mail address, such as name@example.org.' });
  if (parseDate(given.consentedOn) === null || given.consentedOn > today)
    faults.push({
      field: 'consentedOn',
      remedy: 'Write the day on which they agreed, such as 2026-11-30; it cannot lie ahead.',
    });
  for (const field of ['outlet', 'consent', 'source'] as const)
    if (given[field] === '') faults.push({ field, remedy: 'Write it: it must be known of everybody.' });
  for (const field of contactFields) {
    if (given[field].length > CONTACT_TEXT_MAX && field !== 'address')
      faults.push({ field, remedy: `Shorten it to ${CONTACT_TEXT_MAX} characters.` });
    if (/\p{Cc}/u.test(given[field]) || forbiddenCharacter(given[field]) !== null)
      faults.push({ field, remedy: 'Write it in one line, without characters that nobody sees.' });
  }
  return faults;
}
