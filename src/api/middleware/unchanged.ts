import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { canonicalJson, type JsonValue } from '../../domain/canonical.ts';
import { inTransaction, type StaffContext } from '../../services/context.ts';
import type { AdminEnv, AdminRequest } from '../env.ts';
import { refuse } from '../problem.ts';

/**
 * What stands where a request changes something, locked until the end of the transaction: its tag, null where there is
 * nothing yet, undefined where there cannot be, which the route then tells.
 */
export type StandingTag = (tx: StaffContext, c: AdminRequest) => Promise<string | null | undefined>;

/** A strong entity tag (RFC 9110, section 8.8.3) of what is answered: another for each other content. */
export function tagOf(answer: JsonValue): string {
  return `"${createHash('sha256').update(canonicalJson(answer), 'utf8').digest('base64url')}"`;
}

const ifMatch = z.string().optional().openapi({
  description:
    'The ETag of what you read and now change, or `*` for whatever stands there. When it has changed meanwhile, your change is refused (412); without a condition it is, too (428).',
  example: '"3"',
});

const ifNoneMatch = z.string().optional().openapi({
  description: '`*`: only where there is nothing yet.',
  example: '*',
});

/** The headers of a request that changes what others may change meanwhile. */
export const changeHeaders = z.object({ 'if-match': ifMatch });

/** The same where it may make what is not there yet. */
export const writeHeaders = z.object({ 'if-match': ifMatch, 'if-none-match': ifNoneMatch });

/** What a request tells, and an answer, of the version of what stands there. */
export const etagHeader = z.object({
  ETag: z.string().openapi({ description: 'Names this version: give it back in If-Match.', example: '"3"' }),
});

/**
 * Lets a change through only when nothing has changed since it was read. The comparison and the change are one
 * transaction in which `standing` has locked what is changed, so that nobody comes between.
 */
export function unlessChanged(standing: StandingTag): MiddlewareHandler<AdminEnv> {
  return createMiddleware<AdminEnv>(async (c, next) => {
    const match = c.req.header('If-Match');
    const noneMatch = c.req.header('If-None-Match');
    if (match === undefined && noneMatch === undefined) return refuse(c, { code: 'precondition-missing' });
    const ctx = c.get('ctx');
    const work = async (tx: StaffContext): Promise<Response | undefined> => {
      const tag = await standing(tx, c);
      if (tag !== undefined && !holds(tag, match, noneMatch))
        return refuse(c, { code: 'precondition-failed' });
      c.set('ctx', tx);
      await next();
      if (c.error !== undefined) throw c.error;
      return undefined;
    };
    try {
      return await inTransaction(ctx, work);
    } catch (error) {
      // Answered already, where it was thrown; all that it did is undone.
      if (error === c.error) return undefined;
      throw error;
    } finally {
      c.set('ctx', ctx);
    }
  });
}

/** By RFC 9110, section 13.2.2. */
function holds(tag: string | null, match: string | undefined, noneMatch: string | undefined): boolean {
  if (match !== undefined && !names(match, tag)) return false;
  return noneMatch === undefined || !names(noneMatch, tag);
}

function names(condition: string, tag: string | null): boolean {
  if (tag === null) return false;
  return condition.trim() === '*' || condition.split(',').some((one) => one.trim() === tag);
}
