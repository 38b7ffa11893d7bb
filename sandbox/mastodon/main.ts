/** The stand-in as a process of its own. Usage: `node sandbox/mastodon/main.ts [--port 8091]`; prints its address and a token. */
import { parseArgs } from 'node:util';
import { MastodonStandIn } from './stand-in.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
const standIn = await MastodonStandIn.start({ port: Number(values.port) });
const { token } = standIn.createAccount('bray');
process.stdout.write(`${JSON.stringify({ url: standIn.url, token })}\n`);

const end = () => {
  void standIn.close();
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
