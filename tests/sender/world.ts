import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { systemClock } from '../../src/clock.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import {
  alerts,
  bots,
  calls,
  campaigns,
  cases,
  deliveries,
  follows,
  hearings,
  posts,
  staff,
  subscribers,
} from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import type { Clock } from '../../src/domain/clock.ts';
import {
  type AlertId,
  type BotId,
  type CallId,
  type CampaignId,
  type CaseId,
  type HearingId,
  newId,
  type PostId,
  type StaffId,
  type SubscriberId,
} from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Photo } from '../../src/domain/media.ts';
import type { RenderedMessage } from '../../src/domain/message.ts';
import { sendMessageParams } from '../../src/domain/message.ts';
import type { CallMethod, CallPurpose, ChatKind } from '../../src/domain/words.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { createSender, type Sender, type SenderDeps } from '../../src/sender/sender.ts';
import { planBroadcast } from '../../src/services/broadcasts/plan.ts';
import type { LogFields, SigningContext } from '../../src/services/context.ts';
import { wake } from '../../src/services/wake.ts';
import { createTransport } from '../../src/telegram/transport.ts';
import { testDatabase } from '../helpers/database.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: LogFields;
}

export interface Follower {
  readonly id: SubscriberId;
  readonly chatId: number;
}

export interface Planned {
  readonly kind?: 'alert' | 'post';
  readonly text: string;
  readonly priority?: number;
  readonly notAfter?: Temporal.Instant | null;
  /** Whose followers it goes to; the world's case if not given. */
  readonly caseId?: CaseId;
  /** Of whose followers; the world's bot if not given. */
  readonly botId?: BotId;
  /** Of an alert; a new one if not given. */
  readonly hearingId?: HearingId;
  readonly entities?: RenderedMessage['entities'];
  readonly photo?: Photo;
  /** Texts by reader's language where they differ. */
  readonly texts?: Partial<Record<Language, string>>;
}

export type World = Awaited<ReturnType<typeof createWorld>>;

/**
 * A campaign on a real database with followers on the Telegram stand-in, and senders to try. `anew`: for who asks how rows are
 * kept, which in a database that others have used depends on theirs.
 */
export async function createWorld(options: { readonly clock?: Clock; readonly anew?: boolean } = {}) {
  const database = await testDatabase({ poolSize: 12, used: options.anew !== true });
  const telegram = await startTelegramStandIn({ rates: { model: 'off' } });
  const { standIn } = telegram;
  const made = standIn.createBot({ username: 'bray_test_bot' });
  const clock = options.clock ?? systemClock;
  const keys = generateKeys();
  const sealer = createSealer(keys.public.sealing, clock);
  const opener = createOpener(keys.sender.sealing);
  const campaignId = newId<CampaignId>();
  const botId = newId<BotId>();
  const caseId = newId<CaseId>();
  const logged: LogLine[] = [];
  const line =
    (level: LogLine['level']) =>
    (event: string, fields: LogFields = {}) => {
      logged.push({ level, event, fields });
    };
  const log = { info: line('info'), warn: line('warn'), error: line('error') };
  const ctx: SigningContext = {
    db: database.db,
    clock,
    log,
    actor: { kind: 'job', name: 'test' },
    campaignId,
    botId,
    seal: sealer.seal,
    pinned: keys.public,
    signingKey: keys.web.approvalSigning,
    networks: openNetworks().networks,
  };
  const { db } = database;
  await db.insert(campaigns).values({
    id: campaignId,
    name: 'Free the Donkeys',
    languages: [...languages],
    zone: 'Asia/Baku',
    leadTimes: [],
    createdAt: clock.now(),
  });
  await db.insert(bots).values({
    id: botId,
    campaignId,
    telegramId: String(made.id),
    username: made.username,
    createdAt: clock.now(),
  });
  await addCase(caseId);
  const authorId = newId<StaffId>();
  await addStaffRow(authorId);
  const senders: Sender[] = [];
  const transports: { close(): Promise<void> }[] = [];

  async function addStaffRow(id: StaffId, chatId?: number): Promise<void> {
    await db.insert(staff).values({
      id,
      campaignId,
      name: 'A member',
      roles: ['author'],
      languages: ['en'],
      language: 'en',
      createdAt: clock.now(),
      ...(chatId !== undefined && {
        botId,
        chatIndex: indexOf(chatId),
        sealedChat: sealer.seal(String(chatId), binding.staffChat(id)),
      }),
    });
  }

  async function addCase(id: CaseId): Promise<void> {
    await db.insert(cases).values({
      id,
      campaignId,
      slug: `case-${id}`,
      name: { en: 'Donkeys' },
      summary: { en: 'Two donkeys' },
      country: 'AZ',
      zone: 'Asia/Baku',
      status: 'open',
      createdAt: clock.now(),
    });
  }

  function indexOf(chatId: number): Uint8Array {
    return createHmac('sha256', 'index key of the tests').update(String(chatId)).digest();
  }

  const world = {
    ...database,
    ctx,
    clock,
    logged,
    telegram,
    standIn,
    botTelegramId: made.id,
    token: made.token,
    keys,
    opener,
    caseId,
    indexOf,

    /** A chat that follows the case. Without `chatId` a person who has started the bot. */
    async follower(
      given: {
        readonly chatId?: number;
        readonly kind?: ChatKind;
        readonly language?: Language;
        readonly discreet?: boolean;
        readonly caseId?: CaseId;
      } = {},
    ): Promise<Follower> {
      const id = newId<SubscriberId>();
      const chatId = given.chatId ?? world.person();
      await db.insert(subscribers).values({
        id,
        campaignId,
        botId,
        chatIndex: indexOf(chatId),
        sealedChat: sealer.seal(String(chatId), binding.subscriberChat(id)),
        kind: given.kind ?? 'private',
        language: given.language ?? 'en',
        discreet: given.discreet ?? false,
        state: 'active',
        createdAt: clock.now(),
      });
      await db
        .insert(follows)
        .values({ subscriberId: id, caseId: given.caseId ?? caseId, createdAt: clock.now() });
      return { id, chatId };
    },

    async followers(count: number, language?: Language): Promise<Follower[]> {
      const all: Follower[] = [];
      for (let i = 0; i < count; i += 1) all.push(await world.follower(language ? { language } : {}));
      return all;
    },

    /** Another case of the campaign. */
    async newCase(): Promise<CaseId> {
      const id = newId<CaseId>();
      await addCase(id);
      return id;
    },

    async followersOf(ofCase: CaseId, count: number): Promise<Follower[]> {
      const all: Follower[] = [];
      for (let i = 0; i < count; i += 1) all.push(await world.follower({ caseId: ofCase }));
      return all;
    },

    /** Somebody who has started the bot. */
    person(): number {
      return standIn.createUsers({ count: 1, bot: made.id, state: 'started' }).firstId;
    },

    async staffMember(): Promise<{ readonly id: StaffId; readonly chatId: number }> {
      const id = newId<StaffId>();
      const chatId = world.person();
      await addStaffRow(id, chatId);
      return { id, chatId };
    },

    /** Plans a broadcast to all followers, as the services do. */
    async broadcast(planned: Planned): Promise<number> {
      const kind = planned.kind ?? 'post';
      const ofCase = planned.caseId ?? caseId;
      return planBroadcast(
        { ...ctx, botId: planned.botId ?? botId },
        {
          subject:
            kind === 'alert'
              ? { kind, alertId: await alertRow(ofCase, planned.hearingId ?? (await hearingRow(ofCase))) }
              : { kind, postId: await postRow(ofCase) },
          caseId: ofCase,
          priority: planned.priority ?? (kind === 'alert' ? 40 : 60),
          notAfter: planned.notAfter ?? null,
          texts: languages.map((reader) => ({
            reader,
            textLanguage: reader,
            message: {
              text: planned.texts?.[reader] ?? planned.text,
              entities: planned.entities ?? [],
              buttons: [],
              ...(planned.photo && { photo: planned.photo }),
            },
          })),
        },
      );
    },

    /** Plans an alert; names its hearing, which the next one may be of too. */
    async alert(planned: Omit<Planned, 'kind'>): Promise<{ readonly hearingId: HearingId }> {
      const hearingId = planned.hearingId ?? (await hearingRow(planned.caseId ?? caseId));
      await world.broadcast({ ...planned, kind: 'alert', hearingId });
      return { hearingId };
    },

    async call(given: {
      readonly to: { readonly chatId: number } | { readonly staffId: StaffId };
      readonly text?: string;
      readonly method?: CallMethod;
      readonly params?: object;
      readonly purpose?: CallPurpose;
      readonly dueAt?: Temporal.Instant;
      readonly notAfter?: Temporal.Instant;
    }): Promise<CallId> {
      const id = newId<CallId>();
      const dueAt = given.dueAt ?? clock.now();
      const params =
        given.params ?? sendMessageParams({ text: given.text ?? 'a reply', entities: [], buttons: [] });
      await db.insert(calls).values({
        id,
        botId,
        purpose: given.purpose ?? 'reply',
        method: given.method ?? 'sendMessage',
        sealedParams: sealer.seal(JSON.stringify(params), binding.callParams(id)),
        ...('staffId' in given.to
          ? { staffId: given.to.staffId }
          : {
              sealedChat: sealer.seal(String(given.to.chatId), binding.callChat(id)),
              chatIndex: indexOf(given.to.chatId),
            }),
        state: 'planned',
        dueAt,
        notAfter: given.notAfter ?? dueAt.add({ hours: 24 }),
      });
      await wake(ctx, 'sender');
      return id;
    },

    /** A sender of the bot's token, not started; stopped at the end of the test. */
    sender(
      changed: Partial<SenderDeps> & { readonly apiRoot?: string; readonly timeoutMs?: number } = {},
    ): Sender {
      const { apiRoot, timeoutMs = 1000, ...deps } = changed;
      const transport =
        deps.transport ?? createTransport({ apiRoot: apiRoot ?? telegram.url, token: made.token, timeoutMs });
      if (deps.transport === undefined) transports.push(transport);
      const { db: own, sql } = database.as('sender');
      const sender = createSender({
        db: own,
        sql,
        clock,
        log,
        limiter: { freePerSecond: 'off' },
        opener,
        seal: sealer.seal,
        pinned: keys.public,
        networks: openNetworks().networks,
        botId,
        campaignId,
        ...deps,
        transport,
      });
      senders.push(sender);
      return sender;
    },

    /** Deliveries by state. */
    async states(): Promise<Record<string, number>> {
      const rows = await db.select({ state: deliveries.state }).from(deliveries);
      const counts: Record<string, number> = {};
      for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    },

    async deliveryOf(follower: Follower): Promise<typeof deliveries.$inferSelect> {
      const rows = await db.select().from(deliveries).where(eq(deliveries.subscriberId, follower.id));
      if (rows.length !== 1) throw new Error(`${rows.length} deliveries`);
      return rows[0]!;
    },

    /** Texts that Telegram accepted for a chat, in order. */
    textsOf(chatId: number): (string | null)[] {
      return standIn
        .ledger({ chat: chatId })
        .filter(({ method }) => method === 'sendMessage')
        .map(({ text }) => text);
    },

    async end(): Promise<void> {
      for (const sender of senders) await sender.stop();
      for (const transport of transports) await transport.close();
      await telegram.close();
      await database.close();
    },
  };
  return world;

  async function hearingRow(ofCase: CaseId): Promise<HearingId> {
    const id = newId<HearingId>();
    await db.insert(hearings).values({ id, campaignId, caseId: ofCase, createdAt: clock.now() });
    return id;
  }

  async function alertRow(ofCase: CaseId, hearingId: HearingId): Promise<AlertId> {
    const id = newId<AlertId>();
    await db.insert(alerts).values({
      id,
      campaignId,
      caseId: ofCase,
      hearingId,
      revision: 1 + (await db.$count(alerts, eq(alerts.hearingId, hearingId))),
      kind: 'changed',
      dueAt: clock.now(),
      notAfter: clock.now().add({ hours: 24 }),
      state: 'dispatched',
    });
    return id;
  }

  async function postRow(ofCase: CaseId): Promise<PostId> {
    const id = newId<PostId>();
    await db
      .insert(posts)
      .values({ id, campaignId, caseId: ofCase, sourceLanguage: 'en', authorId, createdAt: clock.now() });
    return id;
  }
}

/** Waits until something is so; fails with what it last was. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  what: () => unknown = () => '',
  ms = 8000,
): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`not within ${ms} ms: ${JSON.stringify(await what())}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
