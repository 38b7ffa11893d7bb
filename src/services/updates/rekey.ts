import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm';
import { updates } from '../../db/schema/index.ts';
import { hex, jsonRows } from '../deliveries/statement.ts';
import type { InboxContext } from './inbox.ts';

const BATCH = 500;

/**
 * Seals what lies in the inbox to the present keys, where there are older ones, and lets its chats be found by them: to be
 * called before anything is handled, so that what a chat says next does not overtake it. `chatOf` reads from a body which
 * chat it is from. What opens with none of the keys stays as it is.
 */
export async function rekeyUpdates(
  ctx: InboxContext,
  chatOf: (body: string) => string | null,
): Promise<void> {
  if (ctx.formerly.length === 0) return;
  let after = -1;
  for (;;) {
    const rows = await ctx.db
      .select({ updateId: updates.updateId, sealed: updates.sealed })
      .from(updates)
      .where(and(eq(updates.botId, ctx.botId), gt(updates.updateId, after), isNotNull(updates.sealed)))
      .orderBy(asc(updates.updateId))
      .limit(BATCH);
    const changes = rows.flatMap(({ updateId, sealed }) => {
      const ids = { bot: ctx.botId, updateId };
      const opened = sealed === null ? null : ctx.inbox.open(sealed, ids);
      if (sealed === null || opened?.ok !== true) return [];
      const chatId = chatOf(Buffer.from(opened.value).toString('utf8'));
      return {
        updateId,
        old: hex(sealed),
        anew: hex(ctx.inbox.seal(opened.value, ids)),
        chat: chatId === null ? null : hex(ctx.chatIndex(chatId)),
      };
    });
    // What was handled meanwhile keeps nothing.
    await ctx.db.execute(sql`
      update updates u set sealed = decode(c.anew, 'hex'), chat_index = decode(c.chat, 'hex')
      from jsonb_to_recordset(${jsonRows(changes)}) as c("updateId" bigint, old text, anew text, chat text)
      where u.bot_id = ${ctx.botId} and u.update_id = c."updateId" and u.sealed = decode(c.old, 'hex')`);
    after = rows.at(-1)?.updateId ?? after;
    if (rows.length < BATCH) return;
  }
}
