import { eq, sql } from 'drizzle-orm';
import { findingBy } from '../../../src/crypto/finding.ts';
import { generateKeys } from '../../../src/crypto/keys.ts';
import { createSealer } from '../../../src/crypto/seal.ts';
import type { OpenDatabase } from '../../../src/db/client.ts';
import {
  alerts,
  bots,
  broadcasts,
  campaigns,
  cases as caseTable,
  leases,
  messages,
} from '../../../src/db/schema/index.ts';
import type { StaffActor } from '../../../src/domain/actor.ts';
import type { Clock } from '../../../src/domain/clock.ts';
import type { HearingFacts } from '../../../src/domain/hearing.ts';
import {
  type BotId,
  type BroadcastId,
  type CampaignId,
  type CaseId,
  type HearingId,
  type MessageId,
  newId,
  type SubscriberId,
} from '../../../src/domain/ids.ts';
import { languages } from '../../../src/domain/language.ts';
import { isOfferedLeadTime } from '../../../src/domain/reminder-choice.ts';
import type { ChatKind, Role } from '../../../src/domain/words.ts';
import { withoutIsolation } from '../../../src/i18n/isolate.ts';
import { openNetworks } from '../../../src/networks/index.ts';
import {
  dispatchDueAlerts,
  dispatchNextAlert,
  dispatchTurns,
} from '../../../src/services/alerts/dispatch.ts';
import { replanReminders } from '../../../src/services/alerts/replan.ts';
import { finishBroadcasts } from '../../../src/services/broadcasts/finish.ts';
import {
  actingAs,
  type BotContext,
  inTransaction,
  type StaffContext,
} from '../../../src/services/context.ts';
import { type ClaimedDelivery, claimDeliveries } from '../../../src/services/deliveries/claim.ts';
import { lookForDue } from '../../../src/services/deliveries/look.ts';
import { recover } from '../../../src/services/deliveries/recover.ts';
import { type Settlement, settleDeliveries } from '../../../src/services/deliveries/settle.ts';
import { followCase } from '../../../src/services/follows/follow.ts';
import { unfollowCase } from '../../../src/services/follows/unfollow.ts';
import { decideHearing } from '../../../src/services/hearings/decide.ts';
import { recordHearing, reviseHearing } from '../../../src/services/hearings/record.ts';
import { addStaff } from '../../../src/services/staff/add.ts';
import { findSubscriber } from '../../../src/services/subscribers/find.ts';
import { setReachable } from '../../../src/services/subscribers/set-reachable.ts';
import { setReminders } from '../../../src/services/subscribers/set-reminders.ts';
import { setStanding } from '../../../src/services/subscribers/set-standing.ts';
import { setTellFirst } from '../../../src/services/subscribers/set-tell-first.ts';
import { cases, chats, type Facts, type Lead } from './steps.ts';

/** The same keys for all runs: to make them takes longer than a run. */
const keys = generateKeys();
let nextBot = 7_000_000_000;

/** One message that left, as Telegram would have it. */
export interface Sent {
  readonly chat: number;
  readonly broadcastId: BroadcastId;
  readonly messageId: MessageId;
  /** Marked as one that may have come before. */
  readonly repeat: boolean;
  readonly at: number;
}

/** Instants in milliseconds since 1970; null where nothing waits. */
export interface Dues {
  readonly alert: number | null;
  readonly delivery: number | null;
  readonly next: number | null;
}

/** What a broadcast was about. */
export interface About {
  readonly kind: string;
  readonly hearing: number;
  readonly lead: string | null;
  readonly due: number;
}

/** The service on a real database, in a campaign of its own; what would go to Telegram goes into a list. */
export class Service {
  readonly sent: Sent[] = [];
  readonly #database: OpenDatabase;
  readonly #ctx: BotContext;
  readonly #recorder: StaffContext;
  readonly #decider: StaffContext;
  readonly #cases: readonly CaseId[];
  readonly #hearings: HearingId[] = [];
  readonly #revisions: number[] = [];
  readonly #subscribers = new Map<SubscriberId, number>();
  readonly #blocked = new Set<number>();
  #epoch = 1;

  private constructor(
    database: OpenDatabase,
    ctx: BotContext,
    staff: { readonly recorder: StaffContext; readonly decider: StaffContext },
    caseIds: readonly CaseId[],
  ) {
    this.#database = database;
    this.#ctx = ctx;
    this.#recorder = staff.recorder;
    this.#decider = staff.decider;
    this.#cases = caseIds;
  }

  static async begin(
    database: OpenDatabase,
    clock: Clock,
    campaign: { readonly zone: string; readonly leads: readonly Lead[] },
  ): Promise<Service> {
    const { db } = database;
    const [campaignId, botId] = [newId<CampaignId>(), newId<BotId>()];
    const createdAt = clock.now();
    const { zone } = campaign;
    await db.insert(campaigns).values({
      id: campaignId,
      name: 'Free the Donkeys',
      languages: [...languages],
      zone,
      leadTimes: [...campaign.leads],
      createdAt,
    });
    nextBot += 1;
    const telegramId = String(nextBot);
    await db.insert(bots).values({ id: botId, campaignId, telegramId, username: 'test_bot', createdAt });
    const caseIds = Array.from({ length: cases }, () => newId<CaseId>());
    await db.insert(caseTable).values(
      caseIds.map((id, number) => ({
        id,
        campaignId,
        slug: `case-${nextBot}-${number}`,
        name: { en: 'The donkey bloggers' },
        summary: { en: 'Two bloggers on trial for a video.' },
        country: 'AZ',
        zone,
        status: 'open' as const,
        createdAt,
      })),
    );
    // Nobody else holds it: the run is the only sender there is.
    const expiresAt = Temporal.Now.instant().add({ hours: 24 * 365 });
    await db.insert(leases).values({ botId, holder: 'the run', epoch: 1, expiresAt });
    const nothing = () => undefined;
    const ctx: BotContext = {
      db,
      clock,
      log: { info: nothing, warn: nothing, error: nothing },
      actor: { kind: 'subscriber' },
      campaignId,
      botId,
      seal: createSealer(keys.public.sealing, clock).seal,
      networks: openNetworks().networks,
      pinned: keys.public,
      signingKey: keys.bot.approvalSigning,
      ...findingBy(keys.bot, botId),
    };
    const recorder = await member(ctx, 'lawyer');
    const decider = await member(ctx, 'coordinator');
    return new Service(database, ctx, { recorder, decider }, caseIds);
  }

  /** Records facts and has them approved; false when the service refuses them. */
  async effect(number: number, ofCase: number, facts: Facts): Promise<boolean> {
    const hearingId = this.#hearings[number];
    const basedOn = this.#revisions[number];
    const recorded =
      hearingId === undefined || basedOn === undefined
        ? await recordHearing(this.#recorder, { caseId: this.#caseId(ofCase), facts: factsOf(facts) })
        : await reviseHearing(this.#recorder, { hearingId, basedOn, facts: factsOf(facts) });
    if (!recorded.ok) return false;
    const { revision } = recorded.value;
    this.#hearings[number] = recorded.value.hearingId;
    this.#revisions[number] = revision;
    const decided = await decideHearing(this.#decider, {
      hearingId: recorded.value.hearingId,
      revision,
      decision: 'approved',
    });
    if (!decided.ok) throw new Error(decided.refusal.code);
    return true;
  }

  async follow(chat: number, ofCase: number): Promise<void> {
    const followed = await followCase(this.#ctx, {
      chatId: chatIdOf(chat),
      kind: kindOf(chat),
      language: 'en',
      caseId: this.#caseId(ofCase),
    });
    if (!followed.ok) throw new Error(followed.refusal.code);
    const { id: subscriberId } = followed.value.subscriber;
    if (this.#subscribers.has(subscriberId)) return;
    this.#subscribers.set(subscriberId, chat);
    if (chats[chat] === 'lawyer') await setStanding(this.#ctx, { subscriberId, standing: 'lawyer' });
    if (chats[chat] === 'tell-first') await setTellFirst(this.#ctx, { subscriberId, on: true });
  }

  async unfollow(chat: number, ofCase: number): Promise<void> {
    const found = await findSubscriber(this.#ctx, { chatId: chatIdOf(chat) });
    if (found === null) return;
    await unfollowCase(this.#ctx, { subscriberId: found.id, caseId: this.#caseId(ofCase) });
  }

  /** Whether the chat has ever spoken to the bot. */
  async knows(chat: number): Promise<boolean> {
    return (await findSubscriber(this.#ctx, { chatId: chatIdOf(chat) })) !== null;
  }

  async choose(chat: number, leads: readonly Lead[] | null): Promise<void> {
    const found = await findSubscriber(this.#ctx, { chatId: chatIdOf(chat) });
    if (found === null) throw new Error('Somebody chose who has never spoken to the bot.');
    const leadTimes = leads === null ? null : leads.filter(isOfferedLeadTime);
    await setReminders(this.#ctx, { subscriberId: found.id, leadTimes });
  }

  async block(chat: number, told: boolean): Promise<void> {
    this.#blocked.add(chat);
    if (told) await setReachable(this.#ctx, { chatId: chatIdOf(chat), reachable: false });
  }

  async unblock(chat: number): Promise<void> {
    this.#blocked.delete(chat);
    await setReachable(this.#ctx, { chatId: chatIdOf(chat), reachable: true });
  }

  async restart(): Promise<void> {
    await inTransaction(this.#ctx, replanReminders);
  }

  /** Everything that is due is dispatched, in batches as by the scheduler. */
  async schedule(): Promise<void> {
    const look = { except: [], turns: dispatchTurns(), atMost: 64 };
    for (;;) {
      const dispatched = await dispatchDueAlerts(this.#ctx, look);
      if (dispatched.length === 0) return;
      for (const one of dispatched) if (one.state === 'failed') throw one.error;
    }
  }

  /** The scheduler takes the next alert that is due in hand, and is killed before anything of it is committed. */
  async killScheduler(): Promise<void> {
    const killed = new Error('killed');
    await this.#ctx.db
      .transaction(async (tx) => {
        await dispatchNextAlert({ ...this.#ctx, db: tx });
        throw killed;
      })
      .catch((error: unknown) => {
        if (error !== killed) throw error;
      });
  }

  /** Everything that is due is sent, and what became of it is recorded. */
  async send(): Promise<void> {
    for (;;) {
      const claimed = await this.#claim();
      if (claimed === null) break;
      const settlements = claimed.map((delivery): Settlement => {
        if (this.#leaves(delivery)) return { delivery, end: { do: 'sent', deletion: null } };
        return { delivery, end: { do: 'unreachable', outcome: 'unreachable blocked' } };
      });
      await settleDeliveries(this.#ctx, { epoch: this.#epoch, settlements });
    }
    await finishBroadcasts(this.#ctx);
  }

  /** Of what is due, at least one, so many leave, and nothing is recorded; then another sender takes over. */
  async killSender(after: number): Promise<void> {
    const claimed = (await this.#claim()) ?? [];
    for (const delivery of claimed.slice(0, after)) this.#leaves(delivery);
    this.#epoch += 1;
    await this.#ctx.db.update(leases).set({ epoch: this.#epoch }).where(eq(leases.botId, this.#ctx.botId));
    await recover(this.#ctx, { epoch: this.#epoch });
  }

  /** When the first alert and the first delivery fall due that wait, and the next of either after now. */
  async dues(): Promise<Dues> {
    const now = this.#ctx.clock.now();
    const [row] = await this.#database.sql<
      { alert: number | null; delivery: number | null; next: number | null }[]
    >`
      with dues as (
        select 'alert' as what, due_at from alerts
        where state = 'pending' and campaign_id = ${this.#ctx.campaignId}
        union all
        select 'delivery', d.due_at from broadcasts b join deliveries d on d.broadcast_id = b.id
        where b.bot_id = ${this.#ctx.botId} and b.state = 'running' and d.state = 'planned')
      select (extract(epoch from min(due_at) filter (where what = 'alert')) * 1000)::float8 as alert,
        (extract(epoch from min(due_at) filter (where what = 'delivery')) * 1000)::float8 as delivery,
        (extract(epoch from min(due_at) filter (where due_at > ${now.toString()}::timestamptz)) * 1000)::float8 as next
      from dues`;
    return row ?? { alert: null, delivery: null, next: null };
  }

  /** What the broadcasts of this run were about. */
  async about(): Promise<ReadonlyMap<BroadcastId, About>> {
    const rows = await this.#ctx.db
      .select({ id: broadcasts.id, alert: alerts })
      .from(broadcasts)
      .innerJoin(alerts, eq(alerts.id, broadcasts.alertId))
      .where(eq(broadcasts.campaignId, this.#ctx.campaignId));
    return new Map(
      rows.map(({ id, alert: { kind, hearingId, leadTime, dueAt } }) => [
        id,
        {
          kind,
          lead: leadTime,
          due: dueAt.epochMilliseconds,
          hearing: hearingId === null ? -1 : this.#hearings.indexOf(hearingId),
        },
      ]),
    );
  }

  /** The texts that went out in this run, as their readers saw them. */
  async texts(): Promise<ReadonlyMap<MessageId, string>> {
    const rows = await this.#ctx.db
      .select({ id: messages.id, payload: messages.payload })
      .from(messages)
      .innerJoin(broadcasts, eq(broadcasts.id, messages.broadcastId))
      .where(sql`${broadcasts.campaignId} = ${this.#ctx.campaignId} and ${messages.language} = 'en'`);
    return new Map(rows.map(({ id, payload }) => [id, withoutIsolation(payload.text)]));
  }

  async countExpired(): Promise<number> {
    return this.#ctx.db.$count(
      alerts,
      sql`${alerts.campaignId} = ${this.#ctx.campaignId} and ${alerts.state} = 'expired'`,
    );
  }

  /** What would slow down the runs that follow, on the same database. */
  async end(): Promise<void> {
    const { campaignId } = this.#ctx;
    await this.#database.sql`
      update alerts set state = 'superseded' where campaign_id = ${campaignId} and state = 'pending'`;
  }

  async #claim(): Promise<ClaimedDelivery[] | null> {
    const due = await lookForDue(this.#ctx, { limit: 500, except: [], served: new Map() });
    const ids = due.flatMap((one) => (one.kind === 'delivery' ? [one.id] : []));
    return ids.length === 0 ? null : claimDeliveries(this.#ctx, { epoch: this.#epoch, ids });
  }

  /** Whether Telegram takes it; what it takes is on the list. */
  #leaves({ subscriberId, broadcastId, messageId, repeat }: ClaimedDelivery): boolean {
    const chat = this.#subscribers.get(subscriberId);
    if (chat === undefined) throw new Error('A delivery to somebody who does not exist.');
    if (this.#blocked.has(chat)) return false;
    const at = this.#ctx.clock.now().epochMilliseconds;
    this.sent.push({ chat, broadcastId, messageId, repeat, at });
    return true;
  }

  #caseId(number: number): CaseId {
    const caseId = this.#cases[number];
    if (caseId === undefined) throw new Error('no such case');
    return caseId;
  }
}

async function member(ctx: BotContext, role: Role): Promise<StaffContext> {
  const operator = actingAs(ctx, { kind: 'operator' });
  const added = await addStaff(operator, { name: role, roles: [role], reads: languages, language: 'en' });
  if (!added.ok) throw new Error(added.refusal.code);
  const actor: StaffActor = {
    kind: 'staff',
    id: added.value.staffId,
    name: role,
    roles: [role],
    languages,
    cases: null,
    via: 'api',
  };
  return { ...actingAs(operator, actor), signingKey: keys.web.approvalSigning };
}

function chatIdOf(chat: number): string {
  return String(5_000_000_000 + chat);
}

function kindOf(chat: number): ChatKind {
  const name = chats[chat];
  return name === 'channel' || name === 'group' ? name : 'private';
}

function factsOf(facts: Facts): HearingFacts {
  return {
    status: facts.status,
    localDate: facts.date,
    localTime: facts.time,
    zone: facts.zone,
    kind: 'trial',
    court: { en: 'Sabail District Court' },
    room: facts.room,
    openness: 'open',
    judge: facts.judge,
    outcome: facts.outcome === null ? null : { en: facts.outcome },
    sources: ['RFE/RL'],
    checkedOn: '2009-10-14',
  };
}
