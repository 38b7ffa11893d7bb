import type { Context, MiddlewareHandler } from 'hono';

/** For everything that is no page: nothing may be loaded, run or framed. */
const nothing = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For our own pages: files of ours and nothing else; no inline script or style. */
export const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For a year. */
const HSTS = 'max-age=31536000';

const noDevices = 'camera=(), geolocation=(), microphone=()';

/** Whether a proxy in front of us took the request over TLS: only then browsers may be told to come so alone (RFC 6797, 7.2). */
const cameOverTls = (c: Context) => c.req.header('X-Forwarded-Proto') === 'https';

/** Puts what browsers need to be told on every response; a route may have set a policy of its own. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', nothing);
  if (!headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('X-Frame-Options', 'DENY');
  if (!headers.has('Referrer-Policy')) c.header('Referrer-Policy', 'no-referrer');
  if (!headers.has('Permissions-Policy')) c.header('Permissions-Policy', noDevices);
  if (!headers.has('Strict-Transport-Security') && cameOverTls(c)) {
    c.header('Strict-Transport-Security', HSTS);
  }
  c.header('Cross-Origin-Opener-Policy', 'same-origin');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
};
