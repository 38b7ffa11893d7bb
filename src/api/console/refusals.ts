import type { Language } from '../../domain/language.ts';
import { type MessageArgs, translate } from '../../i18n/index.ts';

type Decision = MessageArgs['staff-refused']['reason'];
type Reason = MessageArgs['console-refused']['reason'];

const decisions: readonly Decision[] = [
  'own-text',
  'last-editor',
  'language-not-read',
  'already-decided',
  'not-in-review',
  'not-an-approver',
];

/** Codes of verbs and of the console itself by the words that people are told; what stands alone is its own word. */
const reasons: Readonly<Record<string, Reason>> = {
  'key-needed': 'key-needed',
  'key-refused': 'key-refused',
  'key-known': 'key-known',
  'last-key': 'last-key',
  'sign-in-again': 'sign-in-again',
  'challenge-lapsed': 'challenge-lapsed',
  'too-many-tries': 'too-many-tries',
  'role-missing': 'role-missing',
  'pause-unknown': 'pause-unknown',
  'changed-since': 'changed-since',
  'window-past': 'window-past',
  'own-keys': 'own-keys',
  'own-request': 'own-request',
  'request-lapsed': 'request-lapsed',
  'alt-missing': 'alt-missing',
  'other-site': 'other-site',
  failed: 'failed',
  incomplete: 'incomplete',
  unknown: 'unknown',
  'case-unknown': 'unknown',
  'post-unknown': 'unknown',
  'hearing-unknown': 'unknown',
  'incident-unknown': 'unknown',
  'staff-unknown': 'unknown',
  'key-unknown': 'unknown',
  'broadcast-unknown': 'unknown',
  'not-an-author': 'role-missing',
  'not-a-coordinator': 'role-missing',
  'not-a-recorder': 'role-missing',
};

/** Why something was not done, in the reader's language. */
export function refusalText(language: Language, code: string): string {
  const decision = decisions.find((one) => one === code);
  if (decision !== undefined) return translate(language, 'staff-refused', { reason: decision });
  return translate(language, 'console-refused', { reason: reasons[code] ?? 'not-possible' });
}
