import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/*
 * Who may use a page of the machine's owner: the one browser that opened the link first. The link is printed in
 * the terminal, so whoever holds it stands at the machine; the browser is known again by a cookie.
 */

export interface GateOptions {
  /** Under which the pages lie: `/setup` or `/unlock`. */
  readonly base: string;
  /** The host that HOST names, beside this machine's own names. */
  readonly host: string;
  /** Where a TLS proxy serves us, if one does. */
  readonly publicUrl: string | null;
}

/** How a browser came by the link. `stranger`: it was opened by another one before. */
export type Arrival = 'first' | 'same-browser' | 'link-used' | 'stranger';

/** Lets one browser in, the first that opens the one-time link, and nobody else. */
export interface Gate {
  /** Under which the pages lie. */
  readonly base: string;
  /** The one-time link's path; 256 random bits. */
  readonly path: string;
  /** Whether a token from a path is the link's. */
  isLink(token: string): boolean;
  /** Lets the first browser in by the link, and from then on only that one. Sets its cookie. */
  arrive(c: Context, token: string): Arrival;
  /** Whether this browser was let in. */
  knows(c: Context): boolean;
  /**
   * Refuses a request under a name that is not ours (so that a page of another site cannot reach us by pointing
   * its own name here) and a form that another site sends.
   */
  readonly sameSite: MiddlewareHandler;
}

/** A new link, usable once. */
export function createGate(options: GateOptions): Gate {
  const link = randomBytes(32).toString('base64url');
  const linkHash = hash(link);
  const cookie = `bray_${options.base.slice(1)}`;
  let session: Buffer | null = null;

  const knows = (c: Context): boolean => {
    const shown = getCookie(c, cookie);
    return session !== null && shown !== undefined && timingSafeEqual(hash(shown), session);
  };

  return {
    base: options.base,
    path: `${options.base}/${link}`,
    isLink: (token) => timingSafeEqual(hash(token), linkHash),
    knows,
    arrive(c, token) {
      if (!timingSafeEqual(hash(token), linkHash)) return 'stranger';
      if (knows(c)) return 'same-browser';
      if (session !== null) return 'link-used';
      const id = randomBytes(32).toString('base64url');
      session = hash(id);
      setCookie(c, cookie, id, {
        path: options.base,
        httpOnly: true,
        sameSite: 'Strict',
        secure: originOf(c, options)?.startsWith('https:') === true,
      });
      return 'first';
    },
    sameSite: async (c, next) => {
      const origin = originOf(c, options);
      if (origin === null) return c.text('This address is not known here.\n', 421);
      if (c.req.method !== 'GET' && !sentFromHere(c, origin)) {
        return c.text('This form was not sent from its own page.\n', 403);
      }
      return next();
    },
  };
}

/** Under which origin the browser sees us; null under a name that is not ours. */
function originOf(c: Context, { host, publicUrl }: GateOptions): string | null {
  const asked = c.req.header('Host') ?? '';
  if (!URL.canParse(`http://${asked}`)) return null;
  const url = new URL(`http://${asked}`);
  if (publicUrl !== null && new URL(publicUrl).host === asked) return new URL(publicUrl).origin;
  // An address in numbers cannot be another site's: only names can be pointed elsewhere.
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const ours = name === 'localhost' || name === host || isIP(name) !== 0;
  return ours ? url.origin : null;
}

/** Browsers name the page's origin with every form; those of today also say how it relates to us. */
function sentFromHere(c: Context, origin: string): boolean {
  const site = c.req.header('Sec-Fetch-Site');
  return c.req.header('Origin') === origin && (site === undefined || site === 'same-origin');
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
