import { createHash } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { KeptAnswer } from '../../domain/kept-answer.ts';
import { inTransaction, type StaffContext } from '../../services/context.ts';
import { claimAnswer } from '../../services/kept-answers/claim.ts';
import { keepAnswer } from '../../services/kept-answers/keep.ts';
import { releaseAnswer } from '../../services/kept-answers/release.ts';
import type { AdminEnv } from '../env.ts';
import { refuse } from '../problem.ts';

/**
 * Between quotation marks, as draft-ietf-httpapi-idempotency-key-header-07 (October 2025) writes it, or without, as many
 * clients send it.
 */
const idempotencyKey = z
  .string()
  .regex(
    /^(?:"[\x20\x21\x23-\x5b\x5d-\x7e]{1,255}"|[\x21\x23-\x7e]{1,255})$/,
    'is not 1 to 255 letters, digits or signs',
  )
  .transform((text) => text.replaceAll('"', ''))
  .optional()
  .openapi({
    type: 'string',
    description:
      'A key of your making, such as a UUID, new for each thing that you ask for. For 24 hours a repeat of the same request under it does nothing and is answered as the first was.',
    example: '"018e0000-0000-7000-8000-000000000000"',
  });

/** The headers of every request that makes something. */
export const onceHeaders = z.object({ 'idempotency-key': idempotencyKey });

/**
 * A request that carries an idempotency key is done once: its answer is kept in the transaction of what it did. What was
 * refused or failed did nothing, is not kept, and may be asked for again under the same key. `apart`: the verb speaks to
 * the outside or works for seconds, so that no transaction may be around it, and is safe to repeat by itself.
 */
export function onceOnly({ apart = false }: { readonly apart?: boolean } = {}): MiddlewareHandler<AdminEnv> {
  return createMiddleware<AdminEnv>(async (c, next) => {
    const read = idempotencyKey.safeParse(c.req.header('Idempotency-Key'));
    // What cannot be a key is told by the route's own schema, which comes next.
    if (!read.success || read.data === undefined) return next();
    const ctx = c.get('ctx');
    const request = {
      route: `${c.req.method} ${routePath(c)}`,
      key: read.data,
      requestHash: await hashOf(c),
      token: c.get('token'),
    };
    const claimed = await claimAnswer(ctx, request);
    if (!claimed.ok) {
      if (claimed.refusal.code === 'request-in-progress') c.header('Retry-After', '1');
      return refuse(c, claimed.refusal);
    }
    if ('answer' in claimed.value) return repeat(claimed.value.answer);
    const { requestId } = claimed.value;

    const work = async (within: StaffContext): Promise<void> => {
      c.set('ctx', within);
      await next();
      if (c.error !== undefined) throw c.error;
      if (c.res.ok) await keepAnswer(within, { ...request, requestId }, await answerOf(c.res));
    };
    try {
      await (apart ? work(ctx) : inTransaction(ctx, work));
    } catch (error) {
      c.set('ctx', ctx);
      await releaseAnswer(ctx, requestId);
      // Answered already, where it was thrown; all that it did is undone.
      if (error === c.error) return undefined;
      throw error;
    }
    c.set('ctx', ctx);
    if (!c.res.ok) await releaseAnswer(ctx, requestId);
    return undefined;
  });
}

/** Everything that says what is asked for: where, and of which type and content the body is. */
async function hashOf(c: Context): Promise<Uint8Array> {
  const { pathname, search } = new URL(c.req.url);
  const body = new Uint8Array(await c.req.arrayBuffer());
  const head = JSON.stringify([pathname, search, c.req.header('Content-Type') ?? null]);
  return createHash('sha256').update(`${head}\n`, 'utf8').update(body).digest();
}

async function answerOf(response: Response): Promise<KeptAnswer> {
  return {
    status: response.status,
    location: response.headers.get('Location'),
    contentType: response.headers.get('Content-Type'),
    body: await response.clone().text(),
  };
}

function repeat({ status, location, contentType, body }: KeptAnswer): Response {
  return new Response(body, {
    status,
    headers: {
      ...(contentType !== null && { 'Content-Type': contentType }),
      ...(location !== null && { Location: location }),
    },
  });
}
