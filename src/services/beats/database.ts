import type { Context } from '../context.ts';
import { beat } from './beat.ts';

/** PostgreSQL's `disk_full` (18, Appendix A, read in November 2026): it still reads, and takes nothing in. */
const DISK_FULL = '53100';

/**
 * Asks the database for the smallest thing that is kept, since one whose disk is full answers every other question.
 * Throws when it does not answer.
 */
export async function askDatabase(ctx: Context): Promise<'takes writes' | 'disk full'> {
  try {
    await beat(ctx, 'web');
    return 'takes writes';
  } catch (error) {
    if (codeOf(error) === DISK_FULL) return 'disk full';
    throw error;
  }
}

/** Drizzle wraps the driver's error. */
function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : codeOf(error.cause);
}
