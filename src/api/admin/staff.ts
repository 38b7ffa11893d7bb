import { createRoute, z } from '@hono/zod-openapi';
import type { StaffRow } from '../../services/staff/find.ts';
import { listStaff } from '../../services/staff/list.ts';
import type { AdminApi } from '../env.ts';
import { anyRole, guarded, ok } from '../route.ts';
import { id, instant, language, role } from '../schemas/words.ts';

const member = z
  .object({
    id,
    name: z.string(),
    roles: z.array(role),
    reads: z.array(language).openapi({ description: 'The languages in which they may approve texts.' }),
    language: language.openapi({ description: 'The language in which the bot speaks to them.' }),
    linked: z.boolean().openapi({ description: 'Whether the bot can ask them: they have linked a chat.' }),
    createdAt: instant,
  })
  .openapi('StaffMember');

const list = createRoute({
  method: 'get',
  path: '/staff',
  operationId: 'listStaff',
  summary: 'The present staff, in the order in which they joined',
  tags: ['staff'],
  ...guarded(anyRole),
  responses: ok('The staff.', z.object({ items: z.array(member) })),
});

export function registerStaff(api: AdminApi): void {
  api.openapi(list, async (c) => c.json({ items: (await listStaff(c.get('ctx'))).map(present) }, 200));
}

function present(row: StaffRow): z.infer<typeof member> {
  return {
    id: row.id,
    name: row.name,
    roles: row.roles,
    reads: row.languages,
    language: row.language,
    linked: row.sealedChat !== null,
    createdAt: row.createdAt.toString(),
  };
}
