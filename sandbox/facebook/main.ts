/** The stand-in as a process of its own. Usage: `node sandbox/facebook/main.ts [--port 8093]`; prints its address, a Page and its token. */
import { runStandIn } from '../http/run.ts';
import { FacebookStandIn } from './stand-in.ts';

await runStandIn(FacebookStandIn.start, (standIn) => standIn.createPage('Bray'));
