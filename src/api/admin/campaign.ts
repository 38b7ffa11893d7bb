import { createRoute, z } from '@hono/zod-openapi';
import { changeCampaign } from '../../services/campaigns/change.ts';
import { type CampaignRow, findCampaign } from '../../services/campaigns/find.ts';
import type { AdminApi } from '../env.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, guarded, ok } from '../route.ts';
import { id, instant, language } from '../schemas/words.ts';

const leadTimes = z.array(z.string('is not a text').max(20, 'is too long')).max(20, 'are too many');

const campaign = z
  .object({
    id,
    name: z.string(),
    languages: z.array(language),
    zone: z.string(),
    groupsAllowed: z.boolean().openapi({
      description: 'Whether groups and Telegram channels may follow. It shows who belongs to them.',
    }),
    leadTimes: leadTimes.openapi({ example: ['1d', 'morning'] }),
    createdAt: instant,
  })
  .openapi('Campaign');

const changes = z
  .strictObject({
    groupsAllowed: z.boolean('is neither true nor false').optional(),
    leadTimes: leadTimes.optional().openapi({ example: ['7d', '1d', 'morning'] }),
  })
  .openapi('CampaignChange', { description: 'What is left out stays as it is.' });

const read = createRoute({
  method: 'get',
  path: '/campaign',
  operationId: 'readCampaign',
  summary: 'The campaign that this service speaks for',
  tags: ['campaign'],
  ...guarded(anyRole),
  responses: ok('The campaign.', campaign),
});

const change = createRoute({
  method: 'patch',
  path: '/campaign',
  operationId: 'changeCampaign',
  summary: 'Change what holds for the whole campaign',
  tags: ['campaign'],
  ...guarded(['coordinator', 'admin']),
  request: { body: body(changes) },
  responses: ok('The campaign as it is now.', campaign),
});

export function registerCampaign(api: AdminApi): void {
  api.openapi(read, async (c) => c.json(present(await findCampaign(c.get('ctx'))), 200));

  api.openapi(change, async (c) => {
    const { groupsAllowed, leadTimes: wanted } = c.req.valid('json');
    const result = await changeCampaign(c.get('ctx'), {
      ...(groupsAllowed !== undefined && { groupsAllowed }),
      ...(wanted !== undefined && { leadTimes: wanted }),
    });
    if (!result.ok) return refuse(c, result.refusal);
    return c.json(present(result.value), 200);
  });
}

function present(row: CampaignRow): z.infer<typeof campaign> {
  const { id: campaignId, name, languages, zone, groupsAllowed, leadTimes: codes, createdAt } = row;
  return {
    id: campaignId,
    name,
    languages,
    zone,
    groupsAllowed,
    leadTimes: codes,
    createdAt: createdAt.toString(),
  };
}
