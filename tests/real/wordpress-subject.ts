import { z } from 'zod';
import { startFaultyServer } from '../../sandbox/http/server.ts';
import type { Subject } from '../networks/contract.ts';
import { forwardTo } from './forward.ts';

const user = z.object({ id: z.int() });
const articles = z.array(z.object({ content: z.object({ rendered: z.string() }) }));

const PATHS = {
  commit: ['POST', /\/wp\/v2\/posts\/\d+$/],
  prepare: ['POST', /\/wp\/v2\/media$/],
  look: ['GET', /\/wp\/v2\/posts/],
} as const;

/** Who may write on a blog. */
export interface Writer {
  readonly user: string;
  /** An application password. */
  readonly password: string;
}

/** A blog that somebody runs, to which every way can be spoilt; one account for each writer. */
export async function wordpressSubject(address: string, writers: readonly Writer[]): Promise<Subject> {
  const server = await startFaultyServer(forwardTo(address));
  const left = [...writers];
  return {
    async account() {
      const writer = left.shift();
      if (writer === undefined) return null;
      const { password } = writer;
      const authorization = `Basic ${Buffer.from(`${writer.user}:${password}`).toString('base64')}`;
      const ask = async (path: string): Promise<unknown> =>
        (await fetch(new URL(`/wp-json${path}`, address), { headers: { authorization } })).json();
      const { id } = user.parse(await ask('/wp/v2/users/me?context=edit'));
      const standing = async () =>
        articles
          .parse(await ask(`/wp/v2/posts?author=${id}&status=publish&per_page=100&context=edit`))
          .map(({ content }) => content.rendered);
      if ((await standing()).length > 0) throw new Error(`${writer.user} has posts: give a user without any`);
      return {
        credentials: { server: server.url, ...writer },
        elsewhere: (other) => ({ server: other, ...writer }),
        fail(step, fault) {
          const [method, path] = PATHS[step];
          server.fail({
            method,
            path,
            fault,
            // A draft that is there already is changed at the same place.
            when: ({ headers, body }) =>
              headers.authorization === authorization &&
              (step !== 'commit' || body.includes('"status":"publish"')),
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
