import type { AccountId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { type ContentWarning, contentWarnings, postKinds } from '../../domain/words.ts';
import type { SharedFacts } from '../../services/posts/set-sheet.ts';
import type { Form } from '../form.ts';
import { moment } from '../schemas/time.ts';
import type { FieldIssue, UnreadForm } from './facts-asked.ts';
import type { Values } from './form-values.ts';
import type { ConsoleRefusal } from './refusals.ts';

/** What a post begins with. */
export const newSheet: SharedFacts = {
  kind: 'update',
  warning: null,
  notBefore: null,
  notAfter: null,
  embargoUntil: null,
  accountIds: [],
  gapSeconds: 0,
};

/** A day. */
const GAP_MAX_MINUTES = 24 * 60;

/** What stands in a field, or why it cannot be taken. */
type Read<T> = { readonly is: T } | Pick<FieldIssue, 'reason'>;

/** What the languages of a post share, as the fields of its form show it, by the clocks of a zone. */
export function sheetValues(facts: SharedFacts, zone: string): Values {
  return {
    kind: facts.kind,
    warning: facts.warning ?? '',
    notBefore: wall(facts.notBefore, zone),
    notAfter: wall(facts.notAfter, zone),
    embargoUntil: wall(facts.embargoUntil, zone),
    gap: minutes(facts.gapSeconds),
    ...Object.fromEntries(
      facts.accountIds.map((accountId, position) => [`turn-${accountId}`, String(position + 1)]),
    ),
  };
}

/** What a form holds of it, or which fields cannot be taken. What was left as it stood stays so to the second. */
export function readSheet(
  form: Form,
  given: {
    readonly zone: string;
    readonly standing: SharedFacts;
    /** Those that there are, in the order in which they have their turns where the form gives two the same. */
    readonly accountIds: readonly AccountId[];
  },
): Result<SharedFacts, UnreadForm> {
  const { zone, standing, accountIds } = given;
  const issues: FieldIssue[] = [];
  const take = <T>(field: string, read: Read<T>, instead: T): T => {
    if ('is' in read) return read.is;
    issues.push({ field, reason: read.reason });
    return instead;
  };
  const kind = readWord(postKinds, form.text('kind') || standing.kind);
  const when = (field: 'notBefore' | 'notAfter' | 'embargoUntil') =>
    take(field, readMoment(form.text(field), standing[field], zone), null);
  const facts: SharedFacts = {
    kind: take('kind', kind, standing.kind),
    warning: take('warning', readWarning(form.text('warning')), null),
    notBefore: when('notBefore'),
    notAfter: when('notAfter'),
    embargoUntil: when('embargoUntil'),
    gapSeconds: take('gap', readGap(form.text('gap'), standing.gapSeconds), 0),
    accountIds: take('accounts', readTurns(form, accountIds), []),
  };
  return issues.length === 0 ? done(facts) : refused({ code: 'form-unread', issues });
}

/** At which field a refusal of what was sent belongs; null: at none. */
export function sheetField({ code }: ConsoleRefusal): string | null {
  switch (code) {
    case 'start-past':
      return 'notBefore';
    case 'window-past':
    case 'window-empty':
      return 'notAfter';
    case 'embargo-past':
    case 'embargo-outside-window':
      return 'embargoUntil';
    case 'account-unknown':
      return 'accounts';
    default:
      return null;
  }
}

function wall(instant: Temporal.Instant | null, zone: string): string {
  if (instant === null) return '';
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function readMoment(
  text: string,
  standing: Temporal.Instant | null,
  zone: string,
): Read<Temporal.Instant | null> {
  if (text === wall(standing, zone)) return { is: standing };
  if (text === '') return { is: null };
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text)) return { reason: 'unusable' };
  const read = moment.safeParse(`${text}[${zone}]`);
  if (read.success) return { is: read.data };
  // A day that exists, at a time that its clocks do not show once.
  return { reason: moment.safeParse(`${text}[UTC]`).success ? 'clock' : 'unusable' };
}

function readWarning(text: string): Read<ContentWarning | null> {
  return text === '' ? { is: null } : readWord(contentWarnings, text);
}

function readWord<Word extends string>(words: readonly Word[], text: string): Read<Word> {
  const known = words.find((one) => one === text);
  return known === undefined ? { reason: 'unusable' } : { is: known };
}

function minutes(seconds: number): string {
  return String(Number((seconds / 60).toFixed(2)));
}

function readGap(text: string, standing: number): Read<number> {
  if (text === minutes(standing)) return { is: standing };
  const typed = text === '' ? 0 : Number(text);
  return typed >= 0 && typed <= GAP_MAX_MINUTES ? { is: Math.round(typed * 60) } : { reason: 'minutes' };
}

function readTurns(form: Form, accountIds: readonly AccountId[]): Read<readonly AccountId[]> {
  const turns = accountIds.flatMap((accountId) => {
    const turn = form.text(`turn-${accountId}`);
    return turn === '' ? [] : [{ accountId, turn: Number(turn) }];
  });
  if (turns.some(({ turn }) => !Number.isInteger(turn) || turn < 1)) return { reason: 'unusable' };
  return { is: turns.toSorted((one, other) => one.turn - other.turn).map(({ accountId }) => accountId) };
}
