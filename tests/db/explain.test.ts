/*
 * The hot statements, as the code itself gives them to the driver, explained on a database of some depth. Each must
 * be answered through indexes, whether PostgreSQL plans for its parameters or for any, and look at no more than
 * its share of rows: an index can be walked from end to end too.
 */

import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { broadcasts, deliveries } from '../../src/db/schema/index.ts';
import { type AlertId, type BroadcastId, type CallId, type DeliveryId, newId } from '../../src/domain/ids.ts';
import { nextAlertDue } from '../../src/services/alerts/dispatch.ts';
import { factsToldBeforeEach } from '../../src/services/alerts/told.ts';
import { listDeadLetters } from '../../src/services/broadcasts/dead-letters.ts';
import { finishBroadcasts } from '../../src/services/broadcasts/finish.ts';
import { observeBroadcast } from '../../src/services/broadcasts/observe.ts';
import { overtakeAlerts } from '../../src/services/broadcasts/overtake.ts';
import { findReminded, overtakeReminded } from '../../src/services/broadcasts/overtake-reminded.ts';
import { planBroadcast } from '../../src/services/broadcasts/plan.ts';
import { planTogether } from '../../src/services/broadcasts/plan-together.ts';
import { listBroadcasts, readBroadcast } from '../../src/services/broadcasts/progress.ts';
import { readersOf } from '../../src/services/broadcasts/readers.ts';
import { resendDeliveries } from '../../src/services/broadcasts/resend.ts';
import { broadcastsToWithdraw, withdrawPlanned } from '../../src/services/broadcasts/withdraw-planned.ts';
import { cancelHalted } from '../../src/services/deliveries/cancel-halted.ts';
import { checkHeld } from '../../src/services/deliveries/check-held.ts';
import { claimDeliveries } from '../../src/services/deliveries/claim.ts';
import { claimCalls } from '../../src/services/deliveries/claim-calls.ts';
import { lookForDue } from '../../src/services/deliveries/look.ts';
import { nextDue } from '../../src/services/deliveries/next-due.ts';
import { broadcastsToPrune, pruneDeliveries } from '../../src/services/deliveries/prune.ts';
import { putBackOrphans } from '../../src/services/deliveries/put-back-orphans.ts';
import { putOffQuiet, quietNow } from '../../src/services/deliveries/quiet.ts';
import { recover } from '../../src/services/deliveries/recover.ts';
import { type SettledEnd, settleDeliveries } from '../../src/services/deliveries/settle.ts';
import { settleCalls } from '../../src/services/deliveries/settle-calls.ts';
import { duePosts, nextPostDue } from '../../src/services/posts/due.ts';
import { isWorthPaying } from '../../src/services/stars/worth-paying.ts';
import { cancelDeliveries } from '../../src/services/subscribers/cancel-deliveries.ts';
import { forgetChat } from '../../src/services/subscribers/forget.ts';
import { readContent } from '../../src/services/subscribers/read-content.ts';
import { setDiscreet } from '../../src/services/subscribers/set-discreet.ts';
import { handleUpdate } from '../../src/services/updates/handle.ts';
import type { InboxContext } from '../../src/services/updates/inbox.ts';
import { nextRetry, openLanes, openUpdate } from '../../src/services/updates/open.ts';
import { pruneUpdates } from '../../src/services/updates/prune.ts';
import { receiveUpdates } from '../../src/services/updates/receive.ts';
import { type Explained, explain } from './explain/plans.ts';
import { CHANGES, type DeepCampaign, deepCampaign } from './explain/world.ts';

const EPOCH = 1;

let deep: DeepCampaign;
beforeAll(async () => {
  deep = await deepCampaign();
});
afterAll(() => deep?.close());

/** Does something and undoes it; `rows`: what each of its statements may look at. */
async function throughIndexes(rows: number, work: (ctx: InboxContext) => Promise<unknown>): Promise<void> {
  const explained = await askedFor(rows, work);
  expect(explained.filter(({ scannedForAny }) => scannedForAny.length > 0)).toEqual([]);
}

/** The same with these parameters only: what is best for an average case need not be best for this one. */
async function askedFor(rows: number, work: (ctx: InboxContext) => Promise<unknown>): Promise<Explained[]> {
  const explained = await explain(deep.sql, await deep.capture(work));
  console.log(
    explained.map(
      ({ looked, scanned, scannedForAny, query }) =>
        `${looked} ${scanned} ${scannedForAny} ${query.slice(0, 160)}`,
    ),
  );
  expect(explained.length).toBeGreaterThan(0);
  expect(explained.filter(({ scanned }) => scanned.length > 0)).toEqual([]);
  expect(explained.filter((statement) => statement.looked > rows)).toEqual([]);
  return explained;
}

const sent: SettledEnd = { do: 'sent', deletion: null };

describe.each(['of a first morning', 'of now'])('with statistics %s', (when) => {
  beforeAll(async () => {
    if (when === 'of now') await deep.gatherStatistics();
  });

  describe('what the sender asks', () => {
    test('what is due', () =>
      throughIndexes(6000, (ctx) => lookForDue(ctx, { limit: 2000, except: [], served: new Map() })));

    test('what is due beside what must wait for its chat', async () => {
      const except = await deep.plannedIds(100);
      await throughIndexes(6000, (ctx) => lookForDue(ctx, { limit: 2000, except, served: new Map() }));
    });

    test('when the next falls due', () => throughIndexes(200, nextDue));

    test('taking deliveries in hand', async () => {
      const ids = await deep.plannedIds(500);
      await throughIndexes(6000, (ctx) => claimDeliveries(ctx, { epoch: EPOCH, ids }));
    });

    test('taking deliveries in hand while some followers are in quiet hours, and putting theirs off', async () => {
      const ids = await deep.plannedIds(500);
      const quiet = { zone: 'Asia/Baku', until: { 'Asia/Baku': { campaign: '2100-01-01T00:00:00Z' } } };
      await throughIndexes(20_000, async (ctx) => {
        await quietNow(ctx);
        await claimDeliveries(ctx, { epoch: EPOCH, ids, quiet });
        await putOffQuiet(ctx, quiet);
      });
    });

    test('whether speed is worth paying for', () => throughIndexes(1000, isWorthPaying));

    test('whether what is in hand may still leave', async () => {
      const deliveries = await deep.plannedIds(500);
      await throughIndexes(2000, (ctx) => checkHeld(ctx, { broadcasts: [deep.bulk, deep.old], deliveries }));
    });

    test('recording what became of deliveries', async () => {
      const ids = await deep.plannedIds(500);
      const ends: readonly SettledEnd[] = [
        { do: 'unknown', outcome: 'unknown' },
        { do: 'again', outcome: 'rate-limited', afterMs: 5000, repeat: false },
        { do: 'unreachable', outcome: 'unreachable blocked' },
      ];
      await throughIndexes(6000, async (ctx) => {
        const claimed = await claimDeliveries(ctx, { epoch: EPOCH, ids });
        const settlements = claimed.map((delivery, i) => ({ delivery, end: ends[i] ?? sent }));
        await settleDeliveries(ctx, { epoch: EPOCH, settlements });
      });
    });

    test('recording what becomes of an alert that was taken back meanwhile', async () => {
      const rows = await deep.sql<{ id: DeliveryId }[]>`
        select id from deliveries where broadcast_id = ${deep.alert} limit 500`;
      const end = { do: 'again', outcome: 'rate-limited', afterMs: 5000, repeat: false } as const;
      await throughIndexes(20_000, async (ctx) => {
        const claimed = await claimDeliveries(ctx, { epoch: EPOCH, ids: rows.map(({ id }) => id) });
        await ctx.db.update(broadcasts).set({ state: 'cancelled' }).where(eq(broadcasts.id, deep.alert));
        const settlements = claimed.map((delivery) => ({ delivery, end }));
        await settleDeliveries(ctx, { epoch: EPOCH, settlements });
      });
    });

    test('taking back a text that Telegram refuses', async () => {
      const ids = await deep.plannedIds(1);
      await throughIndexes(6000, async (ctx) => {
        const claimed = await claimDeliveries(ctx, { epoch: EPOCH, ids });
        const end = { do: 'halt-text', outcome: 'content' } as const;
        await settleDeliveries(ctx, {
          epoch: EPOCH,
          settlements: claimed.map((delivery) => ({ delivery, end })),
        });
      });
    });

    test('taking calls in hand and recording what became of them', async () => {
      const rows = await deep.sql<{ id: CallId }[]>`select id from calls where purpose = 'reply' limit 50`;
      await throughIndexes(1000, async (ctx) => {
        const calls = await claimCalls(ctx, { epoch: EPOCH, ids: rows.map(({ id }) => id) });
        const end = { do: 'drop', outcome: 'done', chat: 'stays' } as const;
        await settleCalls(ctx, { epoch: EPOCH, settlements: calls.map((call) => ({ call, end })) });
      });
    });

    test('deciding about what a sender before us left', () =>
      throughIndexes(1500, async (ctx) => {
        await ctx.db.execute('update leases set epoch = 2');
        await recover(ctx, { epoch: 2 });
      }));

    test('what is over, and what a cancelled one left', () =>
      throughIndexes(1500, async (ctx) => {
        await finishBroadcasts(ctx);
        await cancelHalted(ctx);
      }));

    test('putting back what was lost on its way to us', () =>
      throughIndexes(1500, (ctx) => putBackOrphans(ctx, { epoch: EPOCH, known: [] })));
  });

  describe('what the scheduler asks', () => {
    test('which alert is due next', () => throughIndexes(500, nextAlertDue));

    test('which post is due, and which next', () =>
      throughIndexes(500, async (ctx) => {
        await duePosts(ctx);
        await nextPostDue(ctx);
      }));

    const text = { text: 'The court sat.', entities: [], buttons: [] };
    const texts = [{ reader: 'en', textLanguage: 'en', message: text }] as const;

    test('planning for a case with few followers, beside one with many', () =>
      askedFor(3000, (ctx) =>
        planBroadcast(ctx, {
          subject: { kind: 'post', postId: deep.otherPostId },
          caseId: deep.otherCaseId,
          priority: 60,
          notAfter: null,
          texts,
        }),
      ));

    test('who reads of a case with few followers, beside one with many', () =>
      askedFor(3000, (ctx) => readersOf(ctx, [deep.otherCaseId])));

    test('planning several alerts for a case with few followers, beside one with many', () =>
      askedFor(3000, (ctx) => {
        const alert = () => ({
          broadcastId: newId<BroadcastId>(),
          caseId: deep.otherCaseId,
          notAfter: null,
          audience: { followedBy: ctx.clock.now(), reminder: null, inPlaceOf: [] },
          texts: [{ reader: 'en' as const, partIds: [deep.messageId], noticeId: deep.messageId }],
        });
        return planTogether(ctx, [alert(), alert()]);
      }));

    test('ending the alerts of a hearing', () =>
      throughIndexes(15_000, (ctx) => overtakeAlerts(ctx, { type: 'hearing', id: deep.hearingId })));

    test('ending what the announcement of a hearing and its earlier reminders still have on their way', async () => {
      const [next] = await deep.sql<{ id: AlertId }[]>`
        select id from alerts where hearing_id = ${deep.hearingId} and state = 'pending' order by due_at limit 1`;
      await throughIndexes(15_000, async (ctx) => {
        const reminded = await findReminded(ctx, [next!.id]);
        expect([...reminded.values()]).toEqual([[deep.alert]]);
        await overtakeReminded(ctx, [deep.alert]);
      });
    });

    // Its own alerts, and none of another hearing.
    test('what followers were told last of a hearing, however often it was changed', () =>
      throughIndexes(3 * CHANGES, async (ctx) => {
        const numbered = { hearingId: deep.movedId, revision: CHANGES };
        const [told] = await factsToldBeforeEach(ctx, [numbered]);
        expect(told).toMatchObject({ localDate: '2026-11-30' });
      }));

    test('which broadcasts hold what is kept too long', () => throughIndexes(500, broadcastsToPrune));

    test('forgetting a batch of them', () =>
      throughIndexes(9000, (ctx) =>
        pruneDeliveries(ctx, { broadcastId: deep.old, after: null, limit: 1000 }),
      ));

    test('forgetting the batch after it', () =>
      throughIndexes(9000, async (ctx) => {
        const { next } = await pruneDeliveries(deep.ctx, {
          broadcastId: deep.paused,
          after: null,
          limit: 1000,
        });
        await pruneDeliveries(ctx, { broadcastId: deep.paused, after: next, limit: 1000 });
      }));

    test('forgetting updates', () => throughIndexes(9000, pruneUpdates));
  });

  describe('what the bot asks', () => {
    const chatId = '5000000000';
    const subscriber = () => ({ subscriberId: deep.subscriberId });

    test('keeping an update, and finding and handling what waits', () =>
      throughIndexes(500, async (ctx) => {
        await receiveUpdates(ctx, { updates: [{ updateId: 900_000, chatId, body: '{}' }] });
        await openLanes(ctx, { inHand: new Set(), limit: 20 });
        await openUpdate(ctx, { updateId: 900_000 });
        await handleUpdate(ctx, { updateId: 900_000, work: async () => undefined });
        await nextRetry(ctx);
      }));

    test('erasing somebody', () =>
      throughIndexes(500, (ctx) => forgetChat(ctx, { chatId, updateId: 900_001 })));

    test('what concerns one follower', () =>
      throughIndexes(500, async (ctx) => {
        await setDiscreet(ctx, { ...subscriber(), on: true });
        await readContent(ctx, { ...subscriber(), messageId: deep.messageId });
        await cancelDeliveries(ctx, subscriber());
        await cancelDeliveries(ctx, { ...subscriber(), caseId: deep.caseId });
      }));
  });

  describe('what staff ask', () => {
    test('how far a broadcast has come, and what was not delivered of it', () =>
      askedFor(12_000, async (ctx) => {
        await readBroadcast(ctx, deep.old);
        await listDeadLetters(ctx, deep.old);
      }));

    test('how far one that runs has come, whatever else is on its way', () =>
      askedFor(100_000, (ctx) => observeBroadcast(ctx, deep.small)));

    test('how far the latest of a case have come', () =>
      askedFor(1000, (ctx) => listBroadcasts(ctx, { caseId: deep.otherCaseId, before: null, limit: 20 })));

    test('sending once more what did not arrive of an alert', async () => {
      const rows = await deep.sql<{ id: DeliveryId }[]>`
        select d.id from deliveries d join messages m on m.id = d.message_id
        where d.broadcast_id = ${deep.alert} and m.text_language = 'en' limit 100`;
      const ids = rows.map(({ id }) => id);
      const lost = { state: 'unknown', outcome: 'unknown', settledAt: deep.clock.now() } as const;
      const { actor } = deep.author.ctx;
      // All of this broadcast, of which a few steps of one statement are made, and of no other.
      await throughIndexes(20_000, async ({ db }) => {
        await db.update(deliveries).set(lost).where(inArray(deliveries.id, ids));
        const approver = { ...deep.author.ctx, db, actor: { ...actor, roles: ['approver'] as const } };
        const dead = { state: 'unknown', outcome: 'unknown', language: 'en' } as const;
        const resent = await resendDeliveries(approver, { broadcastId: deep.alert, ...dead });
        expect(resent).toMatchObject({ ok: true });
      });
    });

    test('taking a broadcast back', () =>
      throughIndexes(15_000, async (ctx) => {
        await ctx.db.update(broadcasts).set({ state: 'cancelled' }).where(eq(broadcasts.id, deep.paused));
        await broadcastsToWithdraw(ctx);
        await withdrawPlanned(ctx, deep.paused);
      }));
  });
});

test('a statement without an index is seen, and so is one that walks an index from end to end', async () => {
  const [scan, walk] = await explain(deep.sql, [
    { query: 'select 1 from deliveries where outcome = $1', params: ['none such'] },
    { query: 'select 1 from deliveries where broadcast_id = $1 and epoch = 9', params: [deep.bulk] },
  ]);
  expect(scan).toMatchObject({ scanned: ['deliveries'], scannedForAny: ['deliveries'] });
  expect(walk?.looked).toBeGreaterThan(39_000);
});
