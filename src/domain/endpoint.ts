import type { HearingId, PostId } from './ids.ts';
import type { Language } from './language.ts';

/** What other systems can be told of. All of it is public when they are. */
export const endpointEventKinds = ['post.published', 'hearing.changed'] as const;
export type EndpointEventKind = (typeof endpointEventKinds)[number];

/** What an event is about; what it says of that is read and checked anew at each attempt. */
export type EndpointEventSubject =
  | { readonly postId: PostId; readonly languages: readonly Language[] }
  | { readonly hearingId: HearingId; readonly revision: number };

/** How far the telling of one event to one endpoint has come. `failed`: it is tried no more. */
export type EndpointEventState = 'planned' | 'sent' | 'failed';

/**
 * How long after its n-th failed attempt an event is tried again; one more failure than there are waits: given up, some
 * three days after the first (as Standard Webhooks 1.0.0 advises; standardwebhooks.com, read December 2026).
 */
const waits = [
  { seconds: 5 },
  { minutes: 5 },
  { minutes: 30 },
  { hours: 2 },
  { hours: 5 },
  { hours: 10 },
  { hours: 14 },
  { hours: 20 },
  { hours: 24 },
].map((wait) => Temporal.Duration.from(wait));

/** When an event is to be tried again after its n-th failure (from 1); null when it is given up. */
export function retryEventAt(attempts: number, now: Temporal.Instant): Temporal.Instant | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : now.add(wait);
}

/** What became of an attempt. `gone`: the system wants nothing more, ever. `void`: there is nothing to tell any more. */
export type EventAnswer = 'taken' | 'failed' | 'gone' | 'void';

/** By the status of an answer; null: there was none. Redirects are not followed. */
export function eventAnswer(status: number | null): EventAnswer {
  if (status === null) return 'failed';
  if (status === 410) return 'gone';
  return status >= 200 && status < 300 ? 'taken' : 'failed';
}

/** Longer than any address of a webhook. */
const URL_MAX = 500;

/**
 * An address to which events may go, as somebody typed it; null for what is none. Named by a host and not by numbers: where
 * a name leads is looked at when it is called (`publicOnly`).
 */
export function parseEndpointUrl(text: string): URL | null {
  const url = text.length > URL_MAX ? null : URL.parse(text.trim());
  if (url === null || url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '' || url.hash !== '') return null;
  const isNumeric = url.hostname.startsWith('[') || /^[\d.]+$/.test(url.hostname);
  return isNumeric || !url.hostname.includes('.') ? null : url;
}
