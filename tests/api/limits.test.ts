import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, apiWorld } from './world.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await apiWorld({ deps: () => ({ allowance: { burst: 3, everyMs: 30_000 } }) });
});
afterAll(() => world.close());

test('each answer tells a token how many requests it has left, and one more is refused', async () => {
  const client = await world.client(await world.staff(['author']));
  const told = async (path: string) => {
    const { status, headers } = await client.get(path);
    return [status, headers.get('ratelimit-policy'), headers.get('ratelimit')];
  };
  const policy = '"token";q=3;w=90';
  expect(await told('/campaign')).toEqual([200, policy, '"token";r=2;t=30']);
  expect(await told('/nothing')).toEqual([404, policy, expect.stringMatching(/^"token";r=1;t=(59|60)$/)]);
  expect(await told('/partners')).toEqual([403, policy, expect.stringMatching(/^"token";r=0;t=(89|90)$/)]);
  const refused = await client.get('/campaign');
  expect(refused).toMatchObject({ status: 429, json: { code: 'requests-too-many' } });
  expect(refused.headers.get('retry-after')).toMatch(/^(29|30)$/);
  expect(refused.headers.get('ratelimit')).toMatch(/^"token";r=0;/);

  const other = await world.client(await world.staff(['author']));
  expect((await other.get('/campaign')).status).toBe(200);
});
