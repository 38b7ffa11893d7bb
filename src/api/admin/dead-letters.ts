import { createRoute, z } from '@hono/zod-openapi';
import type { BroadcastId } from '../../domain/ids.ts';
import { listDeadLetters } from '../../services/broadcasts/dead-letters.ts';
import { resendDeliveries } from '../../services/broadcasts/resend.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { deadState, idOf, language } from '../schemas/words.ts';
import { shownCount } from './broadcast-shapes.ts';

const outcome = z.string('is not a text').max(200, 'is too long: at most 200 characters').openapi({
  description: "The outcome's class, with its reason or code.",
  example: 'bad-request-other WEBPAGE_CURL_FAILED',
});

const deadLetters = z
  .object({
    state: deadState,
    outcome,
    language: language.nullable().openapi({ description: 'Of the text; null where it is no longer kept.' }),
    count: shownCount,
    notResent: z
      .string()
      .nullable()
      .openapi({
        description: 'Why they are not sent once more; null when an approver may have them sent.',
        enum: [
          'may-have-arrived',
          'chat-away',
          'too-late',
          'superseded',
          'not-wanted',
          'unreadable',
          'not-certain',
          'no-longer-kept',
          null,
        ],
      }),
  })
  .openapi('DeadLetters');

const newResend = z.strictObject({ state: deadState, outcome, language }).openapi('NewResend');

const params = z.object({ broadcastId: idOf<BroadcastId>() });

const list = createRoute({
  method: 'get',
  path: '/broadcasts/{broadcastId}/dead-letters',
  operationId: 'listDeadLetters',
  summary: 'What of a broadcast was not delivered, by class, and what of it may be sent once more',
  tags: ['broadcasts'],
  ...guarded(anyRole, 'broadcasts:read'),
  request: { params },
  responses: ok('The classes.', z.object({ items: z.array(deadLetters) })),
});

const resend = createRoute({
  method: 'post',
  path: '/broadcasts/{broadcastId}/resends',
  operationId: 'resendDeliveries',
  summary: 'Send a class of dead letters once more',
  tags: ['broadcasts'],
  ...creating(['approver'], 'broadcasts:write'),
  request: { headers: onceHeaders, params, body: body(newResend) },
  responses: created(
    'They are planned again, for those who still follow.',
    z.object({ planned: shownCount }),
  ),
});

export function registerDeadLetters(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const items = await listDeadLetters(c.get('ctx'), c.req.valid('param').broadcastId);
    if (items === undefined) return refuse(c, { code: 'broadcast-unknown' });
    return c.json({ items }, 200);
  });

  api.openapi(resend, async (c) => {
    const result = await resendDeliveries(c.get('ctx'), { ...c.req.valid('param'), ...c.req.valid('json') });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 201);
  });
}
