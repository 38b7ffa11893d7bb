import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { systemClock } from '../../src/clock.ts';
import { openChatId } from '../../src/crypto/chat-id.ts';
import { chatIndex } from '../../src/crypto/chat-index.ts';
import { ringToText } from '../../src/crypto/key-text.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createOpener, createSealer } from '../../src/crypto/seal.ts';
import { openDatabase } from '../../src/db/client.ts';
import { startEmbedded } from '../../src/db/embedded/index.ts';
import { migrate } from '../../src/db/migrate.ts';
import { deliveries, follows, subscribers } from '../../src/db/schema/index.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import { binding } from '../../src/domain/bindings.ts';
import { type CaseId, newId, type SubscriberId } from '../../src/domain/ids.ts';
import { type Language, languages } from '../../src/domain/language.ts';
import type { Result } from '../../src/domain/result.ts';
import type { DeliveryState, Role } from '../../src/domain/words.ts';
import { createLog } from '../../src/log.ts';
import { createCampaign } from '../../src/services/campaigns/create.ts';
import { ensureBot } from '../../src/services/campaigns/ensure-bot.ts';
import { createCase } from '../../src/services/cases/create.ts';
import { actingAs, type Context, type StaffContext } from '../../src/services/context.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { addStaff } from '../../src/services/staff/add.ts';

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
  const ctx: Context = {
    db,
    clock,
    log: createLog('silent'),
    actor: { kind: 'operator' },
    campaignId,
    botId,
    seal: sealer.seal,
  };
  const author = await staffContext(ctx, ['author']);
  const approver = await staffContext(ctx, ['approver']);
  const { caseId } = must(
    await createCase(author, {
      slug: 'donkeys',
      name: { en: 'Donkeys' },
      summary: { en: 'Two donkeys and a press conference.' },
      country: 'AZ',
      zone: 'Asia/Baku',
      fictional: true,
      persons: [],
    }),
  );

  return {
    ...database,
    ctx,
    author,
    approver,
    caseId,
    botId,
    campaignId,
    keys: ringToText(keys),

    /** The persons `firstChat`, `firstChat + 1`, … become followers, their languages going round. */
    async addFollowers(firstChat: number, count: number): Promise<void> {
      for (let from = 0; from < count; from += 1000) {
        const chats = Array.from({ length: Math.min(1000, count - from) }, (_, i) => firstChat + from + i);
        const rows = chats.map((chatId, i) => {
          const id = newId<SubscriberId>();
          return {
            id,
            campaignId,
            botId,
            chatIndex: chatIndex(keys.bot.index, botId, chatId),
            sealedChat: sealer.seal(String(chatId), binding.subscriberChat(id)),
            kind: 'private' as const,
            language: languages[(from + i) % languages.length] ?? 'en',
            state: 'active' as const,
            createdAt: clock.now(),
          };
        });
        await db.insert(subscribers).values(rows);
        const following = rows.map(({ id }) => ({ subscriberId: id, caseId, createdAt: clock.now() }));
        await db.insert(follows).values(following);
      }
      await database.sql`analyze`;
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
    async publish(texts: Readonly<Record<Language, string>>): Promise<number> {
      const postId = await writePost(author, caseId, texts);
      for (const language of languages) {
        const { translationId } = must(await submitPost(author, { postId, language }));
        must(await decidePost(approver, { translationId, version: 1, decision: 'approved' }));
      }
      return (await publishPost(ctx, postId)).deliveries;
    },
  };
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

async function staffContext(ctx: Context, roles: readonly Role[]): Promise<StaffContext> {
  const name = `The ${roles.join(' ')}`;
  const added = must(await addStaff(ctx, { name, roles, reads: languages, language: 'en' }));
  const actor: StaffActor = {
    kind: 'staff',
    id: added.staffId,
    name,
    roles,
    languages,
    via: 'api',
  };
  return actingAs(ctx, actor);
}

function must<Value>(result: Result<Value, { readonly code: string }>): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
