import { MastodonStandIn } from '../../sandbox/mastodon/stand-in.ts';
import type { Subjects } from './contract.ts';

/** How the stand-in of each network is started, by a clock. */
export const subjects: Subjects = {
  async mastodon(clock) {
    const standIn = await MastodonStandIn.start({ now: () => clock.now(), processing: 2 });
    const paths = {
      commit: ['POST', /^\/api\/v1\/statuses$/],
      prepare: ['POST', /^\/api\/v2\/media$/],
      look: ['GET', /^\/api\/v1\/accounts\/\d+\/statuses$/],
    } as const;
    let count = 0;
    return {
      async account() {
        const { id, token } = standIn.createAccount(`bray${++count}`);
        return {
          credentials: { server: standIn.url, token },
          elsewhere: (server) => ({ server, token }),
          fail(step, fault) {
            const [method, path] = paths[step];
            const when = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
              headers.authorization === `Bearer ${token}`;
            standIn.fail({ method, path, fault, when });
          },
          standing: () => standIn.ledger(id).flatMap(({ deleted, text }) => (deleted ? [] : [text])),
        };
      },
      faults: () => standIn.faults,
      close: () => standIn.close(),
    };
  },
};
