import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { ApiDeps } from '../deps.ts';

/** Logs each request by its route's pattern: never what stood in the path, the query, a header or the body. */
export function requestLog({ log }: Pick<ApiDeps, 'log'>): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const ms = Math.round(performance.now() - began);
    log.info('request', { method: knownMethod(c.req.method), route: routeOf(c), status: c.res.status, ms });
  };
}

/** The pattern of the route that answered, such as `/api/admin/posts/:postId`; `unknown` when none did. */
export function routeOf(c: Context): string {
  const pattern = routePath(c, -1);
  return pattern === '' || pattern.endsWith('*') ? 'unknown' : pattern;
}

/** A method can be any word that a client sends. */
function knownMethod(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method) ? method : 'other';
}
