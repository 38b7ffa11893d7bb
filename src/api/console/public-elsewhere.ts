import type { MiddlewareHandler } from 'hono';
import type { ApiDeps } from '../deps.ts';
import { refuse } from '../problem.ts';
import { isAtStaffSite } from './staff-site.ts';

/** What is for staff or for machines, and may be asked for at the staff site. */
const forStaff = ['/console', '/api/', '/docs', '/openapi.json', '/problems/'];

/**
 * Keeps what is public away from the staff site: a page that anybody may link to has no place beside a session. On this
 * machine's own name, for trying out, there is only one site.
 */
export function publicElsewhere({ context }: Pick<ApiDeps, 'context'>): MiddlewareHandler {
  return async (c, next) => {
    const site = context()?.staffSite;
    if (site === undefined || site.rpId.endsWith('localhost') || !isAtStaffSite(c.req.raw, site))
      return next();
    if (c.req.path === '/') return c.redirect('/console', 303);
    if (forStaff.some((path) => c.req.path.startsWith(path))) return next();
    return refuse(c, { code: 'route-unknown' });
  };
}
