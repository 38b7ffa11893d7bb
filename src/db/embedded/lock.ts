import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** An exclusive lock on a data folder, until it is closed or this process ends. */
export type Lock = Pick<DatabaseSync, 'close'>;

/**
 * Takes the exclusive lock of a data folder; undefined when another process has it. The kernel releases it when
 * this process dies, however it dies: Node has no flock of its own, but the SQLite in it locks its files with
 * fcntl, and the lock file is an empty SQLite database.
 */
export function takeLock(path: string, own: (path: string) => void): Lock | undefined {
  const isNew = !existsSync(path);
  const database = new DatabaseSync(path);
  try {
    database.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive');
    if (isNew) {
      chmodSync(path, 0o600);
      own(path);
    }
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

/** SQLITE_BUSY, 5, is in the low byte of its extended codes too: https://www.sqlite.org/rescode.html (read 2026-11). */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}
