import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, or, sql } from 'drizzle-orm';
import { systemClock } from '../../src/clock.ts';
import { openChatId } from '../../src/crypto/chat-id.ts';
import { findingBy } from '../../src/crypto/finding.ts';
import { ringToText } from '../../src/crypto/key-text.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import { openDatabase } from '../../src/db/client.ts';
import { startEmbedded } from '../../src/db/embedded/index.ts';
import { migrate } from '../../src/db/migrate.ts';
import { deliveries, subscribers } from '../../src/db/schema/index.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import { binding } from '../../src/domain/bindings.ts';
import type { HearingFacts } from '../../src/domain/hearing.ts';
import type { CaseId, HearingId, PostId } from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import { type RenderedMessage, sendMessageParams } from '../../src/domain/message.ts';
import type { DeliveryState, Role } from '../../src/domain/words.ts';
import { createLog } from '../../src/log.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { createCampaign } from '../../src/services/campaigns/create.ts';
import { ensureBot } from '../../src/services/campaigns/ensure-bot.ts';
import { agreeToCase } from '../../src/services/cases/agree.ts';
import { createCase } from '../../src/services/cases/create.ts';
import {
  actingAs,
  type BotContext,
  type SigningContext,
  type StaffContext,
} from '../../src/services/context.ts';
import { followCase } from '../../src/services/follows/follow.ts';
import { decideHearing } from '../../src/services/hearings/decide.ts';
import { recordHearing } from '../../src/services/hearings/record.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { addStaff } from '../../src/services/staff/add.ts';
import type { LimiterOptions } from '../../src/telegram/limiter.ts';
import { must } from '../../tests/helpers/must.ts';
import { writeFollowers } from './followers.ts';
import type { SenderOrder } from './sender-process.ts';

/** A PostgreSQL of a benchmark's own, or the one that DATABASE_URL names: then its content is thrown away. */
export async function benchDatabase(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bray-bench-'));
  const embedded = await startEmbedded({
    dataFolder,
    log: (line) => console.error(`[database] ${line}`),
    removeAtEnd: true,
  });
  return {
    url: embedded.url,
    async close() {
      await embedded.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export type BenchCampaign = Awaited<ReturnType<typeof benchCampaign>>;

/** A campaign with one case, an author and an approver, whose bot is known to Telegram as `bot`. */
export async function benchCampaign(
  databaseUrl: string,
  bot: { readonly id: number; readonly username: string },
) {
  await migrate(databaseUrl);
  const database = openDatabase(databaseUrl, { poolSize: 8 });
  const { db } = database;
  const clock = systemClock;
  const keys = generateKeys();
  const campaignId = must(
    await createCampaign(
      { db, clock },
      { name: 'Free the Donkeys', languages: [...languages], zone: 'Asia/Baku' },
    ),
  ).campaignId;
  const telegramId = String(bot.id);
  const botId = await ensureBot({ db, clock, campaignId }, { telegramId, username: bot.username });
  const sealer = createSealer(keys.public.sealing, clock);
  const opener = createOpener(keys.sender.sealing);
  const ctx: SigningContext = {
    db,
    clock,
    log: createLog('silent'),
    actor: { kind: 'operator' },
    campaignId,
    botId,
    seal: sealer.seal,
    pinned: keys.public,
    signingKey: keys.web.approvalSigning,
    networks: openNetworks().networks,
  };
  const author = await staffContext(ctx, ['author']);
  const approver = await staffContext(ctx, ['approver']);
  const lawyer = await staffContext(ctx, ['lawyer']);
  const coordinator = await staffContext(ctx, ['coordinator']);
  const caseId = await addCase('donkeys');

  async function addCase(slug: string): Promise<CaseId> {
    const created = await createCase(author, {
      slug,
      name: { en: 'Donkeys' },
      summary: { en: 'Two donkeys and a press conference.' },
      country: 'AZ',
      zone: 'Asia/Baku',
      fictional: true,
      persons: [],
    });
    const { caseId: opened } = must(created);
    must(await agreeToCase(approver, { caseId: opened }));
    return opened;
  }

  const second = await staffContext(ctx, ['approver']);
  const leaver = await staffContext(ctx, ['approver']);

  return {
    ...database,
    addCase,
    /** Those who are there before an attack; see `attacked`. */
    people: () => ({
      job: ctx,
      operator: ctx,
      author,
      approver,
      second,
      leaver,
      lawyer,
      coordinator,
      caseId,
    }),
    [Symbol.asyncDispose]: () => database.close(),
    ctx,
    author,
    approver,
    caseId,
    botId,
    campaignId,
    keys: ringToText(keys),
    ring: keys,

    /** The persons `firstChat`, `firstChat + 1`, … become followers, their languages going round. */
    async addFollowers(firstChat: number, count: number, ofCase = caseId): Promise<void> {
      const deps = { sql: database.sql, keys, seal: sealer.seal, campaignId, botId };
      await writeFollowers(deps, { caseId: ofCase, firstChat, count });
    },

    /** One chat becomes a follower, as the bot's own verb makes it one. */
    async follow(chatId: number, language: Language, ofCase = caseId): Promise<void> {
      const bot: BotContext = {
        ...ctx,
        actor: { kind: 'subscriber' },
        ...findingBy(keys.bot, botId),
      };
      must(await followCase(bot, { chatId: String(chatId), kind: 'private', language, caseId: ofCase }));
    },

    /** The chats of which something is in doubt: how many deliveries are unknown, how many were repeated. */
    async doubtfulChats(): Promise<Map<number, { readonly unknown: number; readonly repeated: number }>> {
      const rows = await db
        .select({
          id: subscribers.id,
          sealedChat: subscribers.sealedChat,
          unknown: sql<number>`count(*) filter (where ${deliveries.state} = 'unknown')::int`,
          repeated: sql<number>`count(*) filter (where ${deliveries.repeat})::int`,
        })
        .from(deliveries)
        .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
        .where(or(eq(deliveries.state, 'unknown'), deliveries.repeat))
        .groupBy(subscribers.id);
      return new Map(
        rows.map(({ id, sealedChat, ...counts }) => {
          const opened = openChatId(opener, sealedChat, binding.subscriberChat(id));
          if (!opened.ok) throw new Error(opened.broken);
          return [opened.value, counts];
        }),
      );
    },

    /** The chats of the deliveries in a state, with their readers' languages. */
    async chatsIn(state: DeliveryState): Promise<Map<number, Language>> {
      const rows = await db
        .select({
          id: subscribers.id,
          sealedChat: subscribers.sealedChat,
          language: subscribers.language,
        })
        .from(deliveries)
        .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
        .where(eq(deliveries.state, state));
      return new Map(
        rows.map(({ id, sealedChat, language }) => {
          const opened = openChatId(opener, sealedChat, binding.subscriberChat(id));
          if (!opened.ok) throw new Error(opened.broken);
          return [opened.value, language];
        }),
      );
    },

    /** A post in all languages, each approved by a second person, on its way; answers the deliveries planned. */
    async publish(texts: Readonly<Record<Language, string>>, ofCase = caseId): Promise<number> {
      return (await publishPost(ctx, await approvePost(texts, ofCase))).deliveries;
    },

    approvePost,

    /** A hearing ten days from now, approved by a second person: its alert is due at once. */
    async announceHearing(ofCase: CaseId, court: string): Promise<HearingId> {
      const today = clock.now().toZonedDateTimeISO('Asia/Baku').toPlainDate();
      const facts: HearingFacts = {
        status: 'scheduled',
        localDate: today.add({ days: 10 }).toString(),
        localTime: '15:00',
        zone: 'Asia/Baku',
        kind: 'verdict',
        court: { en: court },
        room: null,
        openness: 'open',
        judge: null,
        outcome: null,
        sources: ['A source'],
        checkedOn: today.toString(),
      };
      const { hearingId } = must(await recordHearing(lawyer, { caseId: ofCase, facts }));
      must(await decideHearing(coordinator, { hearingId, revision: 1, decision: 'approved' }));
      return hearingId;
    },

    /** What `sendMessage` is given for each language of the newest broadcast, without the chat. */
    async newestTexts(): Promise<ReturnType<typeof sendMessageParams>[]> {
      const rows = await database.sql<{ payload: RenderedMessage }[]>`
        select payload from messages where not discreet and broadcast_id = (
          select id from broadcasts order by created_at desc limit 1)
        order by language`;
      return rows.map(({ payload }) => sendMessageParams(payload));
    },

    /** Whether every delivery is recorded as what became of it. Asks only for rows that a small index holds. */
    async isSettled(): Promise<boolean> {
      const [row] = await database.sql<{ left: boolean }[]>`
        select exists (
          select 1 from broadcasts b cross join lateral (
            select 1 from deliveries d where d.broadcast_id = b.id and d.waiting limit 1) waiting) as left`;
      return row?.left === false;
    },

    /** What a sender of this campaign is told, in a process of its own. */
    senderOrder(
      telegram: { readonly url: string; readonly token: string },
      how: { readonly limiter: LimiterOptions; readonly connections?: number },
    ): SenderOrder {
      return {
        databaseUrl,
        apiRoot: telegram.url,
        token: telegram.token,
        botId,
        campaignId,
        keys: ringToText(keys),
        limiter: how.limiter,
        connections: how.connections ?? 64,
      };
    },
  };

  async function approvePost(texts: Readonly<Record<Language, string>>, ofCase: CaseId): Promise<PostId> {
    const postId = await writePost(author, ofCase, texts);
    for (const language of languages) {
      const { translationId } = must(await submitPost(author, { postId, language }));
      must(await decidePost(approver, { translationId, version: 1, decision: 'approved' }));
    }
    return postId;
  }
}

/** A text for each language, told apart by a number. */
export function benchTexts(number: number): Record<Language, string> {
  const texts = languages.map((language) => [language, `The court has set a date (${number}, ${language}).`]);
  return Object.fromEntries(texts) as Record<Language, string>;
}

async function writePost(author: StaffContext, caseId: CaseId, texts: Readonly<Record<Language, string>>) {
  const { postId } = must(
    await createPost(author, {
      caseId,
      sourceLanguage: 'en',
      text: texts.en,
      notBefore: null,
      notAfter: null,
    }),
  );
  for (const language of languages) {
    if (language !== 'en') must(await editPost(author, { postId, language, text: texts[language] }));
  }
  return postId;
}

async function staffContext(ctx: SigningContext, roles: readonly Role[]): Promise<StaffContext> {
  const name = `The ${roles.join(' ')}`;
  const added = must(await addStaff(ctx, { name, roles, reads: languages, language: 'en' }));
  const actor: StaffActor = {
    kind: 'staff',
    id: added.staffId,
    name,
    roles,
    languages,
    cases: null,
    via: 'api',
  };
  return actingAs(ctx, actor);
}
