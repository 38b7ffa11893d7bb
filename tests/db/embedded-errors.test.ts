import { describe, expect, test } from 'vitest';
import { type EmbeddedFailure, explain, explainException } from '../../src/db/embedded/errors.ts';

/** What the programs really print (PostgreSQL 18, glibc), and what we make of it. */
const CASES: readonly (readonly [EmbeddedFailure, string])[] = [
  [
    'missing library',
    'postgres: error while loading shared libraries: libicui18n.so.60: cannot open shared object file: No such file or directory',
  ],
  ['wrong major version', 'FATAL:  database files are incompatible with server'],
  ['disk full', 'PANIC:  could not write to file "pg_wal/xlogtemp.17": No space left on device'],
  ['no port', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use'],
  ['no account', 'initdb: error: could not look up effective user ID 1234: user does not exist'],
  ['no memory', 'FATAL:  could not map anonymous shared memory: Cannot allocate memory'],
  ['no permission', 'FATAL:  data directory "/x/cluster" has wrong ownership'],
  ['no permission', 'initdb: error: could not access directory "/x": Permission denied'],
  ['held by another process', 'FATAL:  lock file "postmaster.pid" already exists'],
  ['damaged data', 'PANIC:  could not locate a valid checkpoint record at 0/1'],
];

describe('what PostgreSQL prints', () => {
  test.each(CASES)('is told as: %s', (kind, line) => {
    const told = explain('It failed', `LOG:  starting\n${line}\nLOG:  database system is shut down\n`);
    expect(told.kind).toBe(kind);
    expect(told.message).toContain(line);
    // The symptom, then what to do about it.
    expect(told.message.length).toBeGreaterThan(line.length + 40);
  });

  test('is given as it is when we do not know it', () => {
    const told = explain('It failed', 'something new\n');
    expect(told.kind).toBe('unexplained');
    expect(told.message).toBe('It failed: something new');
  });
});

test('an exception of the system keeps its cause', () => {
  const cause = Object.assign(new Error("ENOSPC: no space left on device, mkdir '/x'"), { code: 'ENOSPC' });
  const told = explainException('It failed', cause);
  expect(told.kind).toBe('disk full');
  expect(told.cause).toBe(cause);
});
