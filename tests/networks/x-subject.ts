import type { XStandIn } from '../../sandbox/x/stand-in.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { Subject } from './contract.ts';

/** How X's stand-in is used, which stands already: where X is lies with the adapter, not with an account. */
export function xSubject(x: XStandIn): (clock: Clock) => Promise<Subject> {
  return async (clock) => {
    x.now = () => clock.now();
    const paths = {
      commit: ['POST', /^\/2\/tweets$/],
      prepare: ['POST', /^\/2\/media\/upload$/],
      look: ['GET', /^\/2\/users\/\d+\/tweets$/],
    } as const;
    let count = 0;
    return {
      async account() {
        const { id, ...credentials } = x.createAccount(`bray${++count}`);
        return {
          credentials,
          elsewhere: null,
          fail(step, fault) {
            const [method, path] = paths[step];
            const when = ({ headers }: { headers: Readonly<Record<string, unknown>> }) =>
              String(headers.authorization).includes(`oauth_token="${credentials.accessToken}"`);
            x.fail({ method, path, fault, when });
          },
          suspend: () => x.change(id, { standing: 'suspended' }),
          standing: () => x.ledger(id).flatMap(({ deleted, text }) => (deleted ? [] : [text])),
        };
      },
      wrongs: () => x.wrongs,
      close: () => x.close(),
    };
  };
}
