/*
 * `npm run demo`: the Donkey Bloggers campaign of 2009-10 on this machine, against a Telegram that stands in, with
 * a page on which to watch and use it. `-- --help` names the options.
 *
 * Little is imported here: the database starts while the rest of the program is still being read.
 */
import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { startEmbedded } from '../src/db/embedded/index.ts';
import { type DemoOptions, parseOptions, usage } from './options.ts';
import type { DemoRun } from './run.ts';

/** What ends the demo in order, last first; filled as things are started. */
const endings: (() => Promise<void>)[] = [];
/** Whether somebody has asked for the end. */
let asked = false;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const options = parseOptions(process.argv.slice(2));
if (options.do === 'help') {
  say(usage);
} else if (options.do === 'fail') {
  process.stderr.write(`${options.reason}\n\n${usage}\n`);
  process.exitCode = 2;
} else {
  endOnSignals();
  await run(options);
}

async function run(wanted: Extract<DemoOptions, { do: 'serve' | 'replay' }>): Promise<void> {
  try {
    mkdirSync(wanted.dataFolder, { recursive: true });
    // A fifth of the time that the next start takes.
    enableCompileCache(join(wanted.dataFolder, 'compiled'));
    const demo: DemoRun = {
      dataFolder: wanted.dataFolder,
      serverUrl: startDatabase(wanted.dataFolder),
      say,
      atEnd: (ending) => void endings.push(ending),
    };
    // Whoever needs it is told when it fails; nobody needs it yet.
    demo.serverUrl.catch(() => undefined);
    if (wanted.do === 'serve') {
      const { serve } = await import('./serve.ts');
      await serve(wanted, demo);
    } else {
      const { replay } = await import('./replay.ts');
      await end((await replay(wanted, demo)) ? 0 : 1);
    }
  } catch (error) {
    // What the end has cut off is no fault, and must not cut off the end.
    if (asked) return;
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await end(1);
  }
}

async function startDatabase(dataFolder: string): Promise<string> {
  say('Starting the database …');
  const embedded = await startEmbedded({ dataFolder, log: say });
  // First in the list, so that it is ended last, also when something else was quicker.
  endings.unshift(() => embedded.stop());
  embedded.lost
    .then(() => {
      process.stderr.write('\nThe database has gone. Start the demo again.\n');
      process.exit(1);
    })
    .catch(rethrow);
  return embedded.url;
}

function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Who asks twice does not want to wait for order.
      if (asked) process.exit(130);
      asked = true;
      say('\nEnding …');
      end(0).catch(rethrow);
    });
  }
}

async function end(code: number): Promise<void> {
  for (const ending of endings.splice(0).reverse()) await ending();
  process.exit(code);
}

function rethrow(error: unknown): never {
  throw error;
}
