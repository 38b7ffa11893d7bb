import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Role, roles } from '../../src/domain/words.ts';
import { type ApiWorld, apiWorld } from './world.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  readonly 'x-roles'?: readonly Role[];
  readonly security?: readonly object[];
}

interface Route {
  readonly method: (typeof methods)[number];
  readonly path: string;
  readonly roles: readonly Role[];
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
      return operation === undefined ? [] : [{ method, path, roles: operation['x-roles'] ?? [] }];
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
