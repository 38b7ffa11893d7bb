import { randomUUID } from 'node:crypto';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ApiDeps } from '../deps.ts';
import { refuse } from '../problem.ts';
import { routeOf } from './request-log.ts';

/**
 * What nobody expected: the caller gets an id and nothing else, the log gets the same id with the error's class
 * and code.
 */
export function answerErrors({ log, safeError }: Pick<ApiDeps, 'log' | 'safeError'>): ErrorHandler {
  return (error, c) => {
    if (error instanceof HTTPException && error.status === 415)
      return refuse(c, { code: 'body-type-unknown' });
    const id = randomUUID();
    log.error('request-failed', { id, route: routeOf(c), error: safeError(error) });
    return refuse(c, { code: 'failed' }, { id });
  };
}
