/*
 * `node scripts/bootstrap.mjs <entry.ts> [arguments]`: what every npm script starts. Plain JavaScript for Node 20
 * without dependencies, since it runs before anything is installed. It installs from the lock file when
 * node_modules is missing or older than the lock, then runs the entry under the Node 26 that comes with it.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installIfNeeded } from './bootstrap/install.mjs';
import { NODE_MAJOR, npmNode } from './bootstrap/node.mjs';

/**
 * What was made lately is collected once 64 MB of it are there, not 16: what a sender holds of a claim lives just long
 * enough to be copied again and again otherwise, for a tenth of its time.
 */
const YOUNG_SPACE = ['--max-semi-space-size=64'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [entry, ...args] = process.argv.slice(2);

if (entry === undefined) fail('Usage: node scripts/bootstrap.mjs <entry.ts> [arguments]');
try {
  await installIfNeeded(root);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
useHooks();
run(chooseNode(), resolve(root, entry), args);

function fail(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

/** Git runs our pre-commit check; a hooks folder that somebody set for themselves is left alone. */
function useHooks() {
  if (process.env.CI || !existsSync(join(root, '.git'))) return;
  const git = (...words) => spawnSync('git', ['-C', root, 'config', ...words], { encoding: 'utf8' });
  const { status, stdout } = git('--get', 'core.hooksPath');
  // Status 1: not set. Anything else (no git, a checkout of another user's) is no reason not to start.
  if (status === 1 && stdout === '') git('core.hooksPath', '.githooks');
}

function chooseNode() {
  const installed = npmNode(root);
  if (installed !== undefined) return installed;
  const [major] = process.versions.node.split('.');
  if (Number(major) >= NODE_MAJOR) return process.execPath;
  return fail(
    `Bray needs Node ${NODE_MAJOR}, and npm has none for ${process.platform}-${process.arch}. ` +
      `Install Node ${NODE_MAJOR} or newer from https://nodejs.org and start again (this is ${process.version}).`,
  );
}

function run(node, program, words) {
  const flags = [...YOUNG_SPACE, ...preload('follow'), ...preload('quick-imports')];
  const child = spawn(node, [...flags, program, ...words], {
    // The fourth is a pipe on which nothing is ever written: its end tells the child that we are gone, also
    // when we were killed by SIGKILL.
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: {
      // Node then keeps what it compiled: a start takes about a third less of the processor's time.
      NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
      ...process.env,
      PATH: join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH ?? ''),
      BRAY_FOLLOW: String(process.pid),
    },
  });
  child.stdio[3].on('error', () => undefined);
  child.once('error', (error) => {
    if (error.code === 'ENOENT' && existsSync(node)) {
      fail(
        `${node} does not run here: it needs glibc, which this system (Alpine?) lacks. Use a system with glibc.`,
      );
    }
    fail(`${node} cannot be started: ${error.message}`);
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  forwardSignals(child);
}

/** Node's words for running one of our preloads first. */
function preload(name) {
  return ['--import', pathToFileURL(join(root, 'scripts', 'bootstrap', `${name}.mjs`)).href];
}

/**
 * A terminal's Ctrl-C, or its closing, reaches the whole process group, so the child has it already, and a second
 * one would mean "at once" to it; npm moreover repeats to us what it got. Without a terminal nobody else tells
 * the child.
 */
function forwardSignals(child) {
  const last = { signal: undefined, at: Number.NEGATIVE_INFINITY };
  const told = (signal) => {
    const repeated = last.signal === signal && performance.now() - last.at < 1_000;
    const fromTerminal = signal !== 'SIGTERM' && (process.stdin.isTTY || process.stdout.isTTY);
    Object.assign(last, { signal, at: performance.now() });
    if (!repeated && !fromTerminal) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, told);
  followNpm(() => {
    if (last.signal === undefined) told('SIGTERM');
  });
}

/** An npm that was killed by SIGKILL tells nobody, but whom it started has another parent from then on. */
function followNpm(whenGone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  // npm starts a shell with our command, which becomes us (bash) or waits for us (dash).
  const shell = processOf(process.ppid)?.commandLine.includes('bootstrap.mjs') ? process.ppid : undefined;
  const parent = () => (shell === undefined ? process.ppid : processOf(shell)?.parent);
  const npm = parent();
  const watch = setInterval(() => {
    if (parent() === npm) return;
    clearInterval(watch);
    whenGone();
  }, 500);
}

/** What Linux tells of a process; undefined when it is gone, or on another system. */
function processOf(pid) {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    // "1234 (a name) S 1 …": the parent comes second after the name.
    const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
    return { commandLine, parent };
  } catch {
    return undefined;
  }
}
