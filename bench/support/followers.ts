import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql } from 'postgres';
import { chatIndex } from '../../src/crypto/chat-index.ts';
import type { BotKeys } from '../../src/crypto/keys.ts';
import { binding } from '../../src/domain/bindings.ts';
import { type BotId, type CampaignId, type CaseId, newId, type SubscriberId } from '../../src/domain/ids.ts';
import { languages } from '../../src/domain/language.ts';
import type { Seal } from '../../src/services/context.ts';

/** So many rows go to the database at once. */
const CHUNK = 1000;

export interface FollowersDeps {
  readonly sql: Sql;
  readonly keys: { readonly bot: Pick<BotKeys, 'index'> };
  readonly seal: Seal;
  readonly campaignId: CampaignId;
  readonly botId: BotId;
}

/**
 * Writes the persons `firstChat`, `firstChat + 1`, … as followers of a case, as a service would have them after
 * years: each chat sealed to its own row, the languages going round.
 */
export async function writeFollowers(
  deps: FollowersDeps,
  {
    caseId,
    firstChat,
    count,
  }: { readonly caseId: CaseId; readonly firstChat: number; readonly count: number },
): Promise<void> {
  const { sql } = deps;
  const at = new Date().toISOString();
  const into = await sql`
    copy subscribers (id, campaign_id, bot_id, chat_index, sealed_chat, kind, language, state, created_at)
    from stdin`.writable();
  await pipeline(Readable.from(chunks(deps, { firstChat, count, at })), into);
  await sql`
    insert into follows (subscriber_id, case_id, created_at)
    select id, ${caseId}, created_at from subscribers s
    where bot_id = ${deps.botId} and created_at = ${at}
      and not exists (select 1 from follows f where f.subscriber_id = s.id)`;
  await sql`vacuum analyze subscribers, follows`;
}

/** Rows in PostgreSQL's own text form, a thousand at a time. */
function* chunks(
  { keys, seal, campaignId, botId }: FollowersDeps,
  { firstChat, count, at }: { readonly firstChat: number; readonly count: number; readonly at: string },
): Iterable<string> {
  for (let from = 0; from < count; from += CHUNK) {
    let rows = '';
    for (let i = from; i < Math.min(count, from + CHUNK); i += 1) {
      const id = newId<SubscriberId>();
      const chat = firstChat + i;
      const index = hex(chatIndex(keys.bot.index, botId, chat));
      const sealed = hex(seal(String(chat), binding.subscriberChat(id)));
      const language = languages[i % languages.length];
      rows += `${id}\t${campaignId}\t${botId}\t${index}\t${sealed}\tprivate\t${language}\tactive\t${at}\n`;
    }
    yield rows;
  }
}

function hex(bytes: Uint8Array): string {
  return `\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}
