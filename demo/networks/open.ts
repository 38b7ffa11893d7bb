import { openBluesky } from './bluesky.ts';
import { openEmail } from './email.ts';
import { openFacebook } from './facebook.ts';
import { openMastodon } from './mastodon.ts';
import type { DemoNetwork, Surroundings } from './network.ts';
import { openChannel } from './telegram.ts';
import { openWordpress } from './wordpress.ts';
import { openX } from './x.ts';

/** All seven networks, each with an account in another language, in the order in which they are shown. */
export function openDemoNetworks(around: Surroundings): Promise<DemoNetwork[]> {
  return Promise.all([
    openX(around),
    openChannel(around),
    openMastodon(around),
    openFacebook(around),
    openBluesky(),
    openWordpress(around),
    openEmail(),
  ]);
}
