import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { StaffSite } from '../../domain/staff-site.ts';

/** Whether a request came to the staff site: by its very host, which a browser names and no page can change. */
export function isAtStaffSite(request: Request, { origin }: StaffSite): boolean {
  return request.headers.get('Host') === new URL(origin).host;
}

/**
 * Whether a form was sent from a page of this origin. Browsers name the page's origin with everything that changes
 * something, whatever its type (Fetch Standard, "append a request Origin header", read November 2026); those of today
 * also say how it relates to us. Without a word of the origin nothing is taken.
 */
function isFromOwnPage(request: Request, { origin }: StaffSite): boolean {
  const relation = request.headers.get('Sec-Fetch-Site');
  return request.headers.get('Origin') === origin && (relation === null || relation === 'same-origin');
}

/** Methods that change nothing. */
const safe = ['GET', 'HEAD'];

/** Refuses everything that changes something and was not sent from a page of the staff site itself. */
export function ownPagesOnly(
  siteOf: () => StaffSite | undefined,
  refuse: (...args: Parameters<MiddlewareHandler>) => Response | Promise<Response>,
) {
  return createMiddleware(async (c, next) => {
    if (safe.includes(c.req.method)) return next();
    const site = siteOf();
    if (site !== undefined && isFromOwnPage(c.req.raw, site)) return next();
    return refuse(c, next);
  });
}

/** For who speaks for itself and not through a browser's page of another site: the admin API. */
export const noOtherSite = (
  refuse: (...args: Parameters<MiddlewareHandler>) => Response | Promise<Response>,
): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    const relation = c.req.header('Sec-Fetch-Site');
    const foreign = relation === 'cross-site' || relation === 'same-site';
    return foreign && !safe.includes(c.req.method) ? refuse(c, next) : next();
  });
