import { createRoute, z } from '@hono/zod-openapi';
import { canonicalJson } from '../../domain/canonical.ts';
import { type AccountDeliveryId, type AccountId, type PostId, parseId } from '../../domain/ids.ts';
import { deliveryStates, retractionStates } from '../../domain/words.ts';
import type { AccountDeliveryRow } from '../../services/account-deliveries/job.ts';
import { listAccountDeliveries } from '../../services/account-deliveries/list.ts';
import { moveAccountDelivery } from '../../services/account-deliveries/move.ts';
import { retractFromAccount, retractPost } from '../../services/account-deliveries/retract.ts';
import { settleAccountDelivery } from '../../services/account-deliveries/settle.ts';
import { withdrawAccountDelivery } from '../../services/account-deliveries/withdraw.ts';
import { starters, stoppers } from '../../services/accounts/may.ts';
import type { StaffContext } from '../../services/context.ts';
import type { PostRow } from '../../services/posts/find.ts';
import { listPayloads, postAccountIds } from '../../services/posts/payloads.ts';
import { readPost } from '../../services/posts/read.ts';
import { setPostAccounts } from '../../services/posts/set-accounts.ts';
import type { AdminApi, AdminRequest } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { changeHeaders, tagOf } from '../middleware/unchanged.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, changing, conditional, created, creating, guarded, ok, tagged } from '../route.ts';
import { pageLimit } from '../schemas/paging.ts';
import { plainText } from '../schemas/text.ts';
import { moment } from '../schemas/time.ts';
import { id, idOf, instant, language } from '../schemas/words.ts';
import { lockedPost } from './post-standing.ts';
import { whereTo } from './posts.ts';

const deliveryState = z.enum(deliveryStates).openapi('AccountDeliveryState');

const delivery = z
  .object({
    id,
    postId: id,
    accountId: id,
    contactId: id
      .nullable()
      .openapi({ description: 'To whom of a press list; null: to the account itself.' }),
    part: z.int().openapi({ description: 'In a thread: 0 for its first.' }),
    state: deliveryState,
    dueAt: instant,
    notAfter: instant,
    attempts: z.int(),
    outcome: z.string().nullable().openapi({ description: 'What became of it, as a code.' }),
    leftToPerson: z.boolean().openapi({ description: 'Only a person can find out whether it stands there.' }),
    url: z.string().nullable().openapi({ description: 'Where it stands.' }),
    settledAt: instant.nullable(),
    retraction: z.enum(retractionStates).nullable(),
  })
  .openapi('AccountDelivery');

/** Where a page ended: when its last was due, and its id. */
const afterDelivery = z
  .string()
  .transform((text, ctx) => {
    const [due = '', last = ''] = text.split('_');
    const dueAt = moment.safeParse(due);
    const deliveryId = parseId<AccountDeliveryId>(last);
    if (dueAt.success && deliveryId !== null) return { dueAt: dueAt.data, id: deliveryId };
    ctx.addIssue({ code: 'custom', message: 'is not the `next` of a page' });
    return z.NEVER;
  })
  .openapi({ type: 'string' });

const postPath = z.object({ postId: idOf<PostId>() });
const deliveryPath = z.object({ deliveryId: idOf<AccountDeliveryId>() });

const list = createRoute({
  method: 'get',
  path: '/account-deliveries',
  operationId: 'listAccountDeliveries',
  summary: 'What goes out on accounts in a span of time, or of one post, in the order of their turns',
  tags: ['accounts'],
  ...guarded(anyRole, 'accounts:read'),
  request: {
    query: z.strictObject({
      from: moment.optional(),
      to: moment.optional(),
      postId: idOf<PostId>().optional(),
      state: deliveryState.optional(),
      after: afterDelivery.optional().openapi({
        description: 'The `next` of the page before; without it, the first page.',
      }),
      limit: pageLimit.default(100),
    }),
  },
  responses: ok('A page of deliveries.', z.object({ items: z.array(delivery), next: z.string().nullable() })),
});

const move = createRoute({
  method: 'put',
  path: '/account-deliveries/{deliveryId}/due',
  operationId: 'moveAccountDelivery',
  summary: 'Give what has not gone out yet another time, within its window',
  tags: ['accounts'],
  ...guarded(starters, 'accounts:write'),
  request: { params: deliveryPath, body: body(z.strictObject({ dueAt: moment }).openapi('NewDue')) },
  responses: ok('It is moved.', z.object({ moved: z.int() })),
});

const withdraw = createRoute({
  method: 'delete',
  path: '/account-deliveries/{deliveryId}',
  operationId: 'withdrawAccountDelivery',
  summary: 'Take back what has not gone out yet, with what would have followed it in its thread',
  description:
    'What may stand there after all, of an attempt before, is looked for first and taken down if it does.',
  tags: ['accounts'],
  ...guarded(stoppers, 'accounts:write'),
  request: { params: deliveryPath },
  responses: ok('It is withdrawn.', z.object({ withdrawn: z.int() })),
});

/** What a person has seen of a delivery. */
export const finding = z
  .strictObject({
    stands: z
      .strictObject({
        remoteId: plainText(512),
        url: z
          .url({ protocol: /^https?$/, error: 'is not the address of a page' })
          .nullable()
          .default(null),
      })
      .nullable()
      .openapi({ description: 'By which the network knows it; null: it does not stand there.' }),
  })
  .openapi('Finding');

const settle = createRoute({
  method: 'post',
  path: '/account-deliveries/{deliveryId}/findings',
  operationId: 'settleAccountDelivery',
  summary: 'Record what you saw of a delivery whose outcome is unknown: it stands there, or it does not',
  description:
    'When it does not stand there it has its turn again, or ends if it was taken back meanwhile. A part of a thread that goes on takes two approvers who each name the same place: it stays `unknown` until then.',
  tags: ['accounts'],
  ...creating(starters, 'accounts:write'),
  request: {
    headers: onceHeaders,
    params: deliveryPath,
    body: body(finding),
  },
  responses: created('It is recorded.', z.object({ state: deliveryState })),
});

/** What stands at `/posts/{postId}/accounts`. */
async function accountsOf(ctx: StaffContext, post: PostRow) {
  const payloads = (await listPayloads(ctx, post.id)).map((payload) => ({
    ...payload,
    content: canonicalJson(payload.content),
  }));
  return { accountIds: await postAccountIds(ctx, post.id), gapSeconds: post.gapSeconds, payloads };
}

async function standing(tx: StaffContext, c: AdminRequest): Promise<string | undefined> {
  const post = await lockedPost(tx, c);
  return post && tagOf(await accountsOf(tx, post));
}

const readAccounts = createRoute({
  method: 'get',
  path: '/posts/{postId}/accounts',
  operationId: 'readPostAccounts',
  summary: 'Where a post goes beside its followers, and exactly what goes there',
  tags: ['posts'],
  ...guarded(anyRole, 'posts:read'),
  request: { params: postPath },
  responses: tagged(
    'The accounts, and a payload for each call as far as texts were submitted.',
    z.object({
      accountIds: z.array(id),
      gapSeconds: z.int(),
      payloads: z.array(
        z
          .object({
            accountId: id,
            language,
            part: z.int(),
            content: z
              .string()
              .openapi({ description: 'As canonical JSON (RFC 8785): what the hash covers.' }),
            hash: z.string().openapi({ description: 'What the approval is bound to.' }),
            costUsdMicros: z
              .int()
              .nullable()
              .openapi({ description: 'Expected, in millionths of a US dollar.' }),
          })
          .openapi('Payload'),
      ),
    }),
  ),
});

const setAccounts = createRoute({
  method: 'put',
  path: '/posts/{postId}/accounts',
  operationId: 'setPostAccounts',
  summary: 'Say where a post goes beside its followers; this voids the approvals of all its languages',
  tags: ['posts'],
  ...changing(['author'], 'posts:write', standing),
  request: {
    headers: changeHeaders,
    params: postPath,
    body: body(
      z.strictObject({ ...whereTo, accountIds: whereTo.accountIds.unwrap() }).openapi('PostAccounts'),
    ),
  },
  responses: conditional(ok('They are set.', z.object({ voided: z.int() }))),
});

const taken = {
  cancelled: z.int().openapi({ description: 'Had not gone out yet, and never will.' }),
  asked: z.int().openapi({ description: 'Will be taken back.' }),
  final: z.int().openapi({ description: 'Has gone out where nothing can be taken back.' }),
};

const retract = createRoute({
  method: 'post',
  path: '/posts/{postId}/retractions',
  operationId: 'retractPost',
  summary: 'Take a post back from all its accounts: what is planned, and where the network can, what stands',
  tags: ['posts'],
  ...creating(stoppers, 'posts:write'),
  request: { headers: onceHeaders, params: postPath },
  responses: created(
    'It is asked for.',
    z.object({
      ...taken,
      waiting: z.int().openapi({
        description: 'Texts of the post that have not gone out: they still may, until you withdraw them.',
      }),
    }),
  ),
});

const retractThere = createRoute({
  method: 'post',
  path: '/posts/{postId}/accounts/{accountId}/retractions',
  operationId: 'retractPostFromAccount',
  summary: 'Take a post back from one of its accounts; everywhere else it stays',
  tags: ['posts'],
  ...creating(stoppers, 'posts:write'),
  request: { headers: onceHeaders, params: postPath.extend({ accountId: idOf<AccountId>() }) },
  responses: created('It is asked for.', z.object(taken)),
});

export function registerAccountDeliveries(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const query = c.req.valid('query');
    const { from = null, to = null, postId = null, state = null, after = null, limit } = query;
    const wanted = { from, to, postId, state, after, limit: limit + 1 };
    const found = await listAccountDeliveries(c.get('ctx'), wanted);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    const next = last === undefined ? null : `${last.dueAt.toString()}_${last.id}`;
    return c.json({ items: shown.map(present), next }, 200);
  });

  api.openapi(move, async (c) => {
    const { deliveryId } = c.req.valid('param');
    const result = await moveAccountDelivery(c.get('ctx'), { id: deliveryId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(withdraw, async (c) => {
    const result = await withdrawAccountDelivery(c.get('ctx'), c.req.valid('param').deliveryId);
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(settle, async (c) => {
    const { deliveryId } = c.req.valid('param');
    const result = await settleAccountDelivery(c.get('ctx'), { id: deliveryId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(readAccounts, async (c) => {
    const ctx = c.get('ctx');
    const post = await readPost(ctx, c.req.valid('param').postId);
    if (post === undefined) return refuse(c, { code: 'post-unknown' });
    const shown = await accountsOf(ctx, post);
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });

  api.openapi(setAccounts, async (c) => {
    const { postId } = c.req.valid('param');
    const result = await setPostAccounts(c.get('ctx'), { postId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(retractThere, async (c) => {
    const result = await retractFromAccount(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(retract, async (c) => {
    const result = await retractPost(c.get('ctx'), c.req.valid('param').postId);
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });
}

function present(row: AccountDeliveryRow): z.infer<typeof delivery> {
  return {
    id: row.id,
    postId: row.postId,
    accountId: row.accountId,
    contactId: row.contactId,
    part: row.part,
    state: row.state,
    dueAt: row.dueAt.toString(),
    notAfter: row.notAfter.toString(),
    attempts: row.attempts,
    outcome: row.outcome,
    leftToPerson: row.state === 'unknown' && row.lookAt === null,
    url: row.url,
    settledAt: row.settledAt?.toString() ?? null,
    retraction: row.retraction,
  };
}
