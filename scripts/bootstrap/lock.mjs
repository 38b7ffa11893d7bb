import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits until no other start installs into this folder, then keeps others waiting until the answer is called.
 * The lock is a file with the owner's process number; that of an owner who is gone is taken away.
 */
export async function takeInstallLock(root) {
  // Not inside node_modules, which npm deletes first of all. `.data/` is ours and not in git.
  const folder = join(root, '.data');
  const path = join(folder, 'install.lock');
  const mine = `${path}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(mine, String(process.pid));
  try {
    for (let waited = 0; !tryLink(mine, path); waited += 1) {
      const owner = readOwner(path);
      if (owner !== undefined && !isAlive(owner)) takeAway(path, owner);
      else if (waited === 4) console.error(`Waiting: process ${owner} is installing (its lock is ${path}).`);
      await delay(250);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** A link either comes to be, with its content, or does not: nobody can see a lock half written. */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}

/** Removes the lock of a dead owner, unless another start was quicker and the lock is now its own. */
function takeAway(path, owner) {
  const aside = `${path}.gone.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (readOwner(aside) !== owner) tryLink(aside, path);
  rmSync(aside, { force: true });
}
