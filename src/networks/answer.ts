import type { z } from 'zod';
import { isRecord } from '../domain/is-record.ts';
import type { CommitOutcome, ReconcileOutcome, StepFailure } from '../domain/network.ts';
import type { Seen } from '../http/exchange.ts';

/** An answer that came whole. */
export type Answer = Extract<Seen, { readonly seen: 'answer' }>;

/** A failure of a step whose repetition changes nothing: asking, uploading, looking. It passes, or says that it does not. */
export function asFailure(seen: Seen): StepFailure {
  if (seen.seen !== 'answer') return { kind: 'not-done', code: seen.code };
  const { status } = seen;
  if (status === 429) return rateLimited(seen);
  if (status === 401) return { kind: 'reconnect', reason: 'unauthorised' };
  if (status === 403 && isRecord(seen.body)) return { kind: 'reconnect', reason: 'forbidden' };
  if (status >= 500 || status === 408 || !isRecord(seen.body))
    return { kind: 'not-done', code: `HTTP_${status}` };
  return { kind: 'rejected', reason: `http-${status}` };
}

/** Our clock and a network's may be apart by so much. */
export const SKEW = Temporal.Duration.from({ minutes: 2 });

/** What is known of a call that publishes and got no answer. */
export function unanswered(seen: Exclude<Seen, Answer>): Extract<CommitOutcome, { readonly code: string }> {
  return { kind: seen.seen === 'nothing-left' ? 'not-done' : 'unknown', code: seen.code };
}

/** What a look that failed says of what was looked for: nothing, or that our credentials are no longer taken. */
export function notSeen(failure: StepFailure): ReconcileOutcome {
  if (failure.kind === 'reconnect') return failure;
  return { kind: 'indeterminate', code: 'code' in failure ? failure.code : failure.kind };
}

/** The wait assumed for a 429 that names none. */
const ASSUMED_WAIT_SECONDS = 60;
/** The longest that is believed: no network names more than a day. */
export const LONGEST_WAIT_SECONDS = 86_400;

/**
 * How long a 429 asks to wait: `Retry-After` in seconds or as a date, else a reset time as a date or in seconds since
 * 1970 (GoToSocial 0.20 and Mastodon send a date, X and Bluesky seconds; seen November 2026), told by the answer's own
 * clock.
 */
export function rateLimited(answer: Answer): StepFailure {
  const { headers } = answer;
  const now = Date.parse(one(headers.date)) / 1000;
  const until = [
    headers['retry-after'],
    headers['ratelimit-reset'],
    headers['x-ratelimit-reset'],
    headers['x-rate-limit-reset'],
  ]
    .map((value) => seconds(one(value), now))
    .find((value) => value !== null);
  const wait = Math.ceil(until ?? ASSUMED_WAIT_SECONDS);
  return { kind: 'rate-limited', seconds: Math.min(Math.max(wait, 1), LONGEST_WAIT_SECONDS) };
}

function seconds(text: string, now: number): number | null {
  if (text === '') return null;
  const number = Number(text);
  // A number this large is a time and no span.
  if (Number.isFinite(number)) return number < 1_000_000_000 ? number : number - now || null;
  const at = Date.parse(text) / 1000 - now;
  return Number.isFinite(at) ? at : null;
}

function one(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}

/** The body of an answer of success, where it is what the network promises; null otherwise. */
export function readBody<T>(seen: Seen, shape: z.ZodType<T>): T | null {
  if (seen.seen !== 'answer' || seen.status < 200 || seen.status > 299) return null;
  return shape.safeParse(seen.body).data ?? null;
}
