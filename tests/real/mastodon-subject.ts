import { z } from 'zod';
import { startFaultyServer } from '../../sandbox/http/server.ts';
import type { Subject } from '../networks/contract.ts';
import { forwardTo } from './forward.ts';

const owner = z.object({ id: z.string(), acct: z.string() });
const statuses = z.array(z.object({ content: z.string() }));

const PATHS = {
  commit: ['POST', /^\/api\/v1\/statuses$/],
  prepare: ['POST', /^\/api\/v2\/media$/],
  look: ['GET', /^\/api\/v1\/accounts\/[^/]+\/statuses$/],
} as const;

/** A server with Mastodon's API that somebody runs, to which every way can be spoilt; one account for each token. */
export async function mastodonSubject(address: string, tokens: readonly string[]): Promise<Subject> {
  const server = await startFaultyServer(forwardTo(address));
  const left = [...tokens];
  return {
    async account() {
      const token = left.shift();
      if (token === undefined) return null;
      const authorization = `Bearer ${token}`;
      const ask = async (path: string): Promise<unknown> =>
        (await fetch(new URL(path, address), { headers: { authorization } })).json();
      const { id, acct } = owner.parse(await ask('/api/v1/accounts/verify_credentials'));
      const standing = async () =>
        statuses
          .parse(await ask(`/api/v1/accounts/${id}/statuses?limit=40`))
          .map(({ content }) => content)
          .toReversed();
      if ((await standing()).length > 0) throw new Error(`${acct} has posts: give an account without any`);
      return {
        credentials: { server: server.url, token },
        elsewhere: (other) => ({ server: other, token }),
        fail(step, fault) {
          const [method, path] = PATHS[step];
          server.fail({
            method,
            path,
            fault,
            when: ({ headers }) => headers.authorization === authorization,
          });
        },
        suspend: null,
        standing,
      };
    },
    wrongs: () => [],
    close: () => server.close(),
  };
}
