/*
 * A process of its own that holds an embedded database, for tests that kill one: prints the url and waits for
 * SIGTERM. Arguments: the data folder.
 */
import { startEmbedded } from '../../src/db/embedded/index.ts';

const [, , dataFolder = ''] = process.argv;
console.log('starting');
const embedded = await startEmbedded({ dataFolder, durable: false, log: () => undefined });
console.log(embedded.url);
const alive = setInterval(() => undefined, 1_000);
process.once('SIGTERM', async () => {
  await embedded.stop();
  clearInterval(alive);
});
