import { createRoute, z } from '@hono/zod-openapi';
import { approvalCounts, readApprovalPolicy } from '../../domain/approval-policy.ts';
import { requestLasts } from '../../domain/broadcast-action.ts';
import { quietHours } from '../../domain/quiet-hours.ts';
import type { PostKind } from '../../domain/words.ts';
import { agreeToApprovalPolicy } from '../../services/campaigns/agree-approvals.ts';
import { changeCampaign } from '../../services/campaigns/change.ts';
import { findCampaign, lockCampaign } from '../../services/campaigns/find.ts';
import { standingPolicyRequest } from '../../services/campaigns/policy-request.ts';
import { type CampaignSettings, readCampaign } from '../../services/campaigns/read.ts';
import { setApprovalPolicy } from '../../services/campaigns/set-approvals.ts';
import type { StaffContext } from '../../services/context.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { changeHeaders, tagOf } from '../middleware/unchanged.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, changing, conditional, created, creating, guarded, tagged } from '../route.ts';
import { id, instant, language } from '../schemas/words.ts';

const leadTimes = z.array(z.string('is not a text').max(20, 'is too long')).max(20, 'are too many');

const quiet = z.enum(quietHours).nullable().openapi({
  description:
    'Hours in which followers in a private chat get nothing that can wait, by the clock where the case is; null: none. A follower may choose otherwise. Alerts of a hearing that is within a day, or was moved to an earlier time, do not wait.',
  example: '22-08',
});

/** More than this is a slip of the keyboard: a million messages cost 100,000 Stars (Bot API 10.3). */
const MOST_STARS = 10_000_000;

const stars = z
  .int('is not a whole number')
  .min(0, 'is below 0')
  .max(MOST_STARS, `is above ${MOST_STARS}`)
  .openapi({
    description:
      "Whole Stars of the bot's own balance that may be spent in a month of UTC on sending faster than Telegram's free rate; 0: none.",
  });

const campaign = z
  .object({
    id,
    name: z.string(),
    languages: z.array(language),
    zone: z.string(),
    groupsAllowed: z.boolean().openapi({
      description: 'Whether groups and Telegram channels may follow. It shows who belongs to them.',
    }),
    attendanceAllowed: z.boolean().openapi({
      description:
        'Whether followers can say that they will attend a hearing. Shown is their number, from 20 on; kept is a keyed mark that goes with the day.',
    }),
    inlineAllowed: z.boolean().openapi({
      description:
        'Whether the cases can be shared from any chat by `@bot name`. BotFather has to switch inline mode on, too (/setinline).',
    }),
    leadTimes: leadTimes.openapi({ example: ['1d', 'morning'] }),
    quietHours: quiet,
    starsPerMonth: stars,
    createdAt: instant,
  })
  .openapi('Campaign');

const changes = z
  .strictObject({
    groupsAllowed: z.boolean('is neither true nor false').optional(),
    attendanceAllowed: z.boolean('is neither true nor false').optional(),
    inlineAllowed: z.boolean('is neither true nor false').optional(),
    leadTimes: leadTimes.optional().openapi({ example: ['7d', '1d', 'morning'] }),
    quietHours: quiet.optional(),
    starsPerMonth: stars.optional(),
  })
  .openapi('CampaignChange', { description: 'What is left out stays as it is.' });

const read = createRoute({
  method: 'get',
  path: '/campaign',
  operationId: 'readCampaign',
  summary: 'The campaign that this service speaks for',
  tags: ['campaign'],
  ...guarded(anyRole, 'campaign:read'),
  responses: tagged('The campaign.', campaign),
});

async function standing(tx: StaffContext): Promise<string> {
  await lockCampaign(tx);
  return tagOf(present(await readCampaign(tx)));
}

const change = createRoute({
  method: 'patch',
  path: '/campaign',
  operationId: 'changeCampaign',
  summary: 'Change what holds for the whole campaign',
  tags: ['campaign'],
  ...changing(['coordinator', 'admin'], 'campaign:write', standing),
  request: { headers: changeHeaders, body: body(changes) },
  responses: conditional(tagged('The campaign as it is now.', campaign)),
});

const approvalCount = z
  .literal([...approvalCounts], `is none of ${approvalCounts.join(', ')}`)
  .openapi({ description: 'By how many people, beside its author.', example: 2 });

const policy = z
  .object({ update: approvalCount, press_release: approvalCount } satisfies Record<PostKind, unknown>)
  .openapi('ApprovalPolicy', { description: 'How many approvals the texts of each kind of post take.' });

const standingOfPolicy = policy
  .extend({
    asked: policy
      .extend({ by: id, lapsesAt: instant })
      .nullable()
      .openapi({ description: 'The lower policy that somebody asked for, which takes a second person.' }),
  })
  .openapi('StandingApprovalPolicy');

const readPolicy = createRoute({
  method: 'get',
  path: '/campaign/approvals',
  operationId: 'readApprovalPolicy',
  summary: 'How many approvals each kind of post takes',
  tags: ['campaign'],
  ...guarded(anyRole, 'campaign:read'),
  responses: tagged('The policy.', standingOfPolicy),
});

async function shownPolicy(ctx: StaffContext): Promise<z.infer<typeof standingOfPolicy>> {
  const asked = await standingPolicyRequest(ctx);
  return {
    ...readApprovalPolicy((await findCampaign(ctx)).approvalPolicy),
    asked: asked && {
      ...asked.policy,
      by: asked.by,
      lapsesAt: asked.at.add(requestLasts).toString(),
    },
  };
}

async function standingPolicy(tx: StaffContext): Promise<string> {
  await lockCampaign(tx);
  return tagOf(await shownPolicy(tx));
}

const changePolicy = createRoute({
  method: 'patch',
  path: '/campaign/approvals',
  operationId: 'setApprovalPolicy',
  summary:
    'Say how many approvals a kind of post takes; what was submitted of it and is not out is a draft again',
  description:
    'One person asks for more of them. For fewer of any kind it takes two, within half an hour: the first is answered with the policy unchanged and what is `asked`.',
  tags: ['campaign'],
  ...changing(['coordinator', 'admin'], 'campaign:write', standingPolicy),
  request: {
    headers: changeHeaders,
    body: body(
      z
        .strictObject({ update: approvalCount.optional(), press_release: approvalCount.optional() })
        .openapi('ApprovalPolicyChange', { description: 'What is left out stays as it is.' }),
    ),
  },
  responses: conditional(tagged('The policy as it is now.', standingOfPolicy)),
});

const agreeToPolicy = createRoute({
  method: 'post',
  path: '/campaign/approvals/agreements',
  operationId: 'agreeToApprovalPolicy',
  summary: 'Agree, as the second of two, to the lower policy that was asked for; give it as it was read',
  tags: ['campaign'],
  ...creating(['coordinator', 'admin'], 'campaign:decide'),
  request: { headers: onceHeaders, body: body(policy) },
  responses: created('It holds from now on.', standingOfPolicy),
});

export function registerCampaign(api: AdminApi): void {
  api.openapi(read, async (c) => {
    const shown = present(await readCampaign(c.get('ctx')));
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });

  api.openapi(readPolicy, async (c) => {
    const shown = await shownPolicy(c.get('ctx'));
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });

  api.openapi(changePolicy, async (c) => {
    const { update, press_release } = c.req.valid('json');
    const result = await setApprovalPolicy(c.get('ctx'), {
      ...(update !== undefined && { update }),
      ...(press_release !== undefined && { press_release }),
    });
    if (!result.ok) return refuse(c, result.refusal);
    const shown = await shownPolicy(c.get('ctx'));
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });

  api.openapi(agreeToPolicy, async (c) => {
    const result = await agreeToApprovalPolicy(c.get('ctx'), { policy: c.req.valid('json') });
    return result.ok ? c.json(await shownPolicy(c.get('ctx')), 201) : refuse(c, result.refusal);
  });

  api.openapi(change, async (c) => {
    const given = c.req.valid('json');
    const { groupsAllowed, attendanceAllowed, inlineAllowed, starsPerMonth } = given;
    const { leadTimes: wanted, quietHours: hours } = given;
    const result = await changeCampaign(c.get('ctx'), {
      ...(groupsAllowed !== undefined && { groupsAllowed }),
      ...(attendanceAllowed !== undefined && { attendanceAllowed }),
      ...(inlineAllowed !== undefined && { inlineAllowed }),
      ...(wanted !== undefined && { leadTimes: wanted }),
      ...(hours !== undefined && { quietHours: hours }),
      ...(starsPerMonth !== undefined && { starsPerMonth }),
    });
    if (!result.ok) return refuse(c, result.refusal);
    const shown = present(result.value);
    c.header('ETag', tagOf(shown));
    return c.json(shown, 200);
  });
}

function present(row: CampaignSettings): z.infer<typeof campaign> {
  return {
    id: row.id,
    name: row.name,
    languages: row.languages,
    zone: row.zone,
    groupsAllowed: row.groupsAllowed,
    attendanceAllowed: row.attendanceAllowed,
    inlineAllowed: row.inlineAllowed,
    leadTimes: row.leadTimes,
    quietHours: row.quietHours,
    starsPerMonth: row.starsPerMonth,
    createdAt: row.createdAt.toString(),
  };
}
