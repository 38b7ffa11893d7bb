import { logToFile } from './log-file.ts';
import type { DemoOptions } from './options.ts';
import { castFor, wantedLeads } from './replay/cast.ts';
import { kindsTable, type NamedReport, untold } from './replay/kinds.ts';
import { runReplay } from './replay/run.ts';
import { replayTable } from './replay/table.ts';
import type { DemoRun } from './run.ts';
import type { Moment } from './script/moment.ts';
import type { SceneId } from './script/scene-id.ts';
import { readScene } from './script/scenes.ts';
import { createSceneDatabase } from './world/database.ts';
import { demoKeys } from './world/keys.ts';

/** Plays scenes to their end and prints what every chat got. Answers whether all was as it should be. */
export async function replay(
  { scenes }: Extract<DemoOptions, { do: 'replay' }>,
  run: DemoRun,
): Promise<boolean> {
  const reports: NamedReport[] = [];
  for (const id of scenes) reports.push(await replayScene(id, run));
  const clean = reports.every(({ report }) => report.ok);
  // A scene by itself need not have everything.
  if (reports.length === 1) return clean;
  run.say(`\n${kindsTable(reports)}`);
  return clean && untold(reports).length === 0;
}

async function replayScene(
  id: SceneId,
  { dataFolder, serverUrl, say, atEnd }: DemoRun,
): Promise<NamedReport> {
  const database = await createSceneDatabase(await serverUrl, say);
  atEnd(() => database.drop());
  const scene = readScene(id, wantedLeads(castFor(0)));
  const { fictional, name, zone } = scene.archive;
  say(`Playing “${scene.title}” to its end, as fast as Telegram's limits allow …`);
  const report = await runReplay({
    scene,
    databaseUrl: database.url,
    keys: await demoKeys(dataFolder),
    log: logToFile(dataFolder),
    progress: (played, of, moment) => showProgress(say, played, of, moment),
  });
  clearLine();
  const called = `${name.en ?? id}${fictional ? ' (rehearsed: invented)' : ''}`;
  say(`\n${called}\n${replayTable(report, zone)}`);
  return { name: called, report };
}

/** On a terminal one line that changes; into a file a line now and then. */
function showProgress(say: DemoRun['say'], played: number, of: number, { title }: Moment): void {
  if (process.stdout.isTTY) {
    clearLine();
    process.stdout.write(`${played}/${of} ${title.slice(0, 90)}`);
  } else if (played % 20 === 0 || played === of) {
    say(`${played} of ${of} moments`);
  }
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}
