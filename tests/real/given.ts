import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { NetworkName } from '../../src/domain/network.ts';
import type { Subject } from '../networks/contract.ts';
import { blueskySubject } from './bluesky-subject.ts';
import { mastodonSubject } from './mastodon-subject.ts';
import { wordpressSubject } from './wordpress-subject.ts';

/** Whether Bluesky's server could be compiled: what it keeps its data with is there. */
export const blueskyRuns = existsSync(
  fileURLToPath(
    new URL('servers/node_modules/better-sqlite3/build/Release/better_sqlite3.node', import.meta.url),
  ),
);

export interface Server {
  readonly network: NetworkName;
  start(): Promise<Subject>;
}

/** The real servers that are to be had; `folder`: for the files of those that we start. */
export function serversOf(env: NodeJS.ProcessEnv, folder: string): Server[] {
  const servers: Server[] = [];
  if (blueskyRuns) servers.push({ network: 'bluesky', start: () => blueskySubject(folder) });
  const mastodon = env.REAL_MASTODON_SERVER;
  const tokens = wordsOf(env.REAL_MASTODON_TOKENS);
  if (mastodon) servers.push({ network: 'mastodon', start: () => mastodonSubject(mastodon, tokens) });
  const wordpress = env.REAL_WORDPRESS_SERVER;
  const writers = wordsOf(env.REAL_WORDPRESS_USERS).map((writer) => {
    const [user = '', ...password] = writer.split(':');
    return { user, password: password.join(':') };
  });
  if (wordpress) servers.push({ network: 'wordpress', start: () => wordpressSubject(wordpress, writers) });
  return servers;
}

function wordsOf(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}
