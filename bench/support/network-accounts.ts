import { FacebookStandIn } from '../../sandbox/facebook/stand-in.ts';
import { XStandIn } from '../../sandbox/x/stand-in.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { DEFAULT_GRAPH_VERSION } from '../../src/domain/graph-version.ts';
import type { NetworkName, Networks } from '../../src/domain/network.ts';
import { openNetworks } from '../../src/networks/index.ts';
import type { Subject } from '../../tests/networks/contract.ts';
import { subjectsOn } from '../../tests/networks/subjects.ts';
import { channelWorld, freeSlots } from '../../tests/networks/telegram-subject.ts';

/** The stand-ins of some networks, on which accounts can be opened, and our way to them. */
export interface NetworkAccounts {
  readonly networks: Networks;
  readonly subjects: ReadonlyMap<NetworkName, Subject>;
  close(): Promise<void>;
}

/** Starts them; nothing that is sent twice is refused by any of them. */
export async function networkAccounts(names: readonly NetworkName[], clock: Clock): Promise<NetworkAccounts> {
  const channels = await channelWorld({ timeoutMs: 10_000 });
  const pages = await FacebookStandIn.start({ duplicates: 'taken' });
  const x = await XStandIn.start({ duplicates: 'taken' });
  const opened = openNetworks({
    pollMs: 2,
    telegram: { transport: channels.transport, slots: freeSlots },
    facebook: { root: pages.url, version: DEFAULT_GRAPH_VERSION },
    xServer: x.url,
    email: { publicUrl: 'https://bray.example', farewell: () => 'To get nothing more:' },
  });
  const starts = subjectsOn(channels, pages, x);
  const subjects = new Map<NetworkName, Subject>();
  for (const name of names) subjects.set(name, await starts[name](clock));
  return {
    networks: opened.networks,
    subjects,
    async close() {
      for (const subject of subjects.values()) await subject.close();
      if (!subjects.has('facebook')) await pages.close();
      if (!subjects.has('x')) await x.close();
      await opened.close();
      await channels.close();
    },
  };
}
