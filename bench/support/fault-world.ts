import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { type BreakableName, breakableName } from '../../sandbox/fault-proxy/name.ts';
import { type PostgresProxy, startPostgresProxy } from '../../sandbox/fault-proxy/postgres.ts';
import type { TelegramStandIn } from '../../sandbox/telegram/stand-in.ts';
import { startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { systemClock } from '../../src/clock.ts';
import { chatIndex } from '../../src/crypto/chat-index.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import { openDatabase } from '../../src/db/client.ts';
import { alerts, cases, follows, hearings, posts, staff, subscribers } from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import type { Clock } from '../../src/domain/clock.ts';
import {
  type AlertId,
  type CaseId,
  type HearingId,
  newId,
  type PostId,
  type StaffId,
  type SubscriberId,
} from '../../src/domain/ids.ts';
import { languages } from '../../src/domain/language.ts';
import { priority } from '../../src/domain/priority.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { createSender, type Sender } from '../../src/sender/sender.ts';
import { planBroadcast } from '../../src/services/broadcasts/plan.ts';
import { createCampaign } from '../../src/services/campaigns/create.ts';
import { ensureBot } from '../../src/services/campaigns/ensure-bot.ts';
import { createCase } from '../../src/services/cases/create.ts';
import type { LogFields, SigningContext } from '../../src/services/context.ts';
import { createTransport } from '../../src/telegram/transport.ts';
import { judgeDeliveries, type Verdict } from './delivery-judge.ts';

/** What a follower is sent in it. */
export type BulkOrAlert = 'alert' | 'bulk';

/** A bot with followers, whose way to Telegram and whose way to its database can be broken. */
export interface FaultWorld {
  readonly kind: BulkOrAlert;
  readonly standIn: TelegramStandIn;
  /** The name under which the sender knows Telegram. */
  readonly telegramName: BreakableName;
  /** Between the sender and PostgreSQL; what the world itself asks goes by another way. */
  readonly database: PostgresProxy;
  readonly sql: Sql;
  readonly clock: JumpingClock;
  readonly chats: readonly number[];
  /** Events that senders have logged, in order. */
  readonly events: readonly { readonly event: string; readonly fields: LogFields }[];
  readonly sender: Sender;
  /** Plans one message for every follower, past the broken database. */
  plan(): Promise<void>;
  /** Another sender of the token, which stands by: in this process, and by a healthy way. */
  standBy(): Sender;
  /** Deliveries that are planned or being attempted. */
  open(): Promise<number>;
  judge(doubts: 'nothing' | 'everything'): Promise<Verdict>;
  close(): Promise<void>;
}

/** A clock whose calendar can jump; what is monotonic does not. */
export interface JumpingClock extends Clock {
  jump(by: Temporal.DurationLike): void;
}

export interface FaultWorldOptions {
  /** A migrated, empty database. */
  readonly databaseUrl: string;
  readonly kind: BulkOrAlert;
  readonly timeoutMs: number;
}

/** Followers in each language: few, since every one of them may be met by a fault. */
const PER_LANGUAGE = 3;

export async function faultWorld(options: FaultWorldOptions): Promise<FaultWorld> {
  const { kind } = options;
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const telegramName = breakableName(`telegram-${telegram.port}.test`);
  const { hostname, port } = new URL(options.databaseUrl);
  const database = await startPostgresProxy({ to: { host: hostname, port: Number(port) } });
  const throughUrl = new URL(options.databaseUrl);
  throughUrl.port = String(database.port);
  const own = openDatabase(options.databaseUrl, { poolSize: 6 });
  const through = openDatabase(throughUrl.href, { poolSize: 6, applicationName: 'bray sender' });
  const clock = jumpingClock();
  const events: { event: string; fields: LogFields }[] = [];
  const note = (event: string, fields: LogFields = {}) => {
    events.push({ event, fields });
  };
  const keys = generateKeys();
  const opener = createOpener(keys.sender.sealing);
  const { seal } = createSealer(keys.public.sealing, clock);
  const { standIn } = telegram;
  const bot = standIn.createBot({ username: 'bray_fault_bot' });
  const { firstId } = standIn.createUsers({
    count: languages.length * PER_LANGUAGE,
    bot: bot.id,
    state: 'started',
  });
  const chats = Array.from({ length: languages.length * PER_LANGUAGE }, (_, i) => firstId + i);

  const { db } = own;
  const made = await createCampaign(
    { db, clock },
    { name: 'Free the Donkeys', languages: [...languages], zone: 'Asia/Baku' },
  );
  if (!made.ok) throw new Error(made.refusal.code);
  const { campaignId } = made.value;
  const botId = await ensureBot(
    { db, clock, campaignId },
    { telegramId: String(bot.id), username: bot.username },
  );
  const base = {
    clock,
    log: { info: note, warn: note, error: note },
    campaignId,
    botId,
    seal,
    pinned: keys.public,
    networks: openNetworks().networks,
  };
  const ctx: SigningContext = {
    ...base,
    db,
    actor: { kind: 'job', name: 'faults' },
    signingKey: keys.scheduler.signing,
  };
  const authorId = newId<StaffId>();
  await db.insert(staff).values({
    id: authorId,
    campaignId,
    name: 'An author',
    roles: ['author'],
    languages: ['en'],
    language: 'en',
    createdAt: clock.now(),
  });
  const caseId = await newCase();
  // As if the operator had opened it: nobody is there to agree.
  await db.update(cases).set({ openedBy: null });
  await db.insert(subscribers).values(
    chats.map((chatId, i) => {
      const id = newId<SubscriberId>();
      return {
        id,
        campaignId,
        botId,
        chatIndex: chatIndex(keys.bot.index, botId, chatId),
        sealedChat: seal(String(chatId), binding.subscriberChat(id)),
        kind: 'private' as const,
        language: languages[i % languages.length] ?? 'en',
        state: 'active' as const,
        createdAt: clock.now(),
      };
    }),
  );
  const rows = await db.select({ subscriberId: subscribers.id }).from(subscribers);
  await db.insert(follows).values(rows.map((row) => ({ ...row, caseId, createdAt: clock.now() })));

  const senders: Sender[] = [];
  const transports: { close(): Promise<void> }[] = [];
  const sender = newSender(through);

  return {
    kind,
    standIn,
    telegramName,
    database,
    sql: own.sql,
    clock,
    chats,
    events,
    sender,
    plan,
    standBy: () => newSender(own),
    async open() {
      const [left] = await own.sql<{ count: number }[]>`
        select count(*)::int as count from deliveries where state in ('planned', 'attempting')`;
      return left?.count ?? 0;
    },
    async judge(doubts) {
      const { rows: _, ...verdict } = await judgeDeliveries(
        own.sql,
        { opener, movedTo: new Map() },
        standIn.ledger(),
        { ids: new Set(), chats: new Set(doubts === 'everything' ? chats : []) },
      );
      return verdict;
    },
    async close() {
      for (const one of senders) await one.stop();
      for (const one of transports) await one.close();
      telegramName.close();
      await through.sql.end({ timeout: 1 });
      await own.close();
      await database.close();
      await telegram.close();
    },
  };

  function newSender({ db: ofSender, sql }: Pick<typeof own, 'db' | 'sql'>): Sender {
    const transport = createTransport({
      apiRoot: `http://${telegramName.name}:${telegram.port}`,
      token: bot.token,
      timeoutMs: options.timeoutMs,
    });
    transports.push(transport);
    const one = createSender({
      ...base,
      db: ofSender,
      sql,
      transport,
      limiter: { freePerSecond: 'off' },
      opener,
      concurrency: 4,
    });
    senders.push(one);
    return one;
  }

  async function newCase(): Promise<CaseId> {
    const created = await createCase(
      {
        ...ctx,
        signingKey: keys.web.approvalSigning,
        actor: {
          kind: 'staff',
          id: authorId,
          name: 'An author',
          roles: ['author'],
          languages: ['en'],
          cases: null,
          via: 'api',
        },
      },
      {
        slug: 'donkeys',
        name: { en: 'Donkeys' },
        summary: { en: 'Two donkeys and a press conference.' },
        country: 'AZ',
        zone: 'Asia/Baku',
        fictional: true,
        persons: [],
      },
    );
    if (!created.ok) throw new Error(created.refusal.code);
    return created.value.caseId;
  }

  async function plan(): Promise<void> {
    const subject = kind === 'alert' ? await newAlert() : await newPost();
    const told = subject.kind === 'alert' ? subject.alertId : subject.postId;
    await planBroadcast(ctx, {
      subject,
      caseId,
      priority: kind === 'alert' ? priority.urgentAlert : priority.post,
      notAfter: null,
      passesQuietHours: true,
      texts: languages.map((reader) => ({
        reader,
        textLanguage: reader,
        message: { text: `${told} ${reader}`, entities: [], buttons: [] },
      })),
    });
  }

  async function newAlert() {
    const hearingId = newId<HearingId>();
    const alertId = newId<AlertId>();
    const now = clock.now();
    await db.insert(hearings).values({ id: hearingId, campaignId, caseId, createdAt: now });
    await db.insert(alerts).values({
      id: alertId,
      campaignId,
      caseId,
      hearingId,
      revision: 1,
      kind: 'changed',
      dueAt: now,
      notAfter: now.add({ hours: 24 }),
      state: 'dispatched',
    });
    return { kind: 'alert', alertId } as const;
  }

  async function newPost() {
    const postId = newId<PostId>();
    const createdAt = clock.now();
    await db
      .insert(posts)
      .values({ id: postId, campaignId, caseId, sourceLanguage: 'en', authorId, createdAt });
    return { kind: 'post', postId } as const;
  }
}

function jumpingClock(): JumpingClock {
  let offset = Temporal.Duration.from({ hours: 0 });
  const wakers = new Set<() => void>();
  return {
    now: () => systemClock.now().add(offset),
    monotonic: () => systemClock.monotonic(),
    wakeAt(at, wake) {
      let disarm = systemClock.wakeAt(at.subtract(offset), wake);
      const again = () => {
        disarm();
        disarm = systemClock.wakeAt(at.subtract(offset), wake);
      };
      wakers.add(again);
      return () => {
        wakers.delete(again);
        disarm();
      };
    },
    jump(by) {
      offset = offset.add(by);
      for (const again of wakers) again();
    },
  };
}

/** Waits until something is so; throws with `what` when it is not within `ms`. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: string,
  ms: number,
): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${ms} ms: ${what}`);
    await delay(10);
  }
}
