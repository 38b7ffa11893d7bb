import { createRoute, z } from '@hono/zod-openapi';
import type { ReserveRequestId } from '../../domain/ids.ts';
import { reserveAgreers, reserveSetters } from '../../domain/reserve.ts';
import { agreeToReserve } from '../../services/campaigns/agree-reserve.ts';
import { lockCampaign } from '../../services/campaigns/find.ts';
import { readReserve } from '../../services/campaigns/read-reserve.ts';
import { setReserve } from '../../services/campaigns/set-reserve.ts';
import type { StaffContext } from '../../services/context.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { changeHeaders, tagOf } from '../middleware/unchanged.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, changing, conditional, created, creating, guarded, tagged } from '../route.ts';
import { id, idOf, instant, language } from '../schemas/words.ts';

const telegramName = z.string('is not a text').max(80, 'is too long').nullable();
const names = z.object({
  bot: telegramName.openapi({ example: 'reserve_bot' }),
  channel: telegramName.openapi({ example: 'reserve_channel' }),
});

const reserve = names
  .extend({
    notices: z.array(z.object({ language, text: z.string() })).openapi({
      description:
        'What can be handed in as a post when the bot falls silent, in each language of the campaign; empty while nothing stands in reserve.',
    }),
    asked: names.extend({ id, by: id, lapsesAt: instant }).nullable().openapi({
      description: 'What somebody named and takes a second person; followers are told nothing of it before.',
    }),
  })
  .openapi('Reserve');

const read = createRoute({
  method: 'get',
  path: '/campaign/reserve',
  operationId: 'readReserve',
  summary: 'Where followers find the campaign when its bot falls silent',
  tags: ['campaign'],
  ...guarded(anyRole, 'campaign:read'),
  responses: tagged('By their public names in Telegram; null: none.', reserve),
});

async function shownReserve(ctx: StaffContext): Promise<z.infer<typeof reserve>> {
  const { reserve: present, notices, asked } = await readReserve(ctx);
  return {
    ...present,
    notices: notices.map(({ language: of, text }) => ({ language: of, text })),
    asked: asked && {
      ...asked.reserve,
      id: asked.id,
      by: asked.by,
      lapsesAt: asked.until.toString(),
    },
  };
}

async function standing(tx: StaffContext): Promise<string> {
  await lockCampaign(tx);
  return tagOf(await shownReserve(tx));
}

const put = createRoute({
  method: 'put',
  path: '/campaign/reserve',
  operationId: 'setReserve',
  summary: 'Name, as the first of two, which bot and which channel stand in reserve, or take them away',
  description:
    'What names a place anew takes a second person, within a day: it is answered with the reserve unchanged and what is `asked`. What only takes one away counts at once.',
  tags: ['campaign'],
  ...changing(reserveSetters, 'campaign:write', standing),
  request: {
    headers: changeHeaders,
    body: body(z.strictObject({ bot: telegramName, channel: telegramName }).openapi('ReserveChange')),
  },
  responses: conditional(tagged('The reserve as it is now.', reserve)),
});

const agree = createRoute({
  method: 'post',
  path: '/campaign/reserve/agreements',
  operationId: 'agreeToReserve',
  summary: 'Agree, as the second of two, to what was named; whoever begins is told of it from then on',
  tags: ['campaign'],
  ...creating(reserveAgreers, 'campaign:decide'),
  request: {
    headers: onceHeaders,
    body: body(z.strictObject({ requestId: idOf<ReserveRequestId>() }).openapi('ReserveAgreement')),
  },
  responses: created('It stands in reserve from now on.', reserve),
});

export function registerReserve(api: AdminApi): void {
  api.openapi(read, async (c) => {
    const shown = await shownReserve(c.get('ctx'));
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });

  api.openapi(put, async (c) => {
    const result = await setReserve(c.get('ctx'), c.req.valid('json'));
    if (!result.ok) return refuse(c, result.refusal);
    const shown = await shownReserve(c.get('ctx'));
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });

  api.openapi(agree, async (c) => {
    const result = await agreeToReserve(c.get('ctx'), c.req.valid('json'));
    return result.ok ? c.json(await shownReserve(c.get('ctx')), 201) : refuse(c, result.refusal);
  });
}
