import { Failed } from './failed.ts';

/** What Node's file system calls the faults of a file that a person named. */
const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EEXIST: 'There is such a file already. Name a new one.',
  EACCES: 'This user may not read or write there.',
  EISDIR: 'This is a folder. Name a file.',
  ENOSPC: 'The disk is full. Nothing was written.',
};

/** Does `work` on a file that a person named, and says what is wrong with it; `more`: of other libraries' codes. */
export async function explained<R>(
  path: string,
  work: () => Promise<R>,
  more: Readonly<Record<string, string>> = {},
): Promise<R> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const remedy = more[code] ?? remedies[code];
    if (remedy === undefined) throw error;
    throw new Failed(`${path}: ${remedy}`, { cause: error });
  }
}
