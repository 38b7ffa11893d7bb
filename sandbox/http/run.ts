import { parseArgs } from 'node:util';
import type { HttpStandIn } from './stand-in.ts';

/** Runs a stand-in as a process of its own: `[--port 8091]`. Prints its address, and what whoever uses it has to know. */
export async function runStandIn<S extends HttpStandIn>(
  start: (options: { readonly port: number }) => Promise<S>,
  known: (standIn: S) => Readonly<Record<string, string>>,
): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const standIn = await start({ port: Number(values.port) });
  process.stdout.write(`${JSON.stringify({ url: standIn.url, ...known(standIn) })}\n`);
  const end = () => {
    void standIn.close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
