/** Why the embedded database could not be had. Each kind comes with a remedy in its message. */
export type EmbeddedFailure =
  | 'unsupported platform'
  | 'missing library'
  | 'wrong major version'
  | 'held by another process'
  | 'disk full'
  | 'no permission'
  | 'no port'
  | 'no memory'
  | 'no account'
  | 'damaged data'
  | 'unexplained';

/** A start of the embedded database that failed. The message is written for the operator: what, then remedy. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
  readonly kind: EmbeddedFailure;

  constructor(kind: EmbeddedFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

interface Symptom {
  readonly pattern: RegExp;
  readonly kind: EmbeddedFailure;
  readonly remedy: string;
}

/**
 * What PostgreSQL 18 and the dynamic linker print (in the C locale, which we force), and what to do about it.
 * The first match counts, so the more telling symptoms come first.
 */
const SYMPTOMS: readonly Symptom[] = [
  {
    pattern: /error while loading shared libraries: (\S+?):|Library not loaded: (\S+)/,
    kind: 'missing library',
    remedy:
      'Install the system package that brings this library, or set DATABASE_URL to a PostgreSQL server.',
  },
  {
    pattern: /database files are incompatible with server/,
    kind: 'wrong major version',
    remedy:
      'Start the version of Bray that wrote this folder, take a backup with it, and restore that backup into a new folder.',
  },
  {
    pattern: /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/,
    kind: 'disk full',
    remedy: 'Free some space (300 MB at least), or choose a data folder on another disk.',
  },
  {
    pattern: /Address already in use|could not bind IPv4 address|could not create any TCP\/IP sockets/,
    kind: 'no port',
    remedy:
      'PostgreSQL could not listen on 127.0.0.1. See which programs hold the ports and whether the loopback device is up.',
  },
  {
    pattern: /could not look up effective user ID|user does not exist/,
    kind: 'no account',
    remedy:
      'PostgreSQL needs a user id that has a line in /etc/passwd. Run Bray as such a user, or set DATABASE_URL to a PostgreSQL server.',
  },
  {
    pattern:
      /could not (?:map anonymous|create) shared memory|could not create semaphores|Cannot allocate memory/,
    kind: 'no memory',
    remedy: 'Give the machine or container more memory (and /dev/shm), and start again.',
  },
  {
    pattern:
      /Permission denied|Operation not permitted|Read-only file system|has invalid permissions|has wrong ownership|EACCES|EPERM|EROFS/,
    kind: 'no permission',
    remedy:
      'Make the data folder writable for the user who runs Bray (chown -R), on a file system that is not read-only.',
  },
  {
    pattern: /lock file "postmaster\.pid" already exists|pre-existing shared memory block/,
    kind: 'held by another process',
    remedy: 'Another PostgreSQL still uses this folder. End it, then start again.',
  },
  {
    pattern:
      /could not locate a valid checkpoint record|invalid (?:primary )?checkpoint record|could not (?:open|read) file "(?:global|base|pg_wal)|corrupt|PANIC/,
    kind: 'damaged data',
    remedy:
      'Keep a copy of the folder as it is, then restore the last backup into a new folder. Do not delete files in it by hand.',
  },
];

/** Turns what a PostgreSQL program wrote before it gave up into an error that names the cause and the remedy. */
export function explain(doing: string, output: string, cause?: unknown): EmbeddedDatabaseError {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const options = cause === undefined ? undefined : { cause };
  for (const { pattern, kind, remedy } of SYMPTOMS) {
    const line = lines.find((candidate) => pattern.test(candidate));
    if (line !== undefined) return new EmbeddedDatabaseError(kind, `${doing}: ${line}. ${remedy}`, options);
  }
  const said = lines.slice(-5).join(' / ') || 'it said nothing';
  return new EmbeddedDatabaseError('unexplained', `${doing}: ${said}`, options);
}

/** The same for an exception of ours or of Node (a full disk, a folder we may not write). */
export function explainException(doing: string, error: unknown): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  return explain(doing, error instanceof Error ? error.message : String(error), error);
}
