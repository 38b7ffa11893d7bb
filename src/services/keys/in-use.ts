import { and, eq, gt, like, ne, sql } from 'drizzle-orm';
import { beats } from '../../db/schema/index.ts';
import { beat } from '../beats/beat.ts';
import type { Context, CoreContext } from '../context.ts';

/*
 * A bot that finds chats by the keys before a rotation takes each that was sealed anew for a new one, and a sender cannot open
 * it. So each of them says with which keys it works, and nothing is sealed anew while one works with older ones.
 */

/** How often it is said. */
const everyMs = 10_000;

/** Whoever has said nothing for so long is gone. */
const countsSeconds = 30;

const nameOf = (epoch: number) => `keys ${epoch}`;

/** The names of all that is said so, as `like` takes it: no signs of life of a role. */
export const keyBeats = 'keys %';

/** Says from now on that this process works with the keys of `epoch`; answers how to end that. */
export async function sayKeysInUse(
  ctx: Context,
  { epoch, failed }: { readonly epoch: number; readonly failed: (error: unknown) => void },
): Promise<() => Promise<void>> {
  const say = () => beat(ctx, nameOf(epoch));
  await say();
  let saying: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    saying = say().catch(failed);
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await saying;
    // Whoever else works with them says so again.
    await ctx.db
      .update(beats)
      .set({ at: sql`to_timestamp(0)` })
      .where(eq(beats.role, nameOf(epoch)));
  };
}

/** Whether a bot or a sender with other keys than those of `epoch` gave a sign of life within the last half minute. */
export async function otherKeysInUse(ctx: Pick<CoreContext, 'db'>, epoch: number): Promise<boolean> {
  const [found] = await ctx.db
    .select({ role: beats.role })
    .from(beats)
    .where(
      and(
        like(beats.role, keyBeats),
        ne(beats.role, nameOf(epoch)),
        gt(beats.at, sql`clock_timestamp() - make_interval(secs => ${countsSeconds})`),
      ),
    )
    .limit(1);
  return found !== undefined;
}
