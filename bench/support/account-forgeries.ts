import { sql } from 'drizzle-orm';
import { TransactionRollbackError } from 'drizzle-orm/errors';
import { Publisher } from '../../src/sender/publisher.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { type Attack, accountForgeries } from './account-forgery-kinds.ts';
import type { AttackedAccount, AttackedAccounts } from './attacked-accounts.ts';
import type { Random } from './random.ts';
import { type Forgeries, tallyForgeries } from './tally-forgeries.ts';

/**
 * Alters what goes to accounts in `count` ways taken from all the kinds there are, on each network in turn; lets the
 * sender's publisher work on each, and counts by the networks' own ledgers what it sends. Each leaves the database as it was.
 */
export function forgeOnAccounts(world: AttackedAccounts, count: number, random: Random): Promise<Forgeries> {
  return tallyForgeries(accountForgeries, count, (alter, round) => {
    const account = world.accounts[round % world.accounts.length];
    if (account === undefined) throw new Error('There is no account.');
    return attempt(world, account, random, alter);
  });
}

/** What goes out on each account when nobody alters anything: without it, nothing sent would prove nothing. */
export async function unalteredOnAccounts(
  world: AttackedAccounts,
  random: Random,
): Promise<Readonly<Record<string, number>>> {
  const sent: Record<string, number> = {};
  for (const account of world.accounts)
    sent[account.network] = await attempt(world, account, random, async ({ ctx }) => {
      await publishPost(ctx, account.approved);
    });
  return sent;
}

/** How much more stands on the accounts after an alteration, all of which is rolled back but for what the network has. */
async function attempt(
  world: AttackedAccounts,
  account: AttackedAccount,
  random: Random,
  alter: (attack: Attack) => Promise<void>,
): Promise<number> {
  let sent = 0;
  try {
    await world.job.db.transaction(async (db) => {
      const ctx = { ...world.job, db };
      let before = await account.standing();
      let now = (): Temporal.Instant => world.job.clock.now();
      const clock = { ...ctx.clock, now: () => now() };
      const publish = async () => {
        const lease = { epoch: world.epoch, valid: () => true, lost: new AbortController().signal };
        const publisher = new Publisher({ ctx: { ...ctx, clock }, lease, opener: world.opener });
        // A thread has as many rounds as parts.
        for (let rounds = 0; rounds < 5; rounds += 1) {
          await publisher.round();
          await publisher.idle();
        }
      };
      await alter({
        ctx,
        world,
        account,
        random,
        async settle() {
          await publish();
          before = await account.standing();
        },
        at(instant) {
          now = () => instant;
        },
      });
      await publish();
      // In a transaction that has failed nothing could have gone out.
      await db.execute(sql`select 1`);
      sent = (await account.standing()) - before;
      db.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error;
  }
  return sent;
}
