import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BroadcastId, PostId, TranslationId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import {
  broadcastsToPrune,
  type PrunePlace,
  pruneDeliveries,
} from '../../../src/services/deliveries/prune.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { lockPost } from '../../../src/services/posts/find.ts';
import { publishPost, serveReaders } from '../../../src/services/posts/publish.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { setLanguage } from '../../../src/services/subscribers/set-language.ts';
import { type TestCampaign, type TestStaff, testCampaign } from '../../helpers/campaign.ts';
import { must } from '../../helpers/must.ts';

let campaign: TestCampaign;
let author: TestStaff;
let approver: TestStaff;
beforeEach(async () => {
  campaign = await testCampaign();
  author = await campaign.staff(['author']);
  approver = await campaign.staff(['approver']);
});
afterEach(() => campaign.close());

async function write(): Promise<PostId> {
  const window = { notBefore: null, notAfter: null };
  const text = { caseId: campaign.caseId, sourceLanguage: 'en', text: 'The court sat today.' } as const;
  return must(await createPost(author.ctx, { ...text, ...window })).postId;
}

async function submit(postId: PostId, language: Language): Promise<TranslationId> {
  return must(await submitPost(author.ctx, { postId, language })).translationId;
}

/** Has a text approved and its post published; answers for how many that was. */
async function publish(postId: PostId, translationId: TranslationId): Promise<number> {
  must(await decidePost(approver.ctx, { translationId, version: 1, decision: 'approved' }));
  return (await publishPost(campaign.job, postId)).deliveries;
}

/** A post on its way to all who follow. */
async function posted(): Promise<PostId> {
  const postId = await write();
  await publish(postId, await submit(postId, 'en'));
  return postId;
}

async function broadcastOf(postId: PostId): Promise<BroadcastId> {
  const [row] = await campaign.sql<
    { id: BroadcastId }[]
  >`select id from broadcasts where post_id = ${postId}`;
  return row!.id;
}

/** As the sender leaves what it has settled now. */
async function settleAll(state = 'sent', outcome: string | null = 'sent'): Promise<void> {
  await campaign.sql`
    update deliveries set state = ${state}, outcome = ${outcome}, settled_at = ${campaign.clock.now().toString()}
    where state = 'planned'`;
}

async function pruneAll(limit = 10_000): Promise<number> {
  let count = 0;
  for (const broadcastId of await broadcastsToPrune(campaign.job)) {
    let after: PrunePlace | null = null;
    do {
      const { pruned, next } = await pruneDeliveries(campaign.job, { broadcastId, after, limit });
      count += pruned;
      after = next;
    } while (after !== null);
  }
  return count;
}

const left = () => campaign.sql`select state, outcome from deliveries order by state, outcome`;
const totals = () => campaign.sql`
  select broadcast_id as "broadcastId", state, outcome, count from broadcast_totals order by state, outcome`;

describe('deliveries that were settled', () => {
  test('go after 72 hours and not before, and their numbers stay', async () => {
    await campaign.followers('en', 3);
    const postId = await posted();
    await settleAll();
    campaign.clock.advance({ hours: 72 });
    expect(await pruneAll()).toBe(0);
    campaign.clock.advance({ seconds: 1 });
    expect(await pruneAll()).toBe(3);
    expect(await left()).toEqual([]);
    expect(await totals()).toEqual([
      { broadcastId: await broadcastOf(postId), state: 'sent', outcome: 'sent', count: 3 },
    ]);
    expect(await broadcastsToPrune(campaign.job)).toEqual([]);
  });

  test('go 72 hours after each was settled, whatever their broadcast waits for; what is not settled stays', async () => {
    await campaign.followers('en', 2);
    await posted();
    await settleAll('failed', 'unreachable blocked');
    campaign.clock.advance({ hours: 50 });
    await campaign.followers('en', 2);
    await posted();
    campaign.clock.advance({ hours: 23 });
    expect(await pruneAll()).toBe(2);
    await settleAll('unknown', 'unknown');
    campaign.clock.advance({ hours: 71 });
    expect(await pruneAll()).toBe(0);
    expect(await left()).toHaveLength(4);
  });

  test('of one that somebody pauses for weeks go too, and what waits in it does not', async () => {
    await campaign.followers('en', 5);
    const postId = await posted();
    await campaign.sql`update broadcasts set state = 'paused' where post_id = ${postId}`;
    await campaign.sql`
      update deliveries set state = 'sent', outcome = 'sent', settled_at = ${campaign.clock.now().toString()}
      where id in (select id from deliveries limit 2)`;
    campaign.clock.advance({ hours: 1000 });
    expect(await pruneAll(2)).toBe(2);
    expect(await left()).toEqual(Array(3).fill({ state: 'planned', outcome: null }));
  });

  test('are counted once, by state and outcome, in whatever batches and rounds they go', async () => {
    const outcomes = [
      ['sent', 'sent'],
      ['failed', 'content'],
      ['failed', null],
      ['cancelled', 'unreachable'],
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 })), { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (rows, limit) => {
          await campaign.sql`truncate deliveries, broadcast_totals, subscribers cascade`;
          const followers = await campaign.followers('en', rows.length);
          const postId = await posted();
          const began = campaign.clock.now();
          for (const [i, [kind, hours]] of rows.entries()) {
            const [state, outcome] = outcomes[kind]!;
            await campaign.sql`
              update deliveries set state = ${state}, outcome = ${outcome},
                settled_at = ${began.add({ hours }).toString()} where subscriber_id = ${followers[i]!}`;
          }
          for (let hour = 0; hour <= 6; hour += 1) {
            campaign.clock.set(began.add({ hours: 72 + hour }));
            const settled = rows.filter(([, hours]) => hours < hour).length;
            await pruneAll(limit);
            expect(await left()).toHaveLength(rows.length - settled);
          }
          const counted = await totals();
          const wanted = Map.groupBy(rows, ([kind]) => kind);
          expect(counted).toHaveLength(wanted.size);
          for (const [kind, of] of wanted) {
            const [state, outcome] = outcomes[kind]!;
            const broadcastId = await broadcastOf(postId);
            expect(counted).toContainEqual({ broadcastId, state, outcome: outcome ?? '', count: of.length });
          }
        },
      ),
      { numRuns: 6 },
    );
  });

  test('whose row somebody has in hand are left for the next time, and nobody waits', async () => {
    const [erased] = await campaign.followers('en', 3);
    await posted();
    await settleAll();
    campaign.clock.advance({ hours: 73 });
    await campaign.sql.begin(async (tx) => {
      await tx`delete from subscribers where id = ${erased!}`;
      expect(await pruneAll()).toBe(2);
    });
    expect(await left()).toEqual([]);
    expect(await totals()).toMatchObject([{ count: 2 }]);
  });

  test('go once when two prune at the same time', async () => {
    await campaign.followers('en', 20);
    await posted();
    await settleAll();
    campaign.clock.advance({ hours: 73 });
    const counts = await Promise.all([pruneAll(3), pruneAll(4), pruneAll(5)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await pruneAll()).toBe(0);
    expect(await totals()).toMatchObject([{ state: 'sent', count: 20 }]);
  });
});

describe('a language that is approved after the deliveries of the others are gone', () => {
  test('goes to its own readers, and to nobody who had the post before', async () => {
    const [moved] = await campaign.followers('en', 3);
    const waiting = await campaign.followers('az', 2);
    const postId = await write();
    // A text that somebody works on keeps its readers waiting.
    must(await editPost(author.ctx, { postId, language: 'az', text: 'Məhkəmə bu gün oldu.' }));
    const az = await submit(postId, 'az');
    expect(await publish(postId, await submit(postId, 'en'))).toBe(3);
    await settleAll();
    campaign.clock.advance({ hours: 80 });
    expect(await pruneAll()).toBe(3);
    await setLanguage(campaign.ctx, { subscriberId: moved!, language: 'az' });
    expect(await publish(postId, az)).toBe(2);
    const told = await campaign.sql<{ id: string }[]>`select subscriber_id as id from deliveries`;
    expect(told.map(({ id }) => id).sort()).toEqual([...waiting].sort());
  });

  test('and planned again and again, brings nobody anything twice', async () => {
    await campaign.followers('en', 2);
    await campaign.followers('az', 2);
    const postId = await posted();
    for (let round = 0; round < 3; round += 1) {
      await settleAll();
      campaign.clock.advance({ hours: 80 });
      await pruneAll();
      const post = await lockPost(campaign.job, postId);
      await serveReaders(campaign.job, post!);
      expect(await left()).toEqual([]);
    }
  });
});
