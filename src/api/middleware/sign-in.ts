import { createMiddleware } from 'hono/factory';
import { hasRole } from '../../domain/actor.ts';
import type { Role } from '../../domain/words.ts';
import { actingAs, type SigningContext } from '../../services/context.ts';
import { authenticate } from '../../services/staff/authenticate.ts';
import type { ApiDeps } from '../deps.ts';
import type { AdminEnv } from '../env.ts';
import { refuse } from '../problem.ts';

/** Finds out whose bearer token a request carries, and lets nobody else in. */
export function signIn({ context }: Pick<ApiDeps, 'context'>) {
  return createMiddleware<AdminEnv>(async (c, next) => {
    const base = context();
    if (base === null) return refuse(c, { code: 'not-set-up' });
    const token = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
    const asking: SigningContext = { ...base, actor: { kind: 'job', name: 'sign-in' } };
    const actor = token === undefined ? null : await authenticate(asking, token);
    if (token === undefined || actor === null) {
      c.header('WWW-Authenticate', 'Bearer');
      return refuse(c, { code: 'not-signed-in' });
    }
    c.set('actor', actor);
    c.set('token', token);
    c.set('ctx', actingAs(asking, actor));
    return next();
  });
}

/** Lets only holders of one of the roles go on. */
export function requireRole(roles: readonly Role[]) {
  return createMiddleware<AdminEnv>(async (c, next) => {
    if (!hasRole(c.get('actor'), ...roles)) return refuse(c, { code: 'role-missing', roles });
    return next();
  });
}
