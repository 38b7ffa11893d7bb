/**
 * The stand-in as a process of its own.
 *
 * Usage: `node sandbox/telegram/main.ts [--port 8081] [--host 127.0.0.1] [--ledger full|compact] [--tag <regexp>]
 * [--rates 'sliding log'|'fixed window'|'small bucket'|off]`
 */
import { parseArgs } from 'node:util';
import { RATE_MODELS } from './limits.ts';
import { startTelegramStandIn } from './start.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    ledger: { type: 'string', default: 'full' },
    tag: { type: 'string' },
    rates: { type: 'string', default: 'sliding log' },
  },
});
const model = RATE_MODELS.find((name) => name === values.rates);
if (model === undefined) throw new Error(`--rates is one of ${RATE_MODELS.join(', ')}`);
if (values.ledger !== 'full' && values.ledger !== 'compact') throw new Error('--ledger is full or compact');

const running = await startTelegramStandIn({
  port: Number(values.port),
  host: values.host,
  ledger: values.ledger,
  tag: values.tag === undefined ? null : new RegExp(values.tag),
  rates: { model },
});
process.stdout.write(`${JSON.stringify({ url: running.url, port: running.port })}\n`);

const end = () => {
  void running.close();
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
