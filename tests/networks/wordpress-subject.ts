import { WordpressStandIn } from '../../sandbox/wordpress/stand-in.ts';
import type { Subject } from './contract.ts';

/** A blog on which every account is a user of its own. */
export async function wordpressSubject(): Promise<Subject> {
  const standIn = await WordpressStandIn.start();
  const paths = {
    commit: ['POST', /\/wp\/v2\/posts\/\d+$/],
    prepare: ['POST', /\/wp\/v2\/media$/],
    look: ['GET', /\/wp\/v2\/posts/],
  } as const;
  let count = 0;
  return {
    async account() {
      const user = `bray${++count}`;
      const { id, password } = standIn.createUser(user);
      return {
        credentials: { server: standIn.url, user, password },
        elsewhere: (server) => ({ server, user, password }),
        fail(step, fault) {
          const [method, path] = paths[step];
          standIn.fail({
            method,
            path,
            fault,
            // A draft that is there already is changed at the same place.
            when: ({ headers, body }) =>
              standIn.isOf(user, headers) && (step !== 'commit' || body.includes('"status":"publish"')),
          });
        },
        suspend: null,
        standing: () => standIn.ledger(id).map(({ content }) => content),
      };
    },
    wrongs: () => standIn.wrongs,
    close: () => standIn.close(),
  };
}
