import { z } from 'zod';
import { startFaultyServer } from '../../sandbox/http/server.ts';
import type { Subject } from '../networks/contract.ts';
import { call, createAccount, startBluesky } from './bluesky.ts';
import { forwardTo } from './forward.ts';

const appPassword = z.object({ password: z.string() });
const claims = z.object({ sub: z.string() });
/** What it answers to whoever asks for the records of an account that was taken down (0.5.35, December 2026). */
const takenDown = z.object({ message: z.string().startsWith('Could not find repo') });
const listed = z.object({ records: z.array(z.object({ value: z.object({ text: z.string() }) })) });

const PATHS = {
  commit: ['POST', /putRecord$/],
  prepare: ['POST', /uploadBlob$/],
  look: ['GET', /getRecord$/],
} as const;

/** A real personal data server, to which every way can be spoilt. `folder`: an empty one for its files. */
export async function blueskySubject(folder: string): Promise<Subject> {
  const real = await startBluesky(folder);
  const server = await startFaultyServer(forwardTo(real.url));
  let count = 0;
  return {
    async account() {
      const { did, handle, token } = await createAccount(real, `bray${++count}`);
      const made = await call(real.url, 'server.createAppPassword', { name: 'bray' }, token);
      const { password } = appPassword.parse(await made.json());
      const credentials = { server: server.url, identifier: handle, password };
      return {
        credentials,
        elsewhere: (address) => ({ ...credentials, server: address }),
        fail(step, fault) {
          const [method, path] = PATHS[step];
          // Records are read without a session.
          const when = { when: ({ headers }: Bearing) => holderOf(headers.authorization) === did };
          server.fail({ method, path, fault, ...(step !== 'look' && when) });
        },
        suspend: () => real.takeDown(did),
        async standing() {
          const list = `${real.url}/xrpc/com.atproto.repo.listRecords?repo=${did}&collection=app.bsky.feed.post&limit=100`;
          const shown: unknown = await (await fetch(list)).json();
          if (takenDown.safeParse(shown).success) return [];
          const { records } = listed.parse(shown);
          return records.map(({ value }) => value.text).toReversed();
        },
      };
    },
    wrongs: () => [],
    async close() {
      await server.close();
      await real.close();
    },
  };
}

interface Bearing {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Whose token a request bears. */
function holderOf(header: string | string[] | undefined): string | null {
  const part = /^Bearer [^.]+\.([^.]+)\./.exec(String(header ?? ''))?.[1];
  if (part === undefined) return null;
  return claims.parse(JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).sub;
}
