/** The stand-in as a process of its own. Usage: `node sandbox/facebook/main.ts [--port 8093]`; prints its address, a Page and its token. */
import { parseArgs } from 'node:util';
import { FacebookStandIn } from './stand-in.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const standIn = await FacebookStandIn.start({ port: Number(values.port) });
process.stdout.write(`${JSON.stringify({ url: standIn.url, ...standIn.createPage('Bray') })}\n`);

const end = () => {
  void standIn.close();
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
