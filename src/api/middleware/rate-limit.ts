import { z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { type Allowance, tokenBuckets } from '../../domain/token-bucket.ts';
import type { ApiDeps } from '../deps.ts';
import type { AdminEnv } from '../env.ts';
import { refuse } from '../problem.ts';

/** Six hundred at once, then ten a second: more than people and their programs need, and less than what hurts. */
const usual: Allowance = { burst: 600, everyMs: 100 };

const POLICY = 'token';

/** What every answer to a token tells of its limit, as draft-ietf-httpapi-ratelimit-headers-10 (September 2025) writes it. */
export const rateHeaders = z.object({
  'RateLimit-Policy': z.string().openapi({
    description:
      'How many requests a token may send at once (q), and in how many seconds as many come again (w).',
    example: '"token";q=600;w=60',
  }),
  RateLimit: z.string().openapi({
    description: 'How many are left (r), and in how many seconds all are there again (t).',
    example: '"token";r=599;t=1',
  }),
});

/** Limits the requests of each bearer token, in this process. Who is refused is told when to come again. */
export function limitRate({ context, allowance = usual }: Pick<ApiDeps, 'context' | 'allowance'>) {
  const bucketOf = tokenBuckets<string>(allowance);
  const { burst, everyMs } = allowance;
  const policy = `"${POLICY}";q=${burst};w=${seconds(burst * everyMs)}`;
  return createMiddleware<AdminEnv>(async (c, next) => {
    const clock = context()?.clock;
    if (clock === undefined) return refuse(c, { code: 'not-set-up' });
    const nowMs = clock.monotonic();
    const bucket = bucketOf(c.get('token'), nowMs);
    const wait = bucket.take(nowMs);
    const told = `"${POLICY}";r=${bucket.left(nowMs)};t=${seconds(bucket.fullIn(nowMs))}`;
    if (wait > 0) c.res = refuse(c, { code: 'requests-too-many' });
    else await next();
    if (wait > 0) c.header('Retry-After', String(seconds(wait)));
    c.header('RateLimit-Policy', policy);
    c.header('RateLimit', told);
    return undefined;
  });
}

const seconds = (ms: number) => Math.ceil(ms / 1000);
