/*
 * What the checks run first: installs what package-lock.json names where node_modules is missing or of another lock file,
 * as every other script does through `bootstrap.mjs`. Plain JavaScript for Node 20.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './bootstrap/install.mjs';

try {
  await installIfNeeded(dirname(dirname(fileURLToPath(import.meta.url))));
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
