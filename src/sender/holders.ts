import { createHash } from 'node:crypto';
import type { Access, Holder, Network, StepFailure } from '../domain/network.ts';

/**
 * Whose accounts our credentials lead to, as the networks themselves say it. Anybody can seal credentials to the sender's
 * key: an approval covers whose account it is, so before the first post by any credentials it is asked whose they are, once
 * in a process, and never for each post.
 */
export class Holders {
  readonly #known = new Set<string>();

  /** Why nothing may go out by these credentials; null when they lead to whose account was approved. */
  async refuse(network: Network, access: Access, approved: Holder): Promise<StepFailure | null> {
    const key = keyOf(network, access, approved);
    if (this.#known.has(key)) return null;
    const outcome = await network.holder(access);
    if (outcome.kind !== 'told') return outcome;
    const { remoteId, server } = outcome.holder;
    if (remoteId !== approved.remoteId || server !== approved.server)
      return { kind: 'reconnect', reason: 'another-account' };
    this.#known.add(key);
    return null;
  }
}

/** Of credentials only a hash is kept. */
function keyOf(
  { name }: Network,
  { accountId, credentials }: Access,
  { remoteId, server = '' }: Holder,
): string {
  const all = JSON.stringify([name, accountId, remoteId, server, Object.entries(credentials).toSorted()]);
  return createHash('sha256').update(all).digest('hex');
}
