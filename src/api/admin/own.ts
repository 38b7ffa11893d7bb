import { createRoute, z } from '@hono/zod-openapi';
import type { PasskeyId } from '../../domain/ids.ts';
import { keysOf, type PasskeyRow } from '../../services/passkeys/find.ts';
import { setStaffLanguage } from '../../services/staff/set-language.ts';
import type { AdminApi } from '../env.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, instant, language } from '../schemas/words.ts';

const key = z
  .object({
    id,
    createdAt: instant,
    lastUsedAt: instant.nullable().openapi({ description: 'null: never since it was added.' }),
    copied: z
      .boolean()
      .openapi({ description: 'Whether a service keeps it that copies it to other devices.' }),
  })
  .openapi('Key');

const keys = createRoute({
  method: 'get',
  path: '/own/keys',
  operationId: 'listOwnKeys',
  summary: 'Your own keys of the staff site',
  description:
    'They are added and taken away in the console only, by whoever has just shown one: a token shows nothing of who holds it.',
  tags: ['staff'],
  ...guarded(anyRole, 'staff:read'),
  request: { query: afterQuery<PasskeyId>() },
  responses: ok('The keys, oldest first; none where there is no staff site.', pageOf(key)),
});

const spoken = z.object({ language }).openapi('OwnLanguage');

const setLanguage = createRoute({
  method: 'put',
  path: '/own/language',
  operationId: 'setOwnLanguage',
  summary: 'Say in which language the bot and the console speak to you',
  tags: ['staff'],
  ...guarded(anyRole, 'staff:write'),
  request: { body: body(z.strictObject({ language })) },
  responses: ok('The language from now on.', spoken),
});

/** What belongs to whoever asks, and to nobody else. */
export function registerOwn(api: AdminApi): void {
  api.openapi(keys, async (c) => {
    const ctx = c.get('ctx');
    const { staffSite } = ctx;
    const rows = staffSite === undefined ? [] : await keysOf({ ...ctx, staffSite }, ctx.actor.id);
    const shown = pageAfter(rows, c.req.valid('query'), present);
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(setLanguage, async (c) => {
    const ctx = c.get('ctx');
    const wanted = c.req.valid('json');
    await setStaffLanguage(ctx, { staffId: ctx.actor.id, ...wanted });
    return c.json(wanted, 200);
  });
}

function present(row: PasskeyRow): z.infer<typeof key> {
  return {
    id: row.id,
    createdAt: row.createdAt.toString(),
    lastUsedAt: row.lastUsedAt?.toString() ?? null,
    copied: row.backedUp,
  };
}
