/**
 * The stand-in as a process of its own. Usage: `node sandbox/wordpress/main.ts [--port 8092]`; prints its address, a user
 * and an application password.
 */
import { runStandIn } from '../http/run.ts';
import { WordpressStandIn } from './stand-in.ts';

await runStandIn(WordpressStandIn.start, (standIn) => ({
  user: 'bray',
  password: standIn.createUser('bray').password,
}));
