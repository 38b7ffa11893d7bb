import { createRoute, z } from '@hono/zod-openapi';
import type { StaffId, SuccessionId } from '../../domain/ids.ts';
import { callState, namingState, successionVouchers, takesOver } from '../../domain/succession.ts';
import { agreeToSuccessor } from '../../services/successions/agree.ts';
import { callSuccessor } from '../../services/successions/call.ts';
import { confirmSuccessor } from '../../services/successions/confirm.ts';
import { lapsesAt, type SuccessionRow, standingSuccessions } from '../../services/successions/find.ts';
import { nameSuccessor } from '../../services/successions/name.ts';
import { objectToSuccessor } from '../../services/successions/object.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant, role } from '../schemas/words.ts';

const succession = z
  .object({
    id,
    staffId: id.openapi({ description: 'Who is to take over.' }),
    roles: z.array(role),
    state: z.enum(['waits', 'stands', 'doubted']).openapi({
      description:
        'It waits for a second person; it stands by the words of two; or one of these has gone, and it lapses unless others confirm it.',
    }),
    namedBy: id,
    namedAt: instant,
    agreedBy: id.nullable(),
    lapsesAt: instant
      .nullable()
      .openapi({ description: 'Of one in doubt: until when it can be called on and confirmed.' }),
    call: z
      .object({
        calledBy: id.nullable(),
        takesOverFrom: instant.openapi({ description: 'Until then anybody can object.' }),
        takesOverUntil: instant,
      })
      .nullable()
      .openapi({ description: 'Somebody asked them to take over.' }),
  })
  .openapi('Succession');

const list = createRoute({
  method: 'get',
  path: '/successions',
  operationId: 'listSuccessions',
  summary: 'Whom two have named to take over when others are gone, or one has and a second person is asked',
  tags: ['staff'],
  ...guarded(anyRole, 'staff:read'),
  request: { query: afterQuery<SuccessionId>() },
  responses: ok('Named successors, oldest first.', pageOf(succession)),
});

const name = createRoute({
  method: 'post',
  path: '/successions',
  operationId: 'nameSuccessor',
  summary: 'Name, as the first of two, a colleague who is to take over roles when others are gone',
  description: 'For roles that you hold, or any as an admin. Everybody is told.',
  tags: ['staff'],
  ...creating(successionVouchers, 'staff:write'),
  request: {
    headers: onceHeaders,
    body: body(
      z
        .strictObject({ staffId: idOf<StaffId>(), roles: z.array(role).min(1, 'names none') })
        .openapi('NewSuccession'),
    ),
  },
  responses: created('A second person is asked for.', z.object({ successionId: id })),
});

/** What one does about one of them. */
const about = {
  tags: ['staff'],
  request: { headers: onceHeaders, params: z.object({ successionId: idOf<SuccessionId>() }) },
};

const agree = createRoute({
  ...about,
  method: 'post',
  path: '/successions/{successionId}/agreements',
  operationId: 'agreeToSuccessor',
  summary: 'Agree, as the second of two, to whom somebody named',
  ...creating(successionVouchers, 'staff:decide'),
  responses: created('They are named.', z.object({ successionId: id })),
});

const confirm = createRoute({
  ...about,
  method: 'post',
  path: '/successions/{successionId}/confirmations',
  operationId: 'confirmSuccessor',
  summary: 'Put your word in place of one that is gone, of a naming in doubt',
  description: 'Where the words of both are gone it takes two.',
  ...creating(successionVouchers, 'staff:decide'),
  responses: created(
    'It stands again, or a second word is missing.',
    z.object({ successionId: id, stands: z.boolean() }),
  ),
});

const call = createRoute({
  ...about,
  method: 'post',
  path: '/successions/{successionId}/calls',
  operationId: 'callSuccessor',
  summary: 'Ask a named successor to take over, which they do a day later, in the console',
  description: 'One person is enough. Everybody is told, and can object until then.',
  ...creating(successionVouchers, 'staff:decide'),
  responses: created('They were asked.', z.object({ takesOverFrom: instant })),
});

const object = createRoute({
  ...about,
  method: 'post',
  path: '/successions/{successionId}/objections',
  operationId: 'objectToSuccessor',
  summary: 'Object: who was asked to take over does not for now; otherwise they are named no more',
  ...creating(anyRole, 'staff:write'),
  responses: created('It was taken back.', z.object({ successionId: id })),
});

/** Whom two name in advance to take over. They themselves take over in the console only, by a key of their own. */
export function registerSuccessions(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const ctx = c.get('ctx');
    const now = ctx.clock.now();
    const rows = await standingSuccessions(ctx);
    const shown = pageAfter(rows, c.req.valid('query'), (row) => present(row, now));
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(name, async (c) => {
    const result = await nameSuccessor(c.get('ctx'), c.req.valid('json'));
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(agree, async (c) => {
    const result = await agreeToSuccessor(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(confirm, async (c) => {
    const result = await confirmSuccessor(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(call, async (c) => {
    const result = await callSuccessor(c.get('ctx'), c.req.valid('param'));
    return result.ok
      ? c.json({ takesOverFrom: result.value.from.toString() }, 201)
      : refuse(c, result.refusal);
  });

  api.openapi(object, async (c) => {
    const result = await objectToSuccessor(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });
}

function present(row: SuccessionRow, now: Temporal.Instant): z.infer<typeof succession> {
  const state = namingState(row, now);
  if (state === 'lapsed') throw new Error('A naming that has lapsed is shown.');
  const { calledAt } = row;
  const called = calledAt === null || callState(calledAt, now) === 'none' ? null : takesOver(calledAt);
  return {
    id: row.id,
    staffId: row.staffId,
    roles: [...row.roles],
    state,
    namedBy: row.namedBy,
    namedAt: row.namedAt.toString(),
    agreedBy: row.agreedBy,
    lapsesAt: lapsesAt(row)?.toString() ?? null,
    call: called && {
      calledBy: row.calledBy,
      takesOverFrom: called.from.toString(),
      takesOverUntil: called.until.toString(),
    },
  };
}
