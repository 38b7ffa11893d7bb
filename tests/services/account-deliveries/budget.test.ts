import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { XStandIn } from '../../../sandbox/x/stand-in.ts';
import { accounts } from '../../../src/db/schema/index.ts';
import type { AccountId, PostId } from '../../../src/domain/ids.ts';
import { formatUsd } from '../../../src/i18n/format.ts';
import { openNetworks } from '../../../src/networks/index.ts';
import { listAccounts } from '../../../src/services/accounts/list.ts';
import { resumeAccount } from '../../../src/services/accounts/resume.ts';
import { setBudget } from '../../../src/services/accounts/set-budget.ts';
import { reviewText } from '../../../src/services/posts/review.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { must } from '../../helpers/must.ts';
import { type PublishingWorld, publishingWorld } from '../../networks/world.ts';

let standIn: XStandIn;
let opened: ReturnType<typeof openNetworks>;
let world: PublishingWorld;
let id: string;
let accountId: AccountId;

beforeAll(async () => {
  standIn = await XStandIn.start();
  opened = openNetworks({ xServer: standIn.url });
  world = await publishingWorld(opened.networks);
  standIn.now = () => world.clock.now();
  const { id: made, ...credentials } = standIn.createAccount('bray');
  id = made;
  accountId = await world.connect('x', credentials);
});
afterAll(async () => {
  await world.close();
  await standIn.close();
  await opened.close();
});

const budget = (usdMicros: number | null) => setBudget(world.author.ctx, { accountId, usdMicros });
const account = async () => (await listAccounts(world.author.ctx)).find((one) => one.id === accountId);

async function publish(text: string): Promise<PostId> {
  const postId = await world.post([accountId], { en: text });
  await world.approve(postId);
  await world.publish(postId);
  return postId;
}

test('what is spent in a month is summed, refused above its budget before approval, and stops the account', async () => {
  expect(await setBudget(world.approver.ctx, { accountId, usdMicros: 0 })).toMatchObject({ ok: false });
  must(await budget(250_000));
  const first = await publish('See bray.org/a for more.');
  // Whoever decides is shown it.
  const review = await reviewText(world.approver.ctx, { postId: first, language: 'en' });
  expect(review?.accounts.map(({ costUsdMicros }) => costUsdMicros)).toEqual([200_000]);
  expect(formatUsd('en', 200_000)).toBe('US$0.20');
  expect(formatUsd('en', 15_000)).toBe('US$0.015');
  await world.settle(await world.newPublisher());
  expect((await account())?.spending).toEqual({ spent: 200_000, planned: 0 });

  const dear = await world.post([accountId], { en: 'See bray.org/b for more.' });
  expect(await submitPost(world.author.ctx, { postId: dear, language: 'en' })).toMatchObject({
    ok: false,
    refusal: { code: 'over-budget', cost: 200_000, left: 50_000, budget: 250_000 },
  });

  // What was planned before counts too; and what was approved before the budget was lowered is stopped, not lost.
  await publish('The first without an address.');
  expect((await account())?.spending).toEqual({ spent: 200_000, planned: 15_000 });
  must(await budget(210_000));
  const publisher = await world.newPublisher();
  await world.settle(publisher);
  expect(standIn.ledger(id)).toHaveLength(1);
  expect(await account()).toMatchObject({ state: 'paused', stoppedFor: 'budget', pausedBy: null });

  // A new month is a new budget.
  world.clock.set(
    world.clock.now().toZonedDateTimeISO('UTC').add({ months: 1 }).with({ day: 1 }).toInstant(),
  );
  expect((await account())?.spending.spent).toBe(0);
  must(await budget(null));
  await publish('In the new month.');
  must(await resumeAccount(world.approver.ctx, accountId));
  await world.settle(publisher);
  expect(standIn.ledger(id).at(-1)?.text).toBe('In the new month.');
  const [row] = await world.db.select().from(accounts).where(eq(accounts.id, accountId));
  expect(row?.state).toBe('active');
});
