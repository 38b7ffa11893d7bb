import { eq } from 'drizzle-orm';
import { successions } from '../../db/schema/index.ts';
import type { SuccessionId } from '../../domain/ids.ts';
import { namingState } from '../../domain/succession.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';
import { staffName } from '../staff/find.ts';
import { openSuccessions, type SuccessionRow, wordsOf } from './find.ts';
import { tellOfSuccession } from './tell-staff.ts';

/**
 * Looks through whom two have named: where one of the two could name no more, however that came about, the naming is in
 * doubt from now on and everybody is told; one that was in doubt for its time is dropped, and everybody is told; one of
 * which both could name again is in doubt no more. Answers of how many something has changed.
 */
export async function doubtSuccessions(ctx: Context): Promise<number> {
  let changed = 0;
  for (const { id, agreedAt } of await openSuccessions(ctx)) {
    // What waits for its second person lapses by itself within a day.
    if (agreedAt !== null && (await inTransaction(ctx, (tx) => lookAt(tx, id)))) changed += 1;
  }
  return changed;
}

type Finding = 'doubted' | 'lapsed' | 'stands';

async function lookAt(tx: Context, successionId: SuccessionId): Promise<boolean> {
  await tx.db
    .select({ id: successions.id })
    .from(successions)
    .where(eq(successions.id, successionId))
    .for('update');
  const row = (await openSuccessions(tx)).find(({ id }) => id === successionId);
  const found = row === undefined ? null : await finding(tx, row);
  if (row === undefined || found === null) return false;
  const now = tx.clock.now();
  const marks = {
    doubted: { doubtedAt: now },
    lapsed: { droppedAt: now },
    stands: { doubtedAt: null },
  } as const satisfies Record<Finding, object>;
  await tx.db.update(successions).set(marks[found]).where(eq(successions.id, successionId));
  await audit(tx, {
    verb: 'successions/doubt',
    subject: { type: 'succession', id: successionId },
    details: { staff: row.staffId, found },
  });
  if (found === 'stands') return true;
  const name = await staffName(tx, row.staffId);
  await tellOfSuccession(tx, { what: found, name, roles: row.roles });
  return true;
}

async function finding(tx: Context, row: SuccessionRow): Promise<Finding | null> {
  if (namingState(row, tx.clock.now()) === 'lapsed') return 'lapsed';
  const { gone } = await wordsOf(tx, row);
  if (row.doubtedAt === null) return gone.length === 0 ? null : 'doubted';
  return gone.length === 0 ? 'stands' : null;
}
