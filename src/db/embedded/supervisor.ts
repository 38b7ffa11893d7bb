/*
 * The parent of the embedded PostgreSQL: a small process of its own, started by `startEmbedded`. It lives in its
 * own session, so that Ctrl-C in a terminal ends Bray in order before its database; and it ends PostgreSQL when
 * the last process that holds the database is gone, also when that one was killed by SIGKILL.
 */
import { appendFileSync, existsSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { chooseAccount } from './account.ts';
import { usableBinaries } from './binaries.ts';
import { prepareCluster, type Setting } from './cluster.ts';
import { explainException } from './errors.ts';
import {
  copiesFolder,
  deleteHome,
  existingLayout,
  giveToOwner,
  homeIn,
  type Layout,
  placeHome,
  writePrivate,
} from './folder.ts';
import { acceptHolders } from './holders.ts';
import { type Lock, takeLock } from './lock.ts';
import { clearTheWay, type Postmaster, restartPostmaster, startPostmaster } from './postmaster.ts';
import type { Supervision, SupervisorNews, SupervisorOrder } from './protocol.ts';

/** A server that ends by itself is started again, but not for ever. */
const RESTARTS = { atMost: 3, withinMs: 60_000 } as const;

/** How long another supervisor may start or end before we give up on it. */
const LOCK_WITHIN_MS = 60_000;

const order = JSON.parse(process.argv[2] ?? '{}') as SupervisorOrder;

/** Aborted when the process that spawned us goes before it holds the database over a connection. */
const abandoned = new AbortController();
process.stdin.on('close', () => abandoned.abort()).on('error', () => abandoned.abort());
process.stdin.resume();
// Whoever spawned us may be gone, and nobody else reads this.
process.stdout.on('error', () => undefined);

function tell(news: SupervisorNews): void {
  process.stdout.write(`${JSON.stringify(news)}\n`);
}

/** A terminal that closes, or a service manager that signals the whole group: holders drain first, then we end. */
function outliveSignals(): void {
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, () => undefined);
}

async function supervise(): Promise<void> {
  const log = (line: string) => tell({ type: 'progress', line });
  const before = existingLayout(order.dataFolder);
  const account = chooseAccount(before === undefined ? [] : [before.cluster, before.home]);
  const layout = placeHome(order.dataFolder, account, log);
  const lock = await waitForLock(layout);
  if (lock === undefined) return tell({ type: 'held' });
  // Of a supervisor that was killed; whoever reads it would look for that one.
  rmSync(layout.supervision, { force: true });
  try {
    const { durable, packages } = order;
    const binaries = usableBinaries(account, { packages, copies: copiesFolder(layout, account), log });
    await serve({ layout, account, binaries, durable, signal: abandoned.signal, log });
  } finally {
    if (order.removeAtEnd) deleteHome(layout, order.dataFolder);
    lock.close();
  }
}

/**
 * Another supervisor has the lock while it starts, serves or ends. Undefined once it serves, for then it is to be
 * joined, or when it does none of these for long.
 */
async function waitForLock(layout: Layout): Promise<Lock | undefined> {
  const deadline = performance.now() + LOCK_WITHIN_MS;
  for (;;) {
    const lock = takeLock(layout.lock, (path) => giveToOwner(layout, path));
    if (lock !== undefined || existsSync(layout.supervision) || performance.now() > deadline) return lock;
    await delay(50, undefined, { signal: abandoned.signal });
  }
}

async function serve(setting: Setting): Promise<void> {
  const { layout } = setting;
  await clearTheWay(setting);
  await prepareCluster(setting);
  const first = await startPostmaster(setting);
  const holders = await acceptHolders();
  const supervision: Supervision = { pid: process.pid, postgresPort: first.port, ...holders.address };
  writePrivate(layout, layout.supervision, JSON.stringify(supervision));
  tell({ type: 'ready' });
  abandoned.signal.addEventListener('abort', () => holders.starterGone());
  if (abandoned.signal.aborted) holders.starterGone();
  const last = await keepRunning(first, setting, holders.allGone);
  rmSync(layout.supervision, { force: true });
  await last?.stop();
  holders.stopped();
}

/** Until the last holder is gone; answers the server to stop, or undefined when it could not be kept alive. */
async function keepRunning(
  first: Postmaster,
  setting: Setting,
  allGone: Promise<void>,
): Promise<Postmaster | undefined> {
  const restarts: number[] = [];
  let current = first;
  for (;;) {
    const event = await Promise.race([
      allGone.then(() => 'gone' as const),
      current.ended.then(() => 'ended' as const),
    ]);
    if (event === 'gone') return current;
    const now = performance.now();
    while (restarts[0] !== undefined && now - restarts[0] > RESTARTS.withinMs) restarts.shift();
    if (restarts.length === RESTARTS.atMost) {
      note(setting.layout, 'PostgreSQL ended again and again; giving up');
      return undefined;
    }
    restarts.push(now);
    note(setting.layout, 'PostgreSQL ended by itself; starting it again');
    current = await restartPostmaster(first.port, { ...setting, signal: new AbortController().signal });
  }
}

function note({ log }: Layout, line: string): void {
  appendFileSync(log, `${new Date().toISOString()} supervisor: ${line}\n`);
}

outliveSignals();
// Every file that others must not read is made with its own mode; the rest PostgreSQL's account has to reach.
process.umask(0o022);
try {
  await supervise();
} catch (error) {
  if (!abandoned.signal.aborted) {
    const { kind, message } = explainException(`The embedded database in ${homeIn(order.dataFolder)}`, error);
    tell({ type: 'failed', kind, message });
  }
  process.exitCode = 1;
}
// The pipe from the process that spawned us would keep this one alive.
process.stdin.destroy();
