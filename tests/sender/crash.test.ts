import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSender, spawnSender } from '../../bench/support/processes.ts';
import { ringToText } from '../../src/crypto/key-text.ts';
import { auditEntries } from '../../src/db/schema/index.ts';
import { translate } from '../../src/i18n/index.ts';
import { createWorld, type Follower, until, type World } from './world.ts';

const POST = 'The verdict';
const ALERT = 'At half past ten';
const MARKED = `${translate('en', 'alert-repeat')}\n\n${ALERT}`;

describe('a sender that is killed with SIGKILL while it sends a post and an alert', () => {
  let world: World;
  let followers: Follower[];
  let staffChat: number;
  let personChat: number;
  const spawned: RunningSender[] = [];

  async function spawnOne(): Promise<RunningSender> {
    const sender = await spawnSender({
      databaseUrl: world.url,
      apiRoot: world.telegram.url,
      token: world.token,
      botId: world.ctx.botId,
      campaignId: world.ctx.campaignId,
      keys: ringToText(world.keys),
      limiter: { freePerSecond: 60, chatBurst: 5 },
      connections: 16,
    });
    spawned.push(sender);
    return sender;
  }

  const accepted = () => world.standIn.counts().sendMessage?.accepted ?? 0;
  const slow = (ms: number, chat?: number) =>
    world.standIn.addFault({
      fault: { kind: 'stall', ms, accepted: true },
      method: 'sendMessage',
      times: chat === undefined ? 10_000 : 1,
      ...(chat !== undefined && { chat }),
    });

  beforeAll(async () => {
    world = await createWorld();
    followers = await world.followers(40);
    await world.broadcast({ text: POST, priority: 40 });
    // Of two cases, which take turns: both are under way when it is killed.
    const caseId = await world.newCase();
    await world.sql`
      insert into follows (subscriber_id, case_id, created_at) select subscriber_id, ${caseId}, created_at from follows`;
    await world.broadcast({ kind: 'alert', text: ALERT, priority: 40, caseId });
    const member = await world.staffMember();
    staffChat = member.chatId;
    personChat = world.person();
    await world.call({ to: { staffId: member.id }, text: 'Decide', purpose: 'notice' });
    await world.call({ to: { chatId: personChat }, text: 'a reply' });
    // Some answers are always under way, and these two never come.
    slow(60_000, staffChat);
    slow(60_000, personChat);
    slow(80);

    const sender = await spawnOne();
    await until(() => accepted() >= 32, accepted, 30_000);
    await sender.kill();
    await spawnOne();
    await until(
      async () => {
        const { planned = 0, attempting = 0 } = await world.states();
        const [calls] = await world.sql`select count(*)::int as count from calls`;
        return planned + attempting + (calls?.count ?? 0) === 0;
      },
      world.states,
      40_000,
    );
  }, 120_000);

  afterAll(async () => {
    for (const sender of spawned) await sender.kill();
    await world.end();
  });

  const outcomes = () =>
    world.sql<{ subscriberId: string; kind: string; state: string; repeat: boolean }[]>`
      select d.subscriber_id as "subscriberId", b.kind, d.state, d.repeat
      from deliveries d join broadcasts b on b.id = d.broadcast_id`;
  const chatOf = (subscriberId: string) => followers.find(({ id }) => id === subscriberId)!.chatId;

  test('sends the post to nobody twice, and who is in doubt is known', async () => {
    let unknown = 0;
    for (const { subscriberId, kind, state } of await outcomes()) {
      if (kind !== 'post') continue;
      const times = world.textsOf(chatOf(subscriberId)).filter((text) => text === POST).length;
      expect(times).toBeLessThanOrEqual(1);
      expect(['sent', 'unknown']).toContain(state);
      if (state === 'sent') expect(times).toBe(1);
      if (state === 'unknown') unknown += 1;
    }
    // What had gone out and was not answered yet, and hardly more: about five in 80 ms, of both kinds.
    expect(unknown).toBeLessThanOrEqual(12);
  });

  test('sends the alert to everybody, and once more at most, marked', async () => {
    let repeats = 0;
    for (const { subscriberId, kind, state, repeat } of await outcomes()) {
      if (kind !== 'alert') continue;
      const texts = world.textsOf(chatOf(subscriberId)).filter((text) => text !== POST);
      expect(state).toBe('sent');
      expect(texts).toEqual(repeat ? [...texts.slice(0, -1), MARKED] : [ALERT]);
      expect(texts.slice(0, -1)).toEqual(texts.length > 1 ? [ALERT] : []);
      if (repeat) repeats += 1;
    }
    expect(repeats).toBeGreaterThan(0);
  });

  test('makes the notice to staff once more, and the reply not', () => {
    expect(world.textsOf(staffChat)).toEqual(['Decide', 'Decide']);
    expect(world.textsOf(personChat)).toEqual(['a reply']);
  });

  test('leaves it on record that something was in doubt', async () => {
    const entries = await world.db
      .select({ verb: auditEntries.verb, details: auditEntries.details })
      .from(auditEntries);
    const [recovered] = entries.filter(({ verb }) => verb === 'deliveries/recover');
    expect(recovered?.details).toMatchObject({ epoch: 2, callsAgain: 1, callsDropped: 1 });
  });
});
