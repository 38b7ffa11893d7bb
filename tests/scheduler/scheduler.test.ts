import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { safeError } from '../../src/log.ts';
import { publishPosts } from '../../src/scheduler/jobs/publish-posts.ts';
import { createScheduler, type Scheduler, type SchedulerDeps } from '../../src/scheduler/scheduler.ts';
import { actingAs } from '../../src/services/context.ts';
import { nextPostDue } from '../../src/services/posts/due.ts';
import { readPost } from '../../src/services/posts/read.ts';
import { type TestCampaign, testCampaign } from '../helpers/campaign.ts';
import { plannedDeliveries } from '../helpers/deliveries.ts';
import { announce, pair } from '../helpers/hearing.ts';
import { approvedPost } from '../helpers/posts.ts';

let campaign: TestCampaign;
let scheduler: Scheduler;

beforeAll(async () => {
  campaign = await testCampaign({ at: '2009-11-09T08:00:00Z' });
  await campaign.followers('en', 1);
  await queueOfAnEarlierVersion('dispatch-alerts');
  scheduler = createScheduler(deps());
});
afterAll(async () => {
  await scheduler.stop();
  await campaign.close();
});

function deps(): SchedulerDeps {
  return {
    context: (name) => actingAs(campaign.job, { kind: 'job', name }),
    databaseUrl: campaign.url,
    sql: campaign.sql,
    safeError,
  };
}

/** As the monitor leaves it when a run was active at that moment. */
async function queueOfAnEarlierVersion(name: string): Promise<void> {
  const boss = new PgBoss({ connectionString: campaign.url, max: 1 });
  await boss.start();
  await boss.createQueue(name, { policy: 'stately' });
  await boss.stop({ graceful: false });
  await campaign.sql`update pgboss.queue set singletons_active = array[null]::text[] where name = ${name}`;
}

test('an approved text is due now, also without a window: nobody needs to have heard the wake', async () => {
  expect(await nextPostDue(campaign.job)).toBeNull();
  const { postId } = await approvedPost(campaign);
  expect((await nextPostDue(campaign.job))?.equals(campaign.clock.now())).toBe(true);
  await publishPosts(campaign.job, safeError);
  expect((await readPost(campaign.job, postId))?.state).toBe('published');
  expect(await nextPostDue(campaign.job)).toBeNull();
});

test('a post that fails keeps back none of the others', async () => {
  const [failing, other] = [await approvedPost(campaign), await approvedPost(campaign)];
  await campaign.sql`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`;
  await campaign.sql.unsafe(`
    create trigger refuse before update on translations for each row
    when (old.post_id = '${failing.postId}') execute function refuse()`);
  await expect(publishPosts(campaign.job, safeError)).rejects.toThrow('see the log');
  await campaign.sql`drop trigger refuse on translations`;
  expect((await readPost(campaign.job, failing.postId))?.state).toBe('approved');
  expect((await readPost(campaign.job, other.postId))?.state).toBe('published');
});

test('what falls due goes out at once, also on a queue of which an earlier version believed that it runs', async () => {
  await scheduler.start();
  await announce(campaign, await pair(campaign));
  await vi.waitFor(
    async () => expect((await plannedDeliveries(campaign)).map(({ kind }) => kind)).toContain('alert'),
    { timeout: 8_000, interval: 50 },
  );
});

test('at the start what is due is seen to first, then what looks at everything, one after the other', async () => {
  await scheduler.stop();
  const begun: string[] = [];
  scheduler = createScheduler({
    ...deps(),
    context: (name) => {
      begun.push(name);
      return deps().context(name);
    },
  });
  await announce(campaign, await pair(campaign));
  const inOrder = ['replan-reminders', 'ask-again', 'sign-audit-head', 'prune-attendances'];
  const looks = () => begun.filter((name) => inOrder.includes(name));
  const begins = (name: string) =>
    vi.waitFor(() => expect(begun).toContain(name), { timeout: 8_000, interval: 20 });
  await campaign.db.transaction(async (deciding) => {
    await deciding.execute(sql`select from hearings for update`);
    // The alert is due, and waits for somebody who changes its case.
    await campaign.db.transaction(async (changing) => {
      await changing.execute(sql`select from cases for update`);
      await scheduler.start();
      await begins('dispatch-alerts');
      await delay(300);
      expect(looks()).toEqual([]);
    });
    // Now it can go; what looks at every hearing waits for somebody who decides on one.
    await begins('replan-reminders');
    await delay(300);
    expect(looks()).toEqual(['replan-reminders']);
  });
  await begins('prune-attendances');
  expect(looks()).toEqual(inOrder);
});
