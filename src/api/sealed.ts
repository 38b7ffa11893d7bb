import { Hono } from 'hono';
import type { ApiDeps } from './deps.ts';
import { answerErrors } from './middleware/errors.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { createCalendars, type PublicDeps } from './public/calendars.ts';

/**
 * What is answered while the keys are sealed: the public record, that the process lives and what it waits for, and to all else
 * that it is not available now. Nothing of it needs a key; how many shares were given is told to nobody.
 */
export function createSealed(deps: PublicDeps & Pick<ApiDeps, 'log' | 'safeError'>): Hono {
  const sealed = new Hono();
  sealed.use('*', requestLog(deps));
  sealed.use('*', securityHeaders);
  sealed.onError(answerErrors(deps));
  sealed.get('/healthz', (c) => c.json({ ok: true, sealed: true }));
  sealed.get('/readyz', (c) => {
    const remedy = 'The keys are sealed. On the machine, each holder of a share: npm run bray -- keys unseal';
    return c.json({ ok: false, checks: { keys: { ok: false, remedy } } }, 503);
  });
  sealed.route('/', createCalendars(deps));
  sealed.notFound((c) => c.text('Not available.\n', 503, { 'Retry-After': '30' }));
  return sealed;
}
