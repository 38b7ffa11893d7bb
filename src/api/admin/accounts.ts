import { createRoute, z } from '@hono/zod-openapi';
import { stands } from '../../domain/broadcast-action.ts';
import type { AccountId } from '../../domain/ids.ts';
import { networkNames } from '../../domain/network.ts';
import { accountStates } from '../../domain/words.ts';
import { connectAccount, reconnectAccount } from '../../services/accounts/connect.ts';
import { disconnectAccount } from '../../services/accounts/disconnect.ts';
import { type Account, listAccounts } from '../../services/accounts/list.ts';
import { connectors, starters, stoppers } from '../../services/accounts/may.ts';
import { pauseAccount } from '../../services/accounts/pause.ts';
import { resumeAccount } from '../../services/accounts/resume.ts';
import { setBudget } from '../../services/accounts/set-budget.ts';
import type { AdminApi } from '../env.ts';
import { onceHeaders } from '../middleware/once.ts';
import { refuse } from '../problem.ts';
import { anyRole, body, created, creating, guarded, ok } from '../route.ts';
import { afterQuery, pageAfter, pageOf } from '../schemas/paging.ts';
import { id, idOf, instant, language } from '../schemas/words.ts';

const networkName = z.enum(networkNames).openapi('Network');
const accountState = z.enum(accountStates).openapi('AccountState');

const credentials = z.record(z.string().max(64), z.string('is not a text').max(8192, 'is too long')).openapi({
  description: 'By the names that `/networks` tells. They are sealed at once and never shown again.',
});

const budget = z
  .int()
  .min(0, 'is less than nothing')
  .max(2_000_000_000, 'is more than 2,000 US dollars')
  .nullable()
  .openapi({
    description:
      'What may be spent in a calendar month (UTC), in millionths of a US dollar; null: as much as it takes.',
  });

const account = z
  .object({
    id,
    network: networkName,
    language,
    handle: z.string(),
    state: accountState,
    stoppedFor: z
      .string()
      .nullable()
      .openapi({ description: 'Why it is paused or disconnected, as a code.' }),
    credentialsEndAt: instant
      .nullable()
      .openapi({ description: 'Connect it again before; null: its network told no end.' }),
    restsUntil: instant.nullable().openapi({ description: 'Nothing goes out there before this.' }),
    budgetUsdMicros: budget,
    spentUsdMicros: z
      .int()
      .openapi({ description: 'Expected for this calendar month (UTC), in millionths of a US dollar.' }),
    plannedUsdMicros: z.int().openapi({ description: 'Expected for what is planned and not begun.' }),
    awaitsSecondPerson: z.boolean().openapi({ description: 'Somebody asked to resume it.' }),
    createdAt: instant,
  })
  .openapi('Account');

const accountPath = z.object({ accountId: idOf<AccountId>() });

const networks = createRoute({
  method: 'get',
  path: '/networks',
  operationId: 'listNetworks',
  summary: 'What networks there are, what each can do, and what it takes to connect an account',
  tags: ['accounts'],
  ...guarded(anyRole, 'accounts:read'),
  responses: ok(
    'The networks.',
    z.object({
      items: z.array(
        z.object({
          name: networkName,
          threads: z.boolean().openapi({ description: 'Whether a long text goes out in several parts.' }),
          retract: z.boolean().openapi({ description: 'Whether what went out can be taken back.' }),
          atMostOnce: z
            .boolean()
            .openapi({ description: 'Whether one whose outcome is unknown is left to a person.' }),
          credentials: z.array(z.object({ name: z.string(), secret: z.boolean(), help: z.string() })),
        }),
      ),
    }),
  ),
});

const list = createRoute({
  method: 'get',
  path: '/accounts',
  operationId: 'listAccounts',
  summary: 'The accounts of the campaign',
  tags: ['accounts'],
  ...guarded(anyRole, 'accounts:read'),
  request: { query: afterQuery<AccountId>() },
  responses: ok('The accounts.', pageOf(account)),
});

const connect = createRoute({
  method: 'post',
  path: '/accounts',
  operationId: 'connectAccount',
  summary: 'Connect an account, once its network has said whose it is',
  tags: ['accounts'],
  ...creating(connectors, 'accounts:write', { apart: true }),
  request: {
    headers: onceHeaders,
    body: body(z.strictObject({ network: networkName, language, credentials }).openapi('NewAccount')),
  },
  responses: created('It is connected.', z.object({ id, handle: z.string() })),
});

const reconnect = createRoute({
  method: 'put',
  path: '/accounts/{accountId}/credentials',
  operationId: 'reconnectAccount',
  summary: 'Give an account new credentials; what waits for it goes on, unless somebody has paused it',
  tags: ['accounts'],
  ...guarded(connectors, 'accounts:write'),
  request: { params: accountPath, body: body(z.strictObject({ credentials }).openapi('NewCredentials')) },
  responses: ok('It is connected.', z.object({ handle: z.string() })),
});

const disconnect = createRoute({
  method: 'delete',
  path: '/accounts/{accountId}/credentials',
  operationId: 'disconnectAccount',
  summary: 'Forget an account’s credentials',
  tags: ['accounts'],
  ...guarded(connectors, 'accounts:write'),
  request: { params: accountPath },
  responses: ok('They are forgotten.', z.object({ state: accountState })),
});

const setAccountBudget = createRoute({
  method: 'put',
  path: '/accounts/{accountId}/budget',
  operationId: 'setAccountBudget',
  summary:
    'Say what may be spent on an account in a month; more than that is refused before approval, and stops it',
  tags: ['accounts'],
  ...guarded(connectors, 'accounts:write'),
  request: {
    params: accountPath,
    body: body(z.strictObject({ budgetUsdMicros: budget }).openapi('AccountBudget')),
  },
  responses: ok('It holds from now on.', z.object({ budgetUsdMicros: budget })),
});

const pause = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/pauses',
  operationId: 'pauseAccount',
  summary: 'Stop what goes out on an account',
  tags: ['accounts'],
  ...creating(stoppers, 'accounts:write'),
  request: { headers: onceHeaders, params: accountPath },
  responses: created('It is paused.', z.object({ state: accountState })),
});

const resume = createRoute({
  method: 'post',
  path: '/accounts/{accountId}/resumptions',
  operationId: 'resumeAccount',
  summary: 'Let an account go on; what a person paused takes two, within half an hour',
  tags: ['accounts'],
  ...creating(starters, 'accounts:write'),
  request: { headers: onceHeaders, params: accountPath },
  responses: created(
    'It goes on, or waits for a second person.',
    z.object({ state: accountState, effect: z.enum(['done', 'awaits-second-person']) }),
  ),
});

export function registerAccounts(api: AdminApi): void {
  api.openapi(networks, (c) => {
    const items = Object.values(c.get('ctx').networks).map(({ name, abilities, credentialFields }) => ({
      name,
      threads: abilities.threads,
      retract: abilities.retract,
      atMostOnce: abilities.repeat.kind === 'never',
      credentials: credentialFields.map((field) => ({ ...field })),
    }));
    return c.json({ items }, 200);
  });

  api.openapi(list, async (c) => {
    const ctx = c.get('ctx');
    const now = ctx.clock.now();
    const shown = pageAfter(await listAccounts(ctx), c.req.valid('query'), (found) => present(found, now));
    return shown === null ? refuse(c, { code: 'cursor-unknown' }) : c.json(shown, 200);
  });

  api.openapi(connect, async (c) => {
    const result = await connectAccount(c.get('ctx'), c.req.valid('json'));
    if (!result.ok) return refuse(c, result.refusal);
    const { accountId, handle } = result.value;
    return c.json({ id: accountId, handle }, 201);
  });

  api.openapi(reconnect, async (c) => {
    const { accountId } = c.req.valid('param');
    const result = await reconnectAccount(c.get('ctx'), { accountId, ...c.req.valid('json') });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(disconnect, async (c) => {
    const result = await disconnectAccount(c.get('ctx'), c.req.valid('param').accountId);
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(setAccountBudget, async (c) => {
    const { accountId } = c.req.valid('param');
    const usdMicros = c.req.valid('json').budgetUsdMicros;
    const result = await setBudget(c.get('ctx'), { accountId, usdMicros });
    return result.ok ? c.json(result.value, 200) : refuse(c, result.refusal);
  });

  api.openapi(pause, async (c) => {
    const result = await pauseAccount(c.get('ctx'), c.req.valid('param').accountId);
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });

  api.openapi(resume, async (c) => {
    const result = await resumeAccount(c.get('ctx'), c.req.valid('param').accountId);
    return result.ok ? c.json(result.value, 201) : refuse(c, result.refusal);
  });
}

function present(found: Account, now: Temporal.Instant): z.infer<typeof account> {
  return {
    id: found.id,
    network: found.network,
    language: found.language,
    handle: found.handle,
    state: found.state,
    stoppedFor: found.stoppedFor,
    credentialsEndAt: found.credentialsEndAt?.toString() ?? null,
    restsUntil: found.restsUntil?.toString() ?? null,
    budgetUsdMicros: found.budgetUsdMicros,
    spentUsdMicros: found.spending.spent,
    plannedUsdMicros: found.spending.planned,
    awaitsSecondPerson: stands({ at: found.resumeAskedAt }, now),
    createdAt: found.createdAt.toString(),
  };
}
