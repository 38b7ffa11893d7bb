import { createRoute, z } from '@hono/zod-openapi';
import type { PartnerId, PartnerSecretId } from '../../domain/ids.ts';
import type { PartnerSecretsContext, StaffContext } from '../../services/context.ts';
import { addPartner, addPartnerSecret, type NewSecret } from '../../services/partners/add.ts';
import { type ListedPartner, listPartners } from '../../services/partners/find.ts';
import { revokePartner, revokePartnerSecret } from '../../services/partners/revoke.ts';
import type { ApiDeps } from '../deps.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant } from '../schemas/words.ts';

const managers = ['admin', 'coordinator'] as const;

const partner = z
  .object({
    id,
    name: z.string(),
    reportTo: z.string().openapi({ description: 'The path to which their monitor reports.' }),
    secrets: z.array(z.object({ id, createdAt: instant })).openapi({ description: 'Never shown again.' }),
    createdAt: instant,
    heardAt: instant.nullable().openapi({ description: 'When their last report was taken.' }),
    refusedAt: instant.nullable().openapi({ description: 'When one came last that could not be taken.' }),
    refusal: z.string().nullable().openapi({ description: 'Why, as a code.' }),
  })
  .openapi('Partner');

const newSecret = z
  .object({
    partnerId: id,
    secretId: id,
    reportTo: z.string(),
    secret: z.string().openapi({
      example: 'whsec_…',
      description: 'With which their monitor signs. Shown only now: hand it over by a safe way.',
    }),
  })
  .openapi('NewPartnerSecret');

const partnerParams = z.object({ partnerId: idOf<PartnerId>() });
const secretParams = partnerParams.extend({ secretId: idOf<PartnerSecretId>() });

const list = createRoute({
  method: 'get',
  path: '/partners',
  operationId: 'listPartners',
  summary: 'Partners whose monitors report hearings, and when they were heard last',
  tags: ['partners'],
  ...guarded(managers, 'partners:read'),
  request: { query: afterQuery<PartnerId>() },
  responses: ok('The partners.', pageOf(partner)),
});

const add = createRoute({
  method: 'post',
  path: '/partners',
  operationId: 'addPartner',
  summary: 'Take a partner, with a first secret; what they report is decided on by a person',
  tags: ['partners'],
  ...creating(managers, 'partners:write'),
  request: {
    headers: onceHeaders,
    body: body(z.strictObject({ name: z.string('is not a text') }).openapi('NewPartner')),
  },
  responses: created('The partner and their secret, which is shown only once.', newSecret),
});

const revoke = createRoute({
  method: 'delete',
  path: '/partners/{partnerId}',
  operationId: 'revokePartner',
  summary: 'Listen to a partner no more, at once and for good',
  tags: ['partners'],
  ...guarded(managers, 'partners:write'),
  request: { params: partnerParams },
  responses: ok('Who was revoked.', z.object({ partnerId: id })),
});

const addSecret = createRoute({
  method: 'post',
  path: '/partners/{partnerId}/secrets',
  operationId: 'addPartnerSecret',
  summary: 'Make another secret; those before stay valid until they are revoked',
  tags: ['partners'],
  ...creating(managers, 'partners:write'),
  request: { headers: onceHeaders, params: partnerParams },
  responses: created('The secret, which is shown only once.', newSecret),
});

const revokeSecret = createRoute({
  method: 'delete',
  path: '/partners/{partnerId}/secrets/{secretId}',
  operationId: 'revokePartnerSecret',
  summary: 'Void one secret of a partner, at once',
  tags: ['partners'],
  ...guarded(managers, 'partners:write'),
  request: { params: secretParams },
  responses: ok('Which was revoked.', z.object({ secretId: id })),
});

export function registerPartners(api: AdminApi, deps: Pick<ApiDeps, 'partnerSecrets'>): void {
  /** Null where this process does not hold the key that seals partners' secrets. */
  const withSecrets = (ctx: StaffContext): PartnerSecretsContext | null =>
    deps.partnerSecrets === null ? null : { ...ctx, partnerSecrets: deps.partnerSecrets };

  api.openapi(list, async (c) => {
    const shown = pageAfter(await listPartners(c.get('ctx')), c.req.valid('query'), present);
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(add, async (c) => {
    const ctx = withSecrets(c.get('ctx'));
    if (ctx === null) return refuse(c, { code: 'watch-elsewhere' });
    const result = await addPartner(ctx, c.req.valid('json'));
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(presentSecret(result.value), 201);
  });

  api.openapi(revoke, async (c) => {
    const result = await revokePartner(c.get('ctx'), c.req.valid('param').partnerId);
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(addSecret, async (c) => {
    const ctx = withSecrets(c.get('ctx'));
    if (ctx === null) return refuse(c, { code: 'watch-elsewhere' });
    const result = await addPartnerSecret(ctx, c.req.valid('param').partnerId);
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(presentSecret(result.value), 201);
  });

  api.openapi(revokeSecret, async (c) => {
    const result = await revokePartnerSecret(c.get('ctx'), c.req.valid('param'));
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });
}

function reportTo(partnerId: PartnerId): string {
  return `/watch/${partnerId}`;
}

function presentSecret({ partnerId, secretId, secret }: NewSecret): z.infer<typeof newSecret> {
  return { partnerId, secretId, reportTo: reportTo(partnerId), secret };
}

function present(row: ListedPartner): z.infer<typeof partner> {
  return {
    id: row.id,
    name: row.name,
    reportTo: reportTo(row.id),
    secrets: row.secrets.map((secret) => ({ id: secret.id, createdAt: secret.createdAt.toString() })),
    createdAt: row.createdAt.toString(),
    heardAt: row.heardAt?.toString() ?? null,
    refusedAt: row.refusedAt?.toString() ?? null,
    refusal: row.refusal,
  };
}
