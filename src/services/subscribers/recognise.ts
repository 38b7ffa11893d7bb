import { and, eq, sql } from 'drizzle-orm';
import { attendances, calls, hearings, staff, subscribers, updates } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { hex, jsonRows } from '../deliveries/statement.ts';
import { findSubscriber } from './find.ts';
import { mergeSubscribers } from './merge.ts';

type Finding = BotContext['formerly'][number];

/**
 * Lets a chat be found by the present keys whose rows are still found by those before a rotation, so that every other verb
 * knows the present ones alone. What holds the chat itself is sealed anew with it. Does nothing where no older key is left.
 */
export async function recogniseChat(ctx: BotContext, { chatId }: { readonly chatId: string }): Promise<void> {
  if (ctx.formerly.length === 0) return;
  await inTransaction(ctx, async (tx) => {
    for (const former of tx.formerly) {
      await recogniseSubscriber(tx, former, chatId);
      await recogniseStaff(tx, former, chatId);
      await recogniseCalls(tx, former, chatId);
      await tx.db
        .update(updates)
        .set({ chatIndex: tx.chatIndex(chatId) })
        .where(and(eq(updates.botId, tx.botId), eq(updates.chatIndex, former.chatIndex(chatId))));
      await recogniseAttendances(tx, former, chatId);
    }
  });
}

async function recogniseSubscriber(tx: BotContext, former: Finding, chatId: string): Promise<void> {
  const [old] = await tx.db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(and(eq(subscribers.botId, tx.botId), eq(subscribers.chatIndex, former.chatIndex(chatId))));
  if (old === undefined) return;
  const present = await findSubscriber(tx, { chatId });
  // A process that had not been told of the new keys took it for a new chat.
  if (present !== null) return mergeSubscribers(tx, old.id, present.id);
  await tx.db
    .update(subscribers)
    .set({ chatIndex: tx.chatIndex(chatId), sealedChat: tx.seal(chatId, binding.subscriberChat(old.id)) })
    .where(eq(subscribers.id, old.id));
}

async function recogniseStaff(tx: BotContext, former: Finding, chatId: string): Promise<void> {
  const ofChat = (one: Finding) => and(eq(staff.botId, tx.botId), eq(staff.chatIndex, one.chatIndex(chatId)));
  const [old] = await tx.db.select({ id: staff.id }).from(staff).where(ofChat(former));
  if (old === undefined || (await tx.db.$count(staff, ofChat(tx))) > 0) return;
  await tx.db
    .update(staff)
    .set({ chatIndex: tx.chatIndex(chatId), sealedChat: tx.seal(chatId, binding.staffChat(old.id)) })
    .where(eq(staff.id, old.id));
}

async function recogniseCalls(tx: BotContext, former: Finding, chatId: string): Promise<void> {
  const old = await tx.db
    .select({ id: calls.id })
    .from(calls)
    .where(and(eq(calls.botId, tx.botId), eq(calls.chatIndex, former.chatIndex(chatId))));
  for (const { id } of old) {
    await tx.db
      .update(calls)
      .set({ chatIndex: tx.chatIndex(chatId), sealedChat: tx.seal(chatId, binding.callChat(id)) })
      .where(eq(calls.id, id));
  }
}

/** A chat's marks have nothing in common: each is looked for where it would be. */
async function recogniseAttendances(tx: BotContext, former: Finding, chatId: string): Promise<void> {
  const counted = await tx.db
    .selectDistinct({ hearingId: attendances.hearingId, day: attendances.day })
    .from(attendances)
    .innerJoin(hearings, eq(hearings.id, attendances.hearingId))
    .where(eq(hearings.campaignId, tx.campaignId));
  const marks = counted.map((hearing) => ({
    ...hearing,
    old: hex(former.attendanceMark(hearing, chatId)),
    mark: hex(tx.attendanceMark(hearing, chatId)),
  }));
  await tx.db.execute(sql`
    with m as (
      select * from jsonb_to_recordset(${jsonRows(marks)}) as m("hearingId" uuid, day date, old text, mark text)
    ), gone as (
      delete from attendances a using m
      where a.hearing_id = m."hearingId" and a.day = m.day and a.mark = decode(m.old, 'hex')
      returning m."hearingId", m.day, m.mark
    )
    insert into attendances (hearing_id, day, mark)
    select "hearingId", day, decode(mark, 'hex') from gone on conflict do nothing`);
}
