import { createMiddleware } from 'hono/factory';
import { hasRole } from '../../domain/actor.ts';
import { hasScope, type TokenScope } from '../../domain/token-scope.ts';
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
    const signedIn = token === undefined ? null : await authenticate(asking, token);
    if (token === undefined || signedIn === null) {
      c.header('WWW-Authenticate', 'Bearer');
      return refuse(c, { code: 'not-signed-in' });
    }
    const { actor, scopes } = signedIn;
    c.set('actor', actor);
    c.set('scopes', scopes);
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

/** Lets only a token go on that was made for this, too. The header is that of RFC 6750, section 3 (October 2012). */
export function requireScope(scope: TokenScope) {
  return createMiddleware<AdminEnv>(async (c, next) => {
    if (hasScope(c.get('scopes'), scope)) return next();
    c.header('WWW-Authenticate', `Bearer error="insufficient_scope", scope="${scope}"`);
    return refuse(c, { code: 'scope-missing', scope });
  });
}
