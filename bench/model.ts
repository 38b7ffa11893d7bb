/*
 * The model test at length: sequences of steps (hearings recorded, moved, cancelled; chats that follow, leave, block;
 * clocks that jump; outages and crashes), each gone through by the service on a real PostgreSQL and by a simple model of
 * the rules, which imports nothing of the service. Whoever gets something else than the model says, or at another
 * time, is a fault.
 *
 * Usage: npm run model -- [--sequences 10000] [--steps 30] [--seed <number>] [--lanes 2]
 *
 * Exit code 1 with the smallest sequence that was found to come apart.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { openDatabase } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { ownServer } from './support/line-ground.ts';
import { type RunFigures, runSequence } from './support/model/run.ts';
import { anySequence } from './support/model/steps.ts';
import { withSql } from './support/server.ts';

/** After so many sequences a lane begins with empty tables: what lies there from before costs time, and proves nothing. */
const EMPTIED_EVERY = 100;

const { values } = parseArgs({
  options: {
    sequences: { type: 'string', default: '10000' },
    steps: { type: 'string', default: '30' },
    // fast-check's seeds are whole numbers of 32 bits.
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    lanes: { type: 'string', default: '2' },
  },
});
const [sequences, steps, lanes] = [Number(values.sequences), Number(values.steps), Number(values.lanes)];
const sum = { sequences: 0, messages: 0, repeats: 0, expired: 0 };
const began = performance.now();

function count({ messages, repeats, expired }: RunFigures): void {
  sum.sequences += 1;
  sum.messages += messages;
  sum.repeats += repeats;
  sum.expired += expired;
  if (sum.sequences % 250 === 0) console.log(`${sum.sequences} sequences, ${seconds()} s`);
}

const seconds = () => Math.round((performance.now() - began) / 1000);

async function runLane(serverUrl: string, lane: number): Promise<void> {
  const url = new URL(serverUrl);
  url.pathname = `/model_${lane}`;
  await withSql(serverUrl, (sql) => sql.unsafe(`create database model_${lane}`));
  await migrate(url.href);
  const database = openDatabase(url.href, { poolSize: 2, applicationName: 'bray model' });
  let run = 0;
  try {
    await fc.assert(
      fc.asyncProperty(anySequence(steps), async (sequence) => {
        if (run % EMPTIED_EVERY === 0) await database.sql`truncate campaigns cascade`;
        run += 1;
        count(await runSequence(database, sequence));
      }),
      { numRuns: Math.ceil(sequences / lanes), seed: Number(values.seed) + lane },
    );
  } finally {
    await database.close();
  }
}

console.log(`seed ${values.seed}`);
const server = await ownServer();
try {
  await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(server.url, lane)));
  console.log('holds');
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await server.stop();
}
console.table([{ ...sum, steps, seconds: seconds() }]);
