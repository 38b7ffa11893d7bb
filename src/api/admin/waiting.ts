import { createRoute, z } from '@hono/zod-openapi';
import type { Localised } from '../../domain/localised.ts';
import { whatWaits } from '../../services/waiting/read.ts';
import type { WaitingText } from '../../services/waiting/texts.ts';
import type { AdminApi } from '../env.ts';
import { anyRole, guarded, ok } from '../route.ts';
import { localised } from '../schemas/text.ts';
import { id, instant, language, translationState } from '../schemas/words.ts';

const since = { caseName: localised, since: instant.openapi({ description: 'Since when it waits.' }) };

const text = z
  .object({
    postId: id,
    language,
    state: translationState,
    ...since,
    again: z.boolean().openapi({
      description: 'It has gone out in part, and no approval of it counts any more.',
    }),
    approvals: z
      .object({ given: z.int(), needed: z.int() })
      .nullable()
      .openapi({ description: 'How far it has come, where it takes several.' }),
  })
  .openapi('WaitingText');

const waiting = z
  .object({
    texts: z.array(text).openapi({ description: 'You may decide on these, and have not yet.' }),
    hearings: z
      .array(z.object({ hearingId: id, revision: z.int(), ...since }))
      .openapi({ description: 'Facts of hearings that you may decide on.' }),
    incidents: z
      .array(z.object({ incidentId: id, revision: z.int(), ...since }))
      .openapi({ description: 'Facts of incidents that you may decide on.' }),
    cases: z
      .array(z.object({ caseId: id, name: z.string(), ...since }))
      .openapi({ description: 'Cases that somebody opened, by whose name, to whose words you may agree.' }),
    reserve: z.object({ name: z.string(), since: instant }).nullable().openapi({
      description: 'Who named what stands in reserve, to which you may agree; null: nobody.',
    }),
    own: z.array(text).openapi({ description: 'You wrote or changed these last, and others decide.' }),
    drafts: z
      .array(text)
      .openapi({ description: 'You wrote or changed these last, and can go on with them.' }),
    undescribed: z.array(text).openapi({
      description: 'In languages that you write: nobody has said what their image shows.',
    }),
    heldByBot: z.object({ since: instant, posts: z.int() }).nullable().openapi({
      description: 'Since when Telegram takes nothing from the bot, and how many posts wait for it.',
    }),
  })
  .openapi('Waiting');

const read = createRoute({
  method: 'get',
  path: '/waiting',
  operationId: 'readWaiting',
  summary: 'What waits for you, each list with the longest waiting first',
  tags: ['campaign'],
  ...guarded(anyRole, 'waiting:read'),
  responses: ok('All that waits for whoever asks.', waiting),
});

export function registerWaiting(api: AdminApi): void {
  api.openapi(read, async (c) => {
    const { facts, incidents, cases, reserve, heldByBot, ...texts } = await whatWaits(c.get('ctx'));
    return c.json(
      {
        texts: texts.texts.map(presentText),
        hearings: facts.map(withSince),
        incidents: incidents.map(withSince),
        cases: cases.map(withSince),
        reserve: reserve && { ...reserve, since: reserve.since.toString() },
        own: texts.own.map(presentText),
        drafts: texts.drafts.map(presentText),
        undescribed: texts.undescribed.map(presentText),
        heldByBot: heldByBot && { ...heldByBot, since: heldByBot.since.toString() },
      },
      200,
    );
  });
}

function withSince<One extends { readonly caseName: Localised; readonly since: Temporal.Instant }>(one: One) {
  return { ...one, since: one.since.toString() };
}

function presentText({ postId, language, state, caseName, since, again, approvals }: WaitingText) {
  return { postId, language, state, caseName, since: since.toString(), again, approvals };
}
