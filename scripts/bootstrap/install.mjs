import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeInstallLock } from './lock.mjs';
import { NODE_MAJOR, npmNode, npmNodePackage } from './node.mjs';

/** Installs what package-lock.json names, when node_modules is missing, unfinished or of another lock file. */
export async function installIfNeeded(root) {
  if (isInstalled(root)) return;
  const release = await takeInstallLock(root);
  try {
    // Somebody else may have installed while we waited.
    if (isInstalled(root)) return;
    if (!adoptInstalled(root)) await install(root);
  } finally {
    release();
  }
}

function stampPath(root) {
  return join(root, 'node_modules', '.bray-lock');
}

/** What an installation is of: the lock file, and the platform that the packages were chosen for. */
function wantedStamp(root) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${hash} ${process.platform}-${process.arch}\n`;
}

function isInstalled(root) {
  const path = stampPath(root);
  return existsSync(path) && readFileSync(path, 'utf8') === wantedStamp(root) && hasNode(root);
}

function hasNode(root) {
  return npmNodePackage() === undefined || npmNode(root) !== undefined;
}

/**
 * Accepts what somebody installed by hand: npm writes node_modules/.package-lock.json last, so when it names what
 * our lock file names, nothing needs to be installed again.
 */
function adoptInstalled(root) {
  const path = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(path) || !hasNode(root)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { packages: found } = JSON.parse(readFileSync(path, 'utf8'));
  const same = ([name, { version, integrity, optional, peer }]) =>
    found[name] === undefined
      ? optional === true || peer === true
      : found[name].version === version && found[name].integrity === integrity;
  if (!Object.entries(wanted).every((entry) => entry[0] === '' || same(entry))) return false;
  writeFileSync(stampPath(root), wantedStamp(root));
  return true;
}

async function install(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  console.error(
    `Installing about ${Math.round(Object.keys(packages).length / 50) * 50} packages from package-lock.json into node_modules.`,
  );
  console.error('This takes about a minute on a good line, and is done only once per version.');
  const beat = setInterval(() => console.error(`  … installing, ${seconds()} s`), 5_000);
  let code;
  try {
    code = await npmCi(root);
  } finally {
    clearInterval(beat);
  }
  if (code !== 0) {
    throw new Error(
      `npm could not install the packages (npm ci ended with ${code}; what it wrote is above).\n` +
        'Usual causes: no network or a proxy that npm does not know, a full disk, or a folder you may not write to.\n' +
        'Mend that and start again: it begins anew, with what was downloaded already in its cache.',
    );
  }
  if (!hasNode(root)) {
    throw new Error(
      `npm left out ${npmNodePackage()}, which brings Node ${NODE_MAJOR} (it skips optional packages that it cannot download).\n` +
        'See that the network holds and that npm is not set to omit optional packages, then start again.',
    );
  }
  writeFileSync(stampPath(root), wantedStamp(root));
  console.error(`Installed in ${seconds()} s.`);
}

/** Runs `npm ci` to its end and answers its exit code. */
function npmCi(root) {
  const words = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  // The very npm that started us, if one did; a bare `npm` on Windows is a script that needs a shell.
  const npm = process.env.npm_execpath;
  const [program, args] = npm?.endsWith('.js') ? [process.execPath, [npm, ...words]] : ['npm', words];
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: program === 'npm' && process.platform === 'win32',
  });
  // Ctrl-C reaches npm from the terminal; we stay to report and to release the lock.
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`npm cannot be started: ${cause.message}`, { cause })));
    child.once('exit', (code, signal) => {
      for (const forwarded of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(forwarded, forward);
      resolve(code ?? signal);
    });
  });
}
