import { chmodSync, existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Takes the exclusive lock of a data folder; undefined when another process has it. The kernel releases it when
 * this process dies, however it dies: Node has no flock of its own, but the SQLite in it locks its files with
 * fcntl, and the lock file is an empty SQLite database. Keep the answer: closing it releases the lock.
 */
export function takeLock(path: string, own: (path: string) => void): DatabaseSync | undefined {
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
    // SQLITE_BUSY: https://www.sqlite.org/rescode.html#busy (read 2026-11).
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return undefined;
    throw error;
  }
}
