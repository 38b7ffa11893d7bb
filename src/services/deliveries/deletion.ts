import { calls } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { type CallId, newId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';

/** A bot can delete only messages younger than 48 h (Bot API 10.3, deleteMessage, November 2026). */
export const DELETABLE_FOR = { hours: 48 } as const;
/** When a message to a discreet reader goes at the latest, which leaves an hour for trying. */
const DELETED_AFTER = { hours: 47 } as const;

/** A message that was sent to a discreet reader and is to be taken away again. */
export interface SentDiscreetly {
  readonly chatId: number;
  /** The chat's index, in base64. */
  readonly chatKey: string;
  /** Telegram's number of the message in that chat. */
  readonly messageId: number;
}

/** The call that will delete a message: sealed, so it may be kept until it is written. */
export type Deletion = typeof calls.$inferInsert;

/** Made at the moment the message was sent, since its time counts from there. */
export function deletionOf(ctx: Context, sent: SentDiscreetly): Deletion {
  const id = newId<CallId>();
  const now = ctx.clock.now();
  return {
    id,
    botId: ctx.botId,
    purpose: 'deletion',
    method: 'deleteMessage',
    sealedParams: ctx.seal(JSON.stringify({ message_id: sent.messageId }), binding.callParams(id)),
    sealedChat: ctx.seal(String(sent.chatId), binding.callChat(id)),
    chatIndex: Buffer.from(sent.chatKey, 'base64'),
    state: 'planned',
    dueAt: now.add(DELETED_AFTER),
    notAfter: now.add(DELETABLE_FOR),
  };
}

/** Writes deletions; writing one a second time changes nothing. */
export async function writeDeletions(ctx: Context, deletions: readonly Deletion[]): Promise<void> {
  if (deletions.length === 0) return;
  await ctx.db
    .insert(calls)
    .values([...deletions])
    .onConflictDoNothing();
}
