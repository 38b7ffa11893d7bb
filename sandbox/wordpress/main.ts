/**
 * The stand-in as a process of its own. Usage: `node sandbox/wordpress/main.ts [--port 8092]`; prints its address, a user
 * and an application password.
 */
import { parseArgs } from 'node:util';
import { WordpressStandIn } from './stand-in.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const standIn = await WordpressStandIn.start({ port: Number(values.port) });
const { password } = standIn.createUser('bray');
process.stdout.write(`${JSON.stringify({ url: standIn.url, user: 'bray', password })}\n`);

const end = () => {
  void standIn.close();
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
