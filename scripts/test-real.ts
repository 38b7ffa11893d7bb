/*
 * What `npm run test:real` runs: installs what tests/real/servers/package-lock.json names, compiles the one native part where there
 * is a compiler, and runs the suite there. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'tests', 'real', 'servers');
const compiled = join(folder, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node');
/** The npm Node comes with the headers of its own version, so that nothing is fetched for compiling. */
const nodedir = dirname(dirname(process.execPath));

if (!isInstalled()) install();
if (!existsSync(compiled)) compile();
const words = ['scripts/test.ts', '--config', 'tests/real/vitest.config.ts', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, [...process.execArgv, ...words], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);

/** What npm keeps of an installation, to be as new as the lock file. */
function isInstalled(): boolean {
  const kept = statSync(join(folder, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false });
  return kept !== undefined && kept.mtimeMs > statSync(join(folder, 'package-lock.json')).mtimeMs;
}

function install(): void {
  if (npm('ci', '--no-audit', '--no-fund', '--loglevel=error')) return;
  console.error(`\n  The real servers could not be installed (${folder}).\n\n0 passed, 1 failed`);
  process.exit(1);
}

function npm(...args: string[]): boolean {
  const env = { ...process.env, npm_config_nodedir: nodedir };
  return spawnSync('npm', args, { cwd: folder, stdio: 'inherit', env }).status === 0;
}

function compile(): void {
  const missing = ['make', 'c++', 'python3'].filter(
    (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
  );
  // No other package's install script is run.
  if (missing.length > 0) {
    const reason = `${missing.join(', ')} not found`;
    console.error(`\n  SKIPPED: Bluesky's real server does not run here (${reason}). All else is tested.\n`);
    return;
  }
  if (npm('rebuild', 'better-sqlite3', '--ignore-scripts=false') && existsSync(compiled)) return;
  console.error('\n  The native part of the real servers could not be compiled.\n\n0 passed, 1 failed');
  process.exit(1);
}
