import type { OldKeys } from '../services/keys/old-keys.ts';
import { minuteOf } from './minute.ts';

/** Why the older keys may not go yet, and what to do about each reason. */
export function whyNotYet({ sealed, unreadable, updates, from }: OldKeys): string[] {
  const tables = Object.entries(unreadable);
  const lines = ['Not yet; nothing was changed.'];
  if (sealed > 0)
    lines.push(`  ${sealed} values are still sealed to an older key: npm run bray -- keys reseal`);
  if (updates > 0)
    lines.push(
      `  ${updates} messages to the bot wait under an older key: start the service with this key file.`,
    );
  if (tables.length > 0) {
    const count = tables.reduce((sum, [, one]) => sum + one, 0);
    const which = tables.map(([table, one]) => `${one} of ${table}`).join(', ');
    lines.push(
      `  ${count} values open with none of the keys in this file (${which}). Is it the newest copy (keys show)?`,
      '    Then they are lost already, and wait for no key: npm run bray -- keys forget-old --despite-unreadable',
      ...tables.map(([table]) => `    ${table}: ${remedies[table] ?? 'nothing is to be done.'}`),
    );
  }
  if (from === null)
    lines.push('  Nothing was sealed anew since the last rotation: npm run bray -- keys reseal');
  else lines.push(`  The week after keys reseal, in which mistakes show, ends on ${minuteOf(from)}.`);
  return lines;
}

/** What becomes of a value that nobody can open. */
const remedies: Readonly<Record<string, string>> = {
  subscribers: 'whoever it is gets nothing; they follow again when they write to the bot.',
  staff: 'they join their chat again, in the console.',
  accounts: 'connect the account again (accounts reconnect).',
  endpoints: 'remove the endpoint and add it again.',
  contacts: 'remove the contact and import it again (contacts).',
  calls: 'what the bot was to say there goes to nobody.',
};
