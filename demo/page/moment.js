/*
 * The script's titles, taken apart for the eye: "The approver confirms: the hearing … is moved from 15:00 to 10:30
 * (overnight; …)" is somebody's doing, what it is about, and a remark on the record.
 */

const KINDS = /** @type {Readonly<Record<string, string>>} */ ({
  announced: 'Announced',
  changed: 'Changed',
  'moved-earlier': 'Moved earlier',
  'moved-later': 'Moved later',
  confirmed: 'Confirmed',
  unconfirmed: 'Not yet confirmed',
  adjourned: 'Adjourned',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  outcome: 'Outcome',
  rejected: 'Rejected',
  incident: 'Incident',
  correction: 'Correction',
  'no-outcome': 'Nothing known',
  reminder: 'Reminder',
  late: 'Reminder, late',
  'more-known': 'More is known',
  post: 'Published',
  recorded: 'Recorded',
  written: 'Written',
});

/** @param {string} kind */
export const kindInWords = (kind) => KINDS[kind] ?? kind;

/** Whether it waits for a second person. @param {string} kind */
export const waitsForApproval = (kind) => kind === 'recorded' || kind === 'written';

/** @typedef {{ who: string | null, what: string, note: string | null }} MomentParts */

/** @param {string} title @returns {MomentParts} */
export function partsOf(title) {
  const [, whole = '', note] = /^(.*?)(?: \(([^()]*(?:\([^()]*\)[^()]*)*)\))?$/s.exec(title) ?? [];
  const [, who, what] = /^((?:The|A) [\w ]+? \w+): (.+)$/s.exec(whole) ?? [];
  const text = what ?? whole;
  return { who: who ?? null, what: text.charAt(0).toUpperCase() + text.slice(1), note: note ?? null };
}

/** What was and what is, of a hearing that was moved: "15:00" and "10:30". @param {string} what */
export function moveIn(what) {
  const [, from, to] = /\bmoved from (.+?) to (.+?)$/.exec(what) ?? [];
  return from === undefined || to === undefined ? null : { from, to };
}

/** "4 chats told, after 84 to 212 ms". @param {import('./server.js').Told} told */
export function toldInWords({ chats, firstMs, lastMs }) {
  if (chats === 0) return 'Nobody was told';
  const who = chats === 1 ? '1 chat told' : `${chats} chats told`;
  if (firstMs === null || lastMs === null) return `${who} on your approval`;
  const [unit, decimals, size] = lastMs < 1000 ? /** @type {const} */ (['ms', 0, 1]) : ['s', 1, 1000];
  const first = (firstMs / size).toFixed(decimals);
  const last = (lastMs / size).toFixed(decimals);
  return first === last ? `${who} after ${last} ${unit}` : `${who}, after ${first} to ${last} ${unit}`;
}
