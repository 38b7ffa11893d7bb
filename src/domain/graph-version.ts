/*
 * Versions of Meta's Graph API. From the day on which one ends, calls with it are answered by the oldest that is left, which
 * may take and answer something else.
 */

/**
 * The last days of the versions of which Meta has named one (developers.facebook.com/docs/graph-api/changelog/versions, read
 * December 2026). Of v26.0, the newest then (29 July 2026), none was named yet: a version lives two years after the next.
 */
const ends: Readonly<Record<string, string>> = {
  'v20.0': '2026-09-24',
  'v21.0': '2027-01-21',
  'v22.0': '2027-05-20',
  'v23.0': '2027-10-08',
  'v24.0': '2028-02-18',
  'v25.0': '2028-07-29',
};

/** Where the Graph API is (the same page). */
export const GRAPH_ROOT = 'https://graph.facebook.com';

/** What is spoken unless `FACEBOOK_GRAPH_VERSION` says otherwise; its end stands in the list above. */
export const DEFAULT_GRAPH_VERSION = 'v26.0';

/** The newest of which anything was known when this was written. */
const NEWEST = 26;

/** How long before its end a version is warned of. */
const NOTICE = Temporal.Duration.from({ days: 90 });

/** How long a version will be answered. */
export type GraphVersionState =
  /** `until`: null when no end has been named. */
  | { readonly state: 'lives'; readonly until: Temporal.PlainDate | null }
  | { readonly state: 'ends-soon'; readonly until: Temporal.PlainDate }
  /** Its end has come; `until` is null for versions so old that their days are not kept here. */
  | { readonly state: 'ended'; readonly until: Temporal.PlainDate | null }
  /** Newer than what was known: nothing can be said of it. */
  | { readonly state: 'not-known' };

/** How long a version of the Graph API, written `v26.0`, can still be used on a day. */
export function graphVersionState(version: string, today: Temporal.PlainDate): GraphVersionState {
  const end = ends[version];
  if (end === undefined) {
    const number = Number(version.slice(1));
    if (number > NEWEST) return { state: 'not-known' };
    return number === NEWEST ? { state: 'lives', until: null } : { state: 'ended', until: null };
  }
  const until = Temporal.PlainDate.from(end);
  if (Temporal.PlainDate.compare(today, until) >= 0) return { state: 'ended', until };
  const warnFrom = until.subtract(NOTICE);
  const isSoon = Temporal.PlainDate.compare(today, warnFrom) >= 0;
  return { state: isSoon ? 'ends-soon' : 'lives', until };
}
