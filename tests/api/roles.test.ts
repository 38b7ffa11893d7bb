import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tokenScopes } from '../../src/domain/token-scope.ts';
import { type Role, roles } from '../../src/domain/words.ts';
import { operationsOutside } from '../helpers/outside-policy.ts';
import { asCompared, meantFor } from '../helpers/role-policy.ts';
import { limitable, othersCase } from './others-case.ts';
import { type ApiWorld, apiWorld } from './world.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  readonly operationId: string;
  readonly 'x-roles'?: readonly Role[];
  readonly security?: readonly { readonly bearer?: readonly string[] }[];
}

interface Route {
  readonly method: (typeof methods)[number];
  readonly path: string;
  readonly roles: readonly Role[];
  /** What a token must be for. */
  readonly scope: string | undefined;
  readonly operationId: string;
}

let world: ApiWorld;
let described: Record<string, Record<string, Operation>>;

beforeAll(async () => {
  world = await apiWorld();
  described = (await world.request('/openapi.json')).read<{ paths: typeof described }>().paths;
});
afterAll(() => world.close());

function routes(): Route[] {
  return Object.entries(described).flatMap(([path, operations]) =>
    methods.flatMap((method) => {
      const operation = operations[method];
      return operation === undefined
        ? []
        : [
            {
              method,
              path,
              roles: operation['x-roles'] ?? [],
              scope: operation.security?.[0]?.bearer?.[0],
              operationId: operation.operationId,
            },
          ];
    }),
  );
}

const somewhere = (path: string) =>
  path
    .replace('/api/admin', '')
    .replace('{language}', 'en')
    .replace('{revision}', '1')
    .replaceAll(/\{\w+\}/g, '018e0000-0000-7000-8000-000000000000');

describe('every route of the admin API', () => {
  test('is in the document, and every one in the document is served', () => {
    const served = world.app.routes
      .filter(({ method, path }) => path.startsWith('/api/admin/') && method !== 'ALL')
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
    const told = routes().map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(served)].toSorted()).toEqual(told.toSorted());
    expect(told.length).toBeGreaterThan(15);
  });

  test('declares who may use it', () => {
    const silent = routes().filter((route) => route.roles.length === 0);
    expect(silent).toEqual([]);
    for (const route of routes()) expect(roles).toEqual(expect.arrayContaining([...route.roles]));
  });

  test('names what a token must be for, and there is no scope that opens nothing', () => {
    const named = routes().map(({ scope }) => scope);
    expect([...new Set(named)].toSorted()).toEqual([...tokenScopes].toSorted());
    for (const { method, path, scope } of routes()) {
      const act = scope?.split(':')[1];
      const where = `${method} ${path}`;
      // What a second person decides has a scope of its own, which writing does not bring.
      const decides = /\/(approvals|liftings|confirmations|calls|agreements)$/;
      if (decides.test(path) && method === 'post') expect(act, where).toBe('decide');
      else expect(act, where).toBe(method === 'get' ? 'read' : 'write');
    }
  });

  test('answers 403 and the scope to a token that was made for all else, and lets in one that was made for it alone', async () => {
    const member = await world.staff([...roles]);
    for (const scope of tokenScopes) {
      const others = tokenScopes.filter((one) => one !== scope);
      const [lacking, only] = [
        await world.client(member, { scopes: others }),
        await world.client(member, { scopes: [scope] }),
      ];
      const of = routes().filter((route) => route.scope === scope);
      const refusals = of.map(async ({ method, path }) => {
        const body = method === 'get' ? undefined : {};
        const refused = await lacking[method](somewhere(path), body, { 'If-None-Match': '*' });
        const detail = expect.stringContaining(scope);
        expect(refused, `${method} ${path}`).toMatchObject({
          status: 403,
          json: { code: 'scope-missing', detail },
        });
        expect(refused.headers.get('www-authenticate')).toContain(`scope="${scope}"`);
      });
      await Promise.all(refusals);
      const [one] = of;
      const answer =
        one && (await only[one.method](somewhere(one.path), one.method === 'get' ? undefined : {}));
      expect(answer?.status, scope).not.toBe(403);
    }
  });

  test('that changes anything has its place in the list of what is seen outside, and by whose decision', () => {
    const changing = routes().filter(({ method }) => method !== 'get');
    // One that is missing there is added to tests/helpers/outside-policy.ts: nobody publishes alone.
    expect(changing.map(({ operationId }) => operationId).toSorted()).toEqual(
      Object.keys(operationsOutside).toSorted(),
    );
  });

  test('is meant for whom it names, by what was written down apart from it', () => {
    const declared = routes().map(({ operationId, roles: named }) => [operationId, asCompared(named)]);
    // A route that is missing there is added to tests/helpers/role-policy.ts, under the duty that it serves.
    expect(Object.fromEntries(declared)).toEqual(meantFor.operations);
  });

  test('answers nobody without a valid token', async () => {
    for (const { method, path } of routes()) {
      for (const headers of [{}, { Authorization: 'Bearer bray_wrong' }, { Authorization: 'Basic eDp5' }]) {
        const answer = await world.request(`/api/admin${somewhere(path)}`, {
          method: method.toUpperCase(),
          headers: { ...headers, 'Content-Type': 'application/json' },
          ...(method !== 'get' && { body: '{}' }),
        });
        expect(answer, `${method} ${path}`).toMatchObject({ status: 401, json: { code: 'not-signed-in' } });
        expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      }
    }
  });

  test('answers 403 to every role that it does not name, and lets every role in that it names', async () => {
    for (const role of roles) {
      const client = await world.client(await world.staff([role]));
      for (const { method, path, roles: named } of routes()) {
        const answer = await client[method](somewhere(path), method === 'get' ? undefined : {});
        const where = `${role} ${method} ${path}`;
        if (named.includes(role)) expect(answer.status, where).not.toBe(403);
        else expect(answer, where).toMatchObject({ status: 403, json: { code: 'role-missing' } });
      }
    }
  });
});

describe('of a case that somebody does not work on', () => {
  const facts = {
    date: '2009-11-12',
    time: '10:00',
    room: '5',
    zone: 'Asia/Baku',
    kind: 'trial',
    court: 'A court',
    openness: 'open',
    sources: ['X'],
    checkedOn: '2009-11-09',
  };
  const incident = {
    kind: 'arrest',
    date: '2009-07-08',
    time: '22:00',
    personIds: [],
    zone: 'Asia/Baku',
    place: 'Baku',
    what: 'Arrested.',
    certainty: 'reported',
    sources: ['X'],
  };
  const nowhere = '018e0000-0000-7000-8000-000000000000';
  /** What each route is sent where it wants something: as far as its body goes it would be done. */
  const bodies: Readonly<Record<string, object>> = {
    recordHearing: facts,
    reviseHearing: { basedOn: 1, ...facts },
    decideHearing: { decision: 'approved' },
    recordIncident: incident,
    reviseIncident: { basedOn: 1, ...incident },
    decideIncident: { decision: 'approved' },
    recordConsent: { personId: nowhere, covers: 'health', givenBy: 'family' },
    changeCase: { status: 'closed' },
    actOnBroadcast: { action: 'pause' },
    resendDeliveries: { state: 'failed', outcome: 'x', language: 'en' },
    setPostPhoto: { mediaId: null },
    setPostSchedule: { notBefore: null, notAfter: null, embargoUntil: null },
    setPostEmbargo: { embargoUntil: null },
    setPostWarning: { warning: null },
    setPostKind: { kind: 'update' },
    setPostCard: { of: 'hearing', hearingId: nowhere },
    setPostAccounts: { accountIds: [] },
    editPost: { text: 'Another text.' },
    decidePost: { version: 1, decision: 'approved' },
    moveAccountDelivery: { dueAt: '2030-01-01T00:00:00Z' },
    settleAccountDelivery: { stands: null },
  };

  test('nothing is there for them by any route, whatever their role', async () => {
    const { objects, limited } = await othersCase(world);
    const secrets = [...Object.values(objects), 'donkey-bloggers'];
    const counted = { hidden: 0, denied: 0, listed: 0 };
    for (const role of limitable) {
      const client = await world.client(await limited(role));
      for (const { method, path, roles: named, operationId } of routes()) {
        const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
        const body = method === 'get' ? undefined : (bodies[operationId] ?? {});
        const where = `${role} ${method} ${path}`;
        if (names.some((name) => name in objects)) {
          const address = somewhere(
            path.replace(/\{(\w+)\}/g, (all, name: string) => objects[name] ?? all),
          ).replace(/\/en(?=\/|$)/, '/az');
          const answer = await client[method](address, body);
          expect(answer.status, `${where}: ${answer.text}`).toBe(named.includes(role) ? 404 : 403);
          counted[named.includes(role) ? 'hidden' : 'denied'] += 1;
        } else if (method === 'get' && names.length === 0) {
          const answer = await client.get(somewhere(path));
          for (const secret of secrets) expect(answer.text, where).not.toContain(secret);
          counted.listed += 1;
        }
      }
      expect(await client.post('/pauses', { caseId: objects.caseId }), role).toMatchObject({ status: 404 });
      expect(await client.post('/pauses', {}), role).toMatchObject({ status: 403 });
    }
    expect(counted.hidden).toBeGreaterThan(80);
    expect(counted.hidden + counted.denied + counted.listed).toBeGreaterThan(220);
  });
});
