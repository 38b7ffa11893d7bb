import { createRoute, z } from '@hono/zod-openapi';
import type { StaffId, StaffRequestId } from '../../domain/ids.ts';
import { linkCounts, rolesForRequest, staffRequestEnds } from '../../domain/staff-request.ts';
import { staffRequestKinds } from '../../domain/words.ts';
import { type AgreedInvitation, agreeToStaff } from '../../services/staff-requests/agree.ts';
import { askForStaff } from '../../services/staff-requests/ask.ts';
import { dropStaffRequest } from '../../services/staff-requests/drop.ts';
import { type StaffRequestRow, standingStaffRequests } from '../../services/staff-requests/find.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant, language, role } from '../schemas/words.ts';

const invitee = z
  .strictObject({
    name: z.string('is not a text').max(200, 'is too long: at most 200 characters'),
    roles: z.array(role).min(1, 'names none'),
    reads: z
      .array(language)
      .min(1, 'names none')
      .openapi({ description: 'The languages that they read; the bot speaks to them in the first.' }),
  })
  .openapi('Invitee');

const staffRequest = z
  .object({
    id,
    kind: z.enum(staffRequestKinds).openapi({
      description: 'To take somebody onto the staff, or to give new keys to who has lost theirs.',
    }),
    staffId: id.nullable().openapi({ description: 'Whose keys; null: somebody who is not there yet.' }),
    invitee: invitee.nullable(),
    askedBy: id,
    askedAt: instant,
    agreedBy: id.nullable().openapi({ description: 'null: it waits for a second person.' }),
    linkCountsFrom: instant.nullable().openapi({
      description:
        'From when on the link counts that the second person was given; until then anybody objects.',
    }),
    lapsesAt: instant.openapi({ description: 'Until when a second person may agree, or the link be used.' }),
  })
  .openapi('StaffRequest');

const list = createRoute({
  method: 'get',
  path: '/staff-requests',
  operationId: 'listStaffRequests',
  summary: 'What somebody asked for about the staff: it waits for a second person, or can be objected to',
  tags: ['staff'],
  ...guarded(anyRole, 'staff:read'),
  request: { query: afterQuery<StaffRequestId>() },
  responses: ok('The requests, newest first.', pageOf(staffRequest)),
});

const asked = created('A second person is asked for.', z.object({ requestId: id }));

const invite = createRoute({
  method: 'post',
  path: '/staff/invitations',
  operationId: 'inviteStaff',
  summary: 'Ask, as the first of two admins, to take somebody onto the staff',
  tags: ['staff'],
  ...creating(rolesForRequest.invite, 'staff:write'),
  request: { headers: onceHeaders, body: body(invitee) },
  responses: asked,
});

const replaceKeys = createRoute({
  method: 'post',
  path: '/staff/{staffId}/key-replacements',
  operationId: 'replaceKeys',
  summary: 'Ask, as the first of two, for new keys for a colleague who lost theirs; everybody is told',
  tags: ['staff'],
  ...creating(rolesForRequest['replace-keys'], 'staff:write'),
  request: { headers: onceHeaders, params: z.object({ staffId: idOf<StaffId>() }) },
  responses: asked,
});

const params = z.object({ requestId: idOf<StaffRequestId>() });

const agreed = z
  .object({
    staffId: id,
    link: z
      .string()
      .openapi({ description: 'Works once, and is shown only here: hand it over yourself, by hand.' }),
    countsFrom: instant,
  })
  .openapi('AgreedInvitation');

const agree = createRoute({
  method: 'post',
  path: '/staff-requests/{requestId}/agreements',
  operationId: 'agreeToStaffRequest',
  summary: 'Agree, as the second of two; answers the one-time link by which they add their first key',
  description:
    'Of an invitation it counts at once, for an admin to agree to. Of new keys it counts a day later, so that everybody, who is told, can object.',
  tags: ['staff'],
  ...creating(rolesForRequest['replace-keys'], 'staff:decide'),
  request: { headers: onceHeaders, params },
  responses: created('The link.', agreed),
});

const object = createRoute({
  method: 'post',
  path: '/staff-requests/{requestId}/objections',
  operationId: 'objectToStaffRequest',
  summary: 'Object: it is dropped, and a link that came of it and was not used is void',
  tags: ['staff'],
  ...creating(anyRole, 'staff:write'),
  request: { headers: onceHeaders, params },
  responses: created('It was dropped.', z.object({ requestId: id })),
});

/** Whom two take onto the staff, and whose lost keys two have replaced. */
export function registerStaffRequests(api: AdminApi): void {
  api.openapi(list, async (c) => {
    const shown = pageAfter(await standingStaffRequests(c.get('ctx')), c.req.valid('query'), present);
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(invite, async (c) => {
    const wanted = c.req.valid('json');
    const [spoken = 'en'] = wanted.reads;
    const wish = { kind: 'invite', invitee: { ...wanted, language: spoken } } as const;
    const result = await askForStaff(c.get('ctx'), wish);
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(replaceKeys, async (c) => {
    const result = await askForStaff(c.get('ctx'), { kind: 'replace-keys', ...c.req.valid('param') });
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(agree, async (c) => {
    const ctx = c.get('ctx');
    const { staffSite } = ctx;
    if (staffSite === undefined) return refuse(c, { code: 'no-staff-site' });
    const result = await agreeToStaff({ ...ctx, staffSite }, c.req.valid('param'));
    return result.ok ? c.json(presentLink(staffSite.origin, result.value), 201) : refuse(c, result.refusal);
  });

  api.openapi(object, async (c) => {
    const result = await dropStaffRequest(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });
}

function present(row: StaffRequestRow): z.infer<typeof staffRequest> {
  const { invitee: wanted } = row;
  return {
    id: row.id,
    kind: row.kind,
    staffId: row.concerns,
    invitee: wanted && { name: wanted.name, roles: [...wanted.roles], reads: [...wanted.reads] },
    askedBy: row.askedBy,
    askedAt: row.askedAt.toString(),
    agreedBy: row.agreedBy,
    linkCountsFrom: row.agreedAt && linkCounts(row.kind, row.agreedAt).toString(),
    lapsesAt: staffRequestEnds(row).toString(),
  };
}

function presentLink(origin: string, { staffId, code, validFrom }: AgreedInvitation): z.infer<typeof agreed> {
  return { staffId, link: `${origin}/console/invitations/${code}`, countsFrom: validFrom.toString() };
}
