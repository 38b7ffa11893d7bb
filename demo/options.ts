import { parseArgs } from 'node:util';
import { isSceneId, type SceneId, sceneIds } from './script/scenes.ts';

/** What the command line of the demo says. */
export type DemoOptions =
  | { readonly do: 'help' }
  | { readonly do: 'fail'; readonly reason: string }
  | { readonly do: 'replay'; readonly scene: SceneId }
  | { readonly do: 'serve'; readonly scene: SceneId; readonly port: number; readonly exactly: boolean };

const defaultPort = 4009;

export const usage = `Usage: npm run demo -- [options]

  --scene <id>    where to begin: ${sceneIds.join(', ')}
                  (default: overnight; with --replay: from-the-start)
  --port <n>      the port of the page (default: ${defaultPort}, or the next that is free)
  --replay        play the whole scene without a person, print what every chat got, and end;
                  exit code 1 when anything is missing, doubled, out of order or late
  --help          this text`;

/** Reads the demo's arguments; never throws. */
export function parseOptions(args: readonly string[]): DemoOptions {
  let values: { scene?: string; port?: string; replay?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        scene: { type: 'string' },
        port: { type: 'string' },
        replay: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { do: 'fail', reason: error instanceof Error ? error.message : String(error) };
  }
  if (values.help === true) return { do: 'help' };
  const scene = values.scene ?? (values.replay === true ? 'from-the-start' : 'overnight');
  if (!isSceneId(scene)) return { do: 'fail', reason: `There is no scene "${scene}".` };
  if (values.replay === true) return { do: 'replay', scene };
  const port = Number(values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return { do: 'fail', reason: `"${values.port}" is not a port: choose one from 0 (any) to 65535.` };
  }
  return { do: 'serve', scene, port, exactly: values.port !== undefined };
}
