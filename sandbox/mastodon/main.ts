/** The stand-in as a process of its own. Usage: `node sandbox/mastodon/main.ts [--port 8091]`; prints its address and a token. */
import { runStandIn } from '../http/run.ts';
import { MastodonStandIn } from './stand-in.ts';

await runStandIn(MastodonStandIn.start, (standIn) => ({ token: standIn.createAccount('bray').token }));
