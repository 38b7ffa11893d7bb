import { afterAll, expect, test } from 'vitest';
import { startFaultyServer } from '../../sandbox/http/server.ts';
import { type AccountId, newId } from '../../src/domain/ids.ts';
import { openNetworks } from '../../src/networks/index.ts';

const opened = openNetworks({ timeoutMs: 5000 });
afterAll(() => opened.close());

test.each([
  ['the server itself says that there is no such post', { error: 'Record not found' }, { kind: 'gone' }],
  [
    'only a proxy before it says that there is no such page',
    '<!doctype html><title>Not found</title>',
    { kind: 'not-done', code: 'HTTP_404' },
  ],
])('a post is gone where %s', async (_, body, outcome) => {
  const asked: string[] = [];
  const server = await startFaultyServer(async ({ method, url }) => {
    asked.push(`${method} ${url.pathname}`);
    return { status: 404, body };
  });
  const access = { accountId: newId<AccountId>(), credentials: { server: server.url, token: 'token' } };
  expect(await opened.networks.mastodon.retract(access, { id: '7', url: null })).toEqual(outcome);
  expect(asked).toEqual(['DELETE /api/v1/statuses/7', 'GET /api/v1/statuses/7']);
  await server.close();
});
