import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isSceneId, type SceneId, sceneIds } from './script/scene-id.ts';

/** What the command line of the demo says. */
export type DemoOptions =
  | { readonly do: 'help' }
  | { readonly do: 'fail'; readonly reason: string }
  | {
      readonly do: 'replay';
      /** One after the other. */
      readonly scenes: readonly SceneId[];
      readonly dataFolder: string;
    }
  | {
      readonly do: 'serve';
      readonly scene: SceneId;
      readonly dataFolder: string;
      readonly port: number;
      /** Whether the port was named, so that no other will do. */
      readonly exactly: boolean;
    };

/** All that can happen: to the real case, and what its record lacks to the invented one. */
export const replayed: readonly SceneId[] = ['from-the-start', 'fictional'];

const defaultPort = 4009;
const defaultDataFolder = fileURLToPath(new URL('../.data/demo', import.meta.url));

export const usage = `Usage: npm run demo -- [options]

  --scene <id>    where to begin: ${sceneIds.join(', ')}
                  (default: overnight; with --replay: from-the-start, and then fictional, which has
                  the alerts that the record of the real case lacks)
  --port <n>      the port of the page (default: ${defaultPort}, or the next that is free)
  --replay        play without a person, print what every chat got, and end; exit code 1 when
                  anything is missing, doubled, out of order or late, or an alert was never told
  --data <folder> where the database is kept (default: .data/demo)
  --help          this text`;

/** Reads the demo's arguments; never throws. */
export function parseOptions(args: readonly string[]): DemoOptions {
  let values: { scene?: string; port?: string; data?: string; replay?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        scene: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        replay: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { do: 'fail', reason: error instanceof Error ? error.message : String(error) };
  }
  if (values.help === true) return { do: 'help' };
  const { scene = 'overnight' } = values;
  if (!isSceneId(scene)) return { do: 'fail', reason: `There is no scene "${scene}".` };
  const dataFolder = values.data === undefined ? defaultDataFolder : resolve(values.data);
  if (values.replay === true) {
    return { do: 'replay', scenes: values.scene === undefined ? replayed : [scene], dataFolder };
  }
  const port = Number(values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return { do: 'fail', reason: `"${values.port}" is not a port: choose one from 0 (any) to 65535.` };
  }
  return { do: 'serve', scene, dataFolder, port, exactly: values.port !== undefined };
}
