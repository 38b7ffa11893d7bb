/*
 * What share of Telegram's free limit is used, with a backlog without end and no answer 429. In virtual time: four
 * models of the server over three of the network, and wild networks against what can be used for certain there. In
 * real time: a sender in a process of its own, while a second stands by, against a stand-in that refuses what is
 * faster than its limit.
 */
import type { Measurement } from '../support/bench.ts';
import { pacedInRealTime, pacedInVirtualTime, refusedOverNetworks } from '../support/paced.ts';

export const paced: Measurement = {
  name: 'paced',
  async measure(bench) {
    const virtual = pacedInVirtualTime({ seeds: bench.quick ? 1 : 5 });
    const refused = refusedOverNetworks({ networks: bench.quick ? 20 : 2000 });
    const real = await pacedInRealTime(bench, { seconds: bench.quick ? 10 : 120 });
    return [...virtual, refused, real];
  },
};
