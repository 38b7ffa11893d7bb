import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createLog } from '../src/log.ts';
import type { Log } from '../src/services/context.ts';

/** The service's log goes into a file of the data folder, written anew by each run: the terminal is for people. */
export function logToFile(dataFolder: string): Log {
  const file = openSync(join(dataFolder, 'bray.log'), 'w', 0o600);
  return createLog('info', { write: (line) => void writeSync(file, line) });
}
