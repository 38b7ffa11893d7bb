import { fallbackChain, type Language, languages } from './language.ts';
import type { TranslationState } from './words.ts';

/** What can happen to a post's text in one language. */
export type TranslationEvent =
  | 'edit'
  | 'submit'
  | 'approve'
  | 'reject'
  | 'schedule'
  | 'publish'
  | 'withdraw'
  | 'expire';

/**
 * The states of a post's text in one language, and what leads from one to the next. An edit of an approved
 * text leads back to draft: that is how an edit voids its approval. What is published is never edited.
 */
const transitions = {
  draft: { edit: 'draft', submit: 'in_review', withdraw: 'withdrawn' },
  in_review: {
    edit: 'draft',
    approve: 'approved',
    reject: 'rejected',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  approved: {
    edit: 'draft',
    schedule: 'scheduled',
    publish: 'published',
    withdraw: 'withdrawn',
    expire: 'expired',
  },
  scheduled: { edit: 'draft', publish: 'published', withdraw: 'withdrawn', expire: 'expired' },
  rejected: { edit: 'draft', withdraw: 'withdrawn' },
  published: {},
  withdrawn: {},
  expired: {},
} as const satisfies Record<TranslationState, { readonly [E in TranslationEvent]?: TranslationState }>;

/** Between being handed in and going out. */
export const handedIn: readonly TranslationState[] = ['in_review', 'approved', 'scheduled'];

/** The state after `event`, or null when the event is not possible in this state. */
export function nextState(state: TranslationState, event: TranslationEvent): TranslationState | null {
  const row: { readonly [E in TranslationEvent]?: TranslationState } = transitions[state];
  return row[event] ?? null;
}

/** The states of a text that may still reach a reader. A rejected one is back with its author, to be mended. */
const hopeful: readonly TranslationState[] = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'rejected',
];

/** A post's languages with where each stands. */
export type TranslationStates = Readonly<Partial<Record<Language, TranslationState>>>;

/**
 * Which text each reader's language gets now. The first language of the reader's fallback chain in which the
 * post exists decides: if its text is published (or being published now) the reader gets it; if it still
 * waits for a person, the reader waits with it and nobody else does: until the window closes, when readers of a
 * text that still waits get nothing. A withdrawn text counts as not there, so the next of the chain serves; so does
 * an expired one, but by then the window that all languages share is closed and nothing is sent any more.
 */
export function textForReaders(
  sourceLanguage: Language,
  states: TranslationStates,
): { readonly reader: Language; readonly text: Language }[] {
  const served: { reader: Language; text: Language }[] = [];
  for (const reader of languages) {
    const text = fallbackChain(reader, sourceLanguage).find((language) => {
      const state = states[language];
      return state !== undefined && hopeful.includes(state);
    });
    if (text !== undefined && states[text] === 'published') served.push({ reader, text });
  }
  return served;
}

/** The languages whose readers get nothing of the post, whatever still comes: none that they read has a text. */
export function readersLeftOut(sourceLanguage: Language, states: TranslationStates): Language[] {
  return languages.filter((reader) =>
    fallbackChain(reader, sourceLanguage).every((language) => {
      const state = states[language];
      return state === undefined || !hopeful.includes(state);
    }),
  );
}

/** The post's own state, derived: the furthest that any of its languages has come. */
export function postState(states: TranslationStates): TranslationState {
  const order: readonly TranslationState[] = [
    'published',
    'scheduled',
    'approved',
    'in_review',
    'draft',
    'rejected',
    'expired',
    'withdrawn',
  ];
  const present = Object.values(states);
  return order.find((state) => present.includes(state)) ?? 'draft';
}

/** When a post may go out. */
export interface Schedule {
  readonly notBefore: Temporal.Instant | null;
  readonly notAfter: Temporal.Instant | null;
  /** Contacts get it before, with this moment named on top; everybody else not before it. */
  readonly embargoUntil: Temporal.Instant | null;
}

export type ScheduleFault =
  | { readonly code: 'window-past' }
  | { readonly code: 'window-empty' }
  | { readonly code: 'embargo-past' }
  /** Nobody would get it under the embargo, or nobody after it. */
  | { readonly code: 'embargo-outside-window' };

/** Why a post could never go out so, or its embargo would say what is not so; null when nothing is wrong. Pure. */
export function judgeSchedule(
  { notBefore, notAfter, embargoUntil }: Schedule,
  now: Temporal.Instant,
): ScheduleFault | null {
  const isBefore = (one: Temporal.Instant | null, other: Temporal.Instant | null) =>
    one === null || other === null || Temporal.Instant.compare(one, other) < 0;
  if (!isBefore(now, notAfter)) return { code: 'window-past' };
  if (!isBefore(notBefore, notAfter)) return { code: 'window-empty' };
  if (!isBefore(now, embargoUntil)) return { code: 'embargo-past' };
  if (!isBefore(notBefore, embargoUntil) || !isBefore(embargoUntil, notAfter))
    return { code: 'embargo-outside-window' };
  return null;
}

/** A start that somebody chooses and that is over: most often a slip in the date. */
export type NewScheduleFault = ScheduleFault | { readonly code: 'start-past' };

/**
 * The same of a schedule that somebody chooses now, in place of the one that stands (null: of none): a start must still be
 * ahead. One that was chosen before and has come meanwhile may stay.
 */
export function judgeNewSchedule(
  wanted: Schedule,
  standing: Schedule | null,
  now: Temporal.Instant,
): NewScheduleFault | null {
  const { notBefore } = wanted;
  const isNew = notBefore !== null && !sameInstant(notBefore, standing?.notBefore ?? null);
  if (isNew && Temporal.Instant.compare(notBefore, now) <= 0) return { code: 'start-past' };
  return judgeSchedule(wanted, now);
}

/** Whether two schedules say the same. */
export function sameSchedule(one: Schedule, other: Schedule): boolean {
  return (
    sameInstant(one.notBefore, other.notBefore) &&
    sameInstant(one.notAfter, other.notAfter) &&
    sameInstant(one.embargoUntil, other.embargoUntil)
  );
}

function sameInstant(one: Temporal.Instant | null, other: Temporal.Instant | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}

/** Whether only contacts may have a post as yet. */
export function isUnderEmbargo(
  { embargoUntil }: Pick<Schedule, 'embargoUntil'>,
  now: Temporal.Instant,
): boolean {
  return embargoUntil !== null && Temporal.Instant.compare(now, embargoUntil) < 0;
}
