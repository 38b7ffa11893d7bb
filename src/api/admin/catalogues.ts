import { createRoute, z } from '@hono/zod-openapi';
import { nativeName } from '../../domain/language.ts';
import { catalogues } from '../../i18n/index.ts';
import type { AdminApi } from '../env.ts';
import { anyRole, guarded, ok } from '../route.ts';
import { language } from '../schemas/words.ts';

const catalogue = z
  .object({
    language,
    name: z.string().openapi({ description: 'In the language itself.' }),
    nativeChecked: z.boolean().openapi({ description: 'Whether a native reader has read every text of it.' }),
  })
  .openapi('Catalogue');

const list = createRoute({
  method: 'get',
  path: '/catalogues',
  operationId: 'listCatalogues',
  summary: "The languages of the bot's own texts, and which of them a native reader has checked",
  tags: ['catalogues'],
  ...guarded(anyRole, 'catalogues:read'),
  responses: ok('The catalogues.', z.object({ items: z.array(catalogue) })),
});

export function registerCatalogues(api: AdminApi): void {
  api.openapi(list, (c) =>
    c.json({ items: catalogues.map((one) => ({ ...one, name: nativeName(one.language) })) }, 200),
  );
}
