import { createRoute, z } from '@hono/zod-openapi';
import type { CaseId, StaffId, StaffTokenId } from '../../domain/ids.ts';
import { tokenScopes } from '../../domain/token-scope.ts';
import { keyCounts } from '../../services/passkeys/find.ts';
import { findStaff, type StaffRow } from '../../services/staff/find.ts';
import { limitKnowingly } from '../../services/staff/limit-knowingly.ts';
import { listStaff } from '../../services/staff/list.ts';
import { listTokens, mayManageTokens, type TokenRow } from '../../services/staff/list-tokens.ts';
import { revokeKnowingly } from '../../services/staff/revoke-knowingly.ts';
import { revokeToken } from '../../services/staff/revoke-token.ts';
import type { AdminApi } from '../env.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant, language, role } from '../schemas/words.ts';

const member = z
  .object({
    id,
    name: z.string(),
    roles: z.array(role),
    reads: z.array(language).openapi({ description: 'The languages in which they may approve texts.' }),
    language: language.openapi({ description: 'The language in which the bot speaks to them.' }),
    cases: z
      .array(id)
      .nullable()
      .openapi({ description: 'The only cases that they work on; null: all of the campaign.' }),
    linked: z.boolean().openapi({ description: 'Whether the bot can ask them: they have linked a chat.' }),
    keys: z
      .int()
      .nullable()
      .openapi({ description: 'How many keys of the staff site they have; null: there is no such site.' }),
    createdAt: instant,
  })
  .openapi('StaffMember');

const list = createRoute({
  method: 'get',
  path: '/staff',
  operationId: 'listStaff',
  summary: 'The present staff, in the order in which they joined',
  tags: ['staff'],
  ...guarded(anyRole, 'staff:read'),
  request: { query: afterQuery<StaffId>() },
  responses: ok('The staff.', pageOf(member)),
});

const knowing = { description: 'Whether it is to be done although nobody could do something any more.' };
const despiteBody = z.boolean('is neither true nor false').default(false).openapi(knowing);

const limit = createRoute({
  method: 'put',
  path: '/staff/{staffId}/cases',
  operationId: 'limitStaffToCases',
  summary: 'Limit a person to some cases, at once; with none named they work on all again',
  description:
    'Whatever belongs to another case is to them as if it were not there, and they are not asked about it. Refused where fewer than two people with a linked chat would be left to decide on the facts of an open case. Where nobody could do something else any more, it is refused (`would-break`) until it is asked for `despite` that.',
  tags: ['staff'],
  ...guarded(['admin'], 'staff:write'),
  request: {
    params: z.object({ staffId: idOf<StaffId>() }),
    body: body(z.object({ caseIds: z.array(idOf<CaseId>()).max(1000), despite: despiteBody })),
  },
  responses: ok('The cases to which they are limited.', z.object({ caseIds: z.array(id) })),
});

const revoke = createRoute({
  method: 'delete',
  path: '/staff/{staffId}',
  operationId: 'revokeStaff',
  summary: 'Take a person off the staff: their tokens, codes and chat are void at once',
  description:
    'What they wrote and decided stands. Withdraw what you doubt. Where nobody could do something any more, it is refused (`would-break`) until it is asked for `despite` that.',
  tags: ['staff'],
  ...guarded(['admin'], 'staff:write'),
  request: {
    params: z.object({ staffId: idOf<StaffId>() }),
    query: z.object({
      despite: z
        .stringbool()
        .default(false)
        .openapi({ type: 'boolean', ...knowing }),
    }),
  },
  responses: ok('Who was revoked.', z.object({ staffId: id })),
});

const token = z
  .object({
    id,
    scopes: z
      .array(z.enum(tokenScopes))
      .nullable()
      .openapi({ description: 'What it may be used for; null: all that the roles of its holder allow.' }),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable().openapi({ description: 'null: never.' }),
  })
  .openapi('StaffToken');

const tokens = createRoute({
  method: 'get',
  path: '/staff/{staffId}/tokens',
  operationId: 'listStaffTokens',
  summary: 'The tokens of a person that count: what each is for, and when it was last used',
  description: 'One’s own, and for an admin anybody’s.',
  tags: ['staff'],
  ...guarded(anyRole, 'staff:read'),
  request: { params: z.object({ staffId: idOf<StaffId>() }) },
  responses: ok('The tokens, oldest first.', z.object({ items: z.array(token) })),
});

const endToken = createRoute({
  method: 'delete',
  path: '/staff-tokens/{tokenId}',
  operationId: 'revokeStaffToken',
  summary: 'End a token at once',
  description: 'One’s own, and for an admin anybody’s.',
  tags: ['staff'],
  ...guarded(anyRole, 'staff:write'),
  request: { params: z.object({ tokenId: idOf<StaffTokenId>() }) },
  responses: ok('Which has ended.', z.object({ tokenId: id })),
});

export function registerStaff(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const ctx = c.get('ctx');
    const { staffSite } = ctx;
    const people = await listStaff(ctx);
    const ids = people.map(({ id: staffId }) => staffId);
    const counts = staffSite === undefined ? null : await keyCounts({ ...ctx, staffSite }, ids);
    const shown = pageAfter(people, c.req.valid('query'), (row) =>
      present(row, counts && (counts.get(row.id) ?? 0)),
    );
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(limit, async (c) => {
    const { staffId } = c.req.valid('param');
    const result = await limitKnowingly(c.get('ctx'), { staffId, ...c.req.valid('json') });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json({ caseIds: [...result.value.caseIds] }, 200);
  });

  api.openapi(revoke, async (c) => {
    const result = await revokeKnowingly(c.get('ctx'), { ...c.req.valid('param'), ...c.req.valid('query') });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 200);
  });

  api.openapi(tokens, async (c) => {
    const { staffId } = c.req.valid('param');
    const ctx = c.get('ctx');
    if (!mayManageTokens(ctx, staffId) || (await findStaff(ctx, staffId)) === undefined)
      return refuse(c, { code: 'staff-unknown' });
    return c.json({ items: (await listTokens(ctx, [staffId])).map(presentToken) }, 200);
  });

  api.openapi(endToken, async (c) => {
    const result = await revokeToken(c.get('ctx'), c.req.valid('param').tokenId);
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(result.value, 200);
  });
}

function presentToken(row: TokenRow): z.infer<typeof token> {
  return {
    id: row.id,
    scopes: row.scopes,
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt.toString(),
    lastUsedAt: row.lastUsedAt?.toString() ?? null,
  };
}

function present(row: StaffRow, keys: number | null): z.infer<typeof member> {
  return {
    id: row.id,
    name: row.name,
    roles: row.roles,
    reads: row.languages,
    language: row.language,
    cases: row.cases === null ? null : [...row.cases],
    linked: row.linked,
    keys,
    createdAt: row.createdAt.toString(),
  };
}
