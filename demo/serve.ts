import { logToFile } from './log-file.ts';
import type { DemoOptions } from './options.ts';
import type { DemoRun } from './run.ts';
import { createDemoApp } from './web/app.ts';
import { listenNear } from './web/listen.ts';
import { demoKeys } from './world/keys.ts';
import { issueTokens } from './world/staff.ts';
import { Theatre } from './world/theatre.ts';

/** Builds the scene, serves the page, and says what to open. */
export async function serve(
  { scene, port, exactly }: Extract<DemoOptions, { do: 'serve' }>,
  { dataFolder, serverUrl, say, atEnd }: DemoRun,
): Promise<void> {
  const theatre = new Theatre(
    {
      serverUrl: await serverUrl,
      keys: await demoKeys(dataFolder),
      log: logToFile(dataFolder),
      progress: say,
      failed: (error) => say(`The time machine stopped: ${error instanceof Error ? error.message : error}`),
    },
    scene,
  );
  atEnd(() => theatre.close());
  // The page waits for the scene by itself.
  const page = await listenNear(createDemoApp(theatre).fetch, { port, exactly });
  atEnd(() => page.close());
  say(`
Open

    ${page.url}

The facts are those of public sources. Every message goes to a stand-in for Telegram in this very process and
never leaves the machine; the staff is invented. Ctrl-C ends the demo.
`);
  const { stage } = await theatre.performance();
  const tokens = await issueTokens(stage.world, stage.staff);
  say(`The scene is set, ${process.uptime().toFixed(1)} s after the start. For the admin API, until the scene is changed:
    the author's token    ${tokens.author}
    the approver's token  ${tokens.approver}
`);
}
