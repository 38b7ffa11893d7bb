import { logToFile } from './log-file.ts';
import type { DemoOptions } from './options.ts';
import { runReplay } from './replay/run.ts';
import { replayTable } from './replay/table.ts';
import type { DemoRun } from './run.ts';
import type { Moment } from './script/moment.ts';
import { readScene } from './script/scenes.ts';
import { createSceneDatabase } from './world/database.ts';
import { demoKeys } from './world/keys.ts';

/** Plays a scene to its end and prints what every chat got. Answers whether all was as it should be. */
export async function replay(
  { scene: id }: Extract<DemoOptions, { do: 'replay' }>,
  { dataFolder, serverUrl, say, atEnd }: DemoRun,
): Promise<boolean> {
  const database = await createSceneDatabase(await serverUrl, say);
  atEnd(() => database.drop());
  const scene = readScene(id);
  say(`Playing “${scene.title}” to its end, as fast as Telegram's limits allow …`);
  const report = await runReplay({
    scene,
    databaseUrl: database.url,
    keys: await demoKeys(dataFolder),
    log: logToFile(dataFolder),
    progress: (played, of, moment) => showProgress(say, played, of, moment),
  });
  clearLine();
  say(replayTable(report, scene.archive.zone));
  return report.ok;
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
