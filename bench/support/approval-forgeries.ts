import { TransactionRollbackError } from 'drizzle-orm/errors';
import type { HearingId, PostId } from '../../src/domain/ids.ts';
import { dispatchNextAlert } from '../../src/services/alerts/dispatch.ts';
import type { SigningContext } from '../../src/services/context.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { type Attacked, approvalForgeries } from './approval-forgery-kinds.ts';
import type { Random } from './random.ts';
import { type Forgeries, tallyForgeries } from './tally-forgeries.ts';

/**
 * Alters approvals, and what was approved, in `count` ways taken from all the kinds there are; lets the scheduler work
 * on each, and counts what it plans for followers. Each leaves everything as it was.
 */
export function forge(world: Attacked, count: number, random: Random): Promise<Forgeries> {
  return tallyForgeries(approvalForgeries, count, (alter) =>
    attempt(world, (ctx) => alter(ctx, world, random)),
  );
}

/** What goes out when nobody alters anything: without it, nothing sent would prove nothing. */
export async function unaltered(
  world: Attacked,
): Promise<{ readonly post: number; readonly release: number; readonly hearing: number }> {
  return {
    post: await attempt(world, () => Promise.resolve(world.approved)),
    release: await attempt(world, () => Promise.resolve(world.release)),
    hearing: await attempt(world, () => Promise.resolve(world.hearing)),
  };
}

/** How many deliveries the scheduler plans after an alteration, all of it rolled back. */
async function attempt(
  world: Attacked,
  alter: (ctx: SigningContext) => Promise<PostId | HearingId>,
): Promise<number> {
  let planned = 0;
  try {
    await world.job.db.transaction(async (db) => {
      const ctx = { ...world.job, db };
      const subject = await alter(ctx);
      if (subject === world.hearing) {
        const dispatched = await dispatchNextAlert(ctx);
        if (dispatched?.state === 'failed') throw dispatched.error;
        planned = dispatched?.deliveries ?? 0;
      } else {
        planned = (await publishPost(ctx, subject as PostId)).deliveries;
      }
      db.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error;
  }
  return planned;
}
