import { auditEntries } from '../../src/db/schema/index.ts';
import type { Database } from '../../src/services/context.ts';

/** Numbers of details that count no readers. Whoever adds one here says so of it. */
const countNoReaders: ReadonlySet<string> = new Set([
  'revision',
  'version',
  'epoch',
  'persons',
  'toAccounts',
  // Staff.
  'asked',
  // Staff and approvals.
  'needed',
  'given',
  'callsAgain',
  'callsDropped',
]);

/** Each detail of all audit entries there are that may count readers and tells a number under 20. */
export async function exactCounts(db: Database): Promise<string[]> {
  const entries = await db.select().from(auditEntries);
  return entries.flatMap(({ verb, details }) =>
    Object.entries(details).flatMap(([name, value]) =>
      typeof value === 'number' && value < 20 && !countNoReaders.has(name)
        ? [`${verb}: ${name} ${value}`]
        : [],
    ),
  );
}
