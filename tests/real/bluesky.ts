import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const program = fileURLToPath(new URL('servers/bluesky-server.mjs', import.meta.url));
const created = z.object({ did: z.string(), accessJwt: z.string() });

export interface BlueskyServer {
  readonly url: string;
  /** As its moderators do: nobody sees the account any more, and its holder is refused. */
  takeDown(did: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a personal data server of Bluesky's own. `folder`: an empty one for its files. */
export async function startBluesky(folder: string): Promise<BlueskyServer> {
  const password = randomBytes(16).toString('hex');
  const child = spawn(process.execPath, [program, folder], {
    env: { PATH: process.env.PATH, BLUESKY_ADMIN: password, LOG_ENABLED: 'false', NODE_ENV: 'production' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => String(line)),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code} before it served`))),
  ]);
  return {
    url,
    async takeDown(did) {
      const answer = await fetch(`${url}/xrpc/com.atproto.admin.updateSubjectStatus`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`,
        },
        body: JSON.stringify({
          subject: { $type: 'com.atproto.admin.defs#repoRef', did },
          takedown: { applied: true, ref: 'contract' },
        }),
      });
      if (!answer.ok) throw new Error(`the account was not taken down: ${answer.status}`);
    },
    async close() {
      child.stdin.end();
      await ended;
    },
  };
}

/** A new account and a token of its session. */
export async function createAccount(
  { url }: BlueskyServer,
  name: string,
): Promise<{ readonly did: string; readonly handle: string; readonly token: string }> {
  const handle = `${name}.test`;
  const { did, accessJwt } = created.parse(
    await (
      await call(url, 'server.createAccount', {
        handle,
        email: `${name}@campaign.example`,
        password: 'of the account, which nobody gives away',
      })
    ).json(),
  );
  return { did, handle, token: accessJwt };
}

/** Calls a method of `com.atproto`. */
export function call(url: string, method: string, body: object, token?: string): Promise<Response> {
  return fetch(`${url}/xrpc/com.atproto.${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
}
