import { pruneAttendances as prune } from '../../services/attendances/prune.ts';
import type { Context } from '../../services/context.ts';

/** Forgets how many will attend what is over, or no longer takes place on that day. Logs no count: it may be few. */
export async function pruneAttendances(ctx: Context): Promise<void> {
  await prune(ctx);
}
