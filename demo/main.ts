/*
 * `npm run demo`: the Donkey Bloggers campaign of 2009-10 on this machine, against a Telegram that stands in, with
 * a page on which to watch and use it. `-- --help` names the options.
 */
import { mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbedded } from '../src/db/embedded/index.ts';
import { createLog } from '../src/log.ts';
import type { Log } from '../src/services/context.ts';
import { type DemoOptions, parseOptions, usage } from './options.ts';
import { runReplay } from './replay/run.ts';
import { replayTable } from './replay/table.ts';
import { readScene } from './script/scenes.ts';
import { createDemoApp } from './web/app.ts';
import { listenNear } from './web/listen.ts';
import { createSceneDatabase } from './world/database.ts';
import { demoKeys } from './world/keys.ts';
import { issueTokens } from './world/staff.ts';
import { Theatre } from './world/theatre.ts';

type Serve = Extract<DemoOptions, { do: 'serve' }>;
type Replay = Extract<DemoOptions, { do: 'replay' }>;

/** What ends the demo in order, last first; filled as things are started. */
const endings: (() => Promise<void>)[] = [];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const options = parseOptions(process.argv.slice(2));
if (options.do === 'help') {
  say(usage);
} else if (options.do === 'fail') {
  process.stderr.write(`${options.reason}\n\n${usage}\n`);
  process.exitCode = 2;
} else {
  endOnSignals();
  try {
    if (options.do === 'replay') await replay(options);
    else await serve(options);
  } catch (error) {
    process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
    await end(1);
  }
}

async function serve({ scene, dataFolder, port, exactly }: Serve): Promise<void> {
  const began = performance.now();
  const { serverUrl, log } = await prepare(dataFolder);
  const theatre = new Theatre(
    {
      serverUrl,
      keys: await demoKeys(dataFolder),
      log,
      progress: say,
      failed: (error) => say(`The time machine stopped: ${error instanceof Error ? error.message : error}`),
    },
    scene,
  );
  endings.push(() => theatre.close());
  say('Setting the scene …');
  const { stage } = await theatre.performance();
  const page = await listenNear(createDemoApp(theatre).fetch, { port, exactly });
  endings.push(() => page.close());
  const tokens = await issueTokens(stage.world, stage.staff);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`
Ready after ${seconds} s. Open

    ${page.url}

The facts are those of public sources. Every message goes to a stand-in for Telegram in this very process and
never leaves the machine; the staff is invented. Ctrl-C ends the demo.

For the admin API (its address is on the page; good until the scene is changed):
    the author's token    ${tokens.author}
    the approver's token  ${tokens.approver}
`);
}

async function replay({ scene: id, dataFolder }: Replay): Promise<void> {
  const { serverUrl, log } = await prepare(dataFolder);
  const database = await createSceneDatabase(serverUrl, say);
  endings.push(() => database.drop());
  const scene = readScene(id);
  say(`Playing “${scene.title}” to its end, as fast as Telegram's limits allow …`);
  const report = await runReplay({
    scene,
    databaseUrl: database.url,
    keys: await demoKeys(dataFolder),
    log,
    progress: (played, of, { title }) => {
      if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${played}/${of} ${title.slice(0, 90)}`);
      else if (played % 20 === 0 || played === of) say(`${played} of ${of} moments`);
    },
  });
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
  say(replayTable(report, scene.archive.zone));
  await end(report.ok ? 0 : 1);
}

/** What both ways of running need: the database server, and a log that does not fill the terminal. */
async function prepare(dataFolder: string): Promise<{ readonly serverUrl: string; readonly log: Log }> {
  mkdirSync(dataFolder, { recursive: true });
  const embedded = await startEmbedded({ dataFolder, log: say });
  endings.push(() => embedded.stop());
  embedded.lost
    .then(() => {
      process.stderr.write('\nThe database has gone. Start the demo again.\n');
      process.exit(1);
    })
    .catch(rethrow);
  return { serverUrl: embedded.url, log: fileLog(join(dataFolder, 'bray.log')) };
}

function fileLog(path: string): Log {
  const file = openSync(path, 'w', 0o600);
  return createLog('info', { write: (line) => void writeSync(file, line) });
}

function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    let asked = false;
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
