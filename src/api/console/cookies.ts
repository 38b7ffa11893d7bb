import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';

/*
 * Both cookies carry the prefix `__Host-`: browsers take them from this very host over TLS only, and no other host of
 * the domain can set them (RFC 6265bis, draft 20). They end with the browser; the session ends sooner, on our side.
 */
const options = {
  prefix: 'host',
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Strict',
} as const satisfies CookieOptions;

const SESSION_COOKIE = 'bray';
const NOTE_COOKIE = 'bray-note';

/** What the browser shows as its session; undefined where it shows nothing. Whose it is, is asked elsewhere. */
export function sessionCookie(c: Context): string | undefined {
  return getCookie(c, SESSION_COOKIE, 'host');
}

/** Always a new value: whatever the browser brought along is never made a session. */
export function keepSession(c: Context, value: string): void {
  setCookie(c, SESSION_COOKIE, value, options);
}

/** Takes the session's cookie from the browser. */
export function dropSession(c: Context): void {
  deleteCookie(c, SESSION_COOKIE, options);
}

/** What the next page tells of what was just done. */
const notes = [
  'paused',
  'lift-asked',
  'lifted',
  'approved',
  'approved-partly',
  'rejected',
  'key-added',
  'key-removed',
  'signed-out',
  'saved',
  'submitted',
  'withdrawn',
  'retracted',
  'asked',
  'done',
] as const;
export type Note = (typeof notes)[number];

/** Leaves a note for the page that is shown next; it is gone after a minute. */
export function leaveNote(c: Context, note: Note): void {
  setCookie(c, NOTE_COOKIE, note, { ...options, maxAge: 60 });
}

/** The note that was left, once. */
export function takeNote(c: Context): Note | null {
  const left = getCookie(c, NOTE_COOKIE, 'host');
  if (left === undefined) return null;
  deleteCookie(c, NOTE_COOKIE, options);
  return notes.find((note) => note === left) ?? null;
}
