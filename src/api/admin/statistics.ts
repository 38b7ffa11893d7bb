import { createRoute, z } from '@hono/zod-openapi';
import { statisticKinds } from '../../domain/statistics.ts';
import { DAYS_MAX, readStatistics } from '../../services/statistics/read.ts';
import type { AdminApi } from '../env.ts';
import { anyRole, guarded, ok } from '../route.ts';

const statistic = z
  .object({
    day: z.iso.date().openapi({ description: 'Where the campaign is.', example: '2009-11-11' }),
    kind: z.enum(statisticKinds).openapi({
      description:
        'Followers of all, of one case, in one language, as the day began; messages that arrived in an hour; within how many ms of its due instant the first follower had an alert, for half of the alerts and for 99 of 100.',
    }),
    about: z
      .string()
      .openapi({ description: "The case's id, the language or the hour (`00`–`23`), or empty." }),
    value: z
      .int()
      .nullable()
      .openapi({ description: 'People and messages to the nearest ten; null: fewer than 20.' }),
  })
  .openapi('Statistic');

const list = createRoute({
  method: 'get',
  path: '/statistics',
  operationId: 'readStatistics',
  summary: 'The last days in numbers, one snapshot a day; the oldest first',
  tags: ['campaign'],
  ...guarded(anyRole, 'statistics:read'),
  request: {
    query: z.object({
      days: z.coerce.number().int().min(1, 'is below 1').max(DAYS_MAX, `is above ${DAYS_MAX}`).default(90),
    }),
  },
  responses: ok('The numbers that are kept.', z.object({ items: z.array(statistic) })),
});

export function registerStatistics(api: AdminApi): void {
  api.openapi(list, async (c) =>
    c.json({ items: await readStatistics(c.get('ctx'), c.req.valid('query')) }, 200),
  );
}
