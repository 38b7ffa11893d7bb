import { and, eq, gt, isNull } from 'drizzle-orm';
import { hashToken } from '../../crypto/token.ts';
import { staff, staffLinks } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import type { StaffId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { compose } from '../../domain/text/message.ts';
import { roles } from '../../domain/words.ts';
import { translate } from '../../i18n/index.ts';
import { audit } from '../audit.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { findStaff, findStaffWith } from './find.ts';
import { notifyStaff } from './notify.ts';

export type LinkChatRefusal = { readonly code: 'code-wrong' } | { readonly code: 'code-used' };

/**
 * Joins a staff member to the private chat in which their one-time code was used, in place of a chat linked
 * before: the others on the staff are told then. A chat that belonged to another staff member is taken from them.
 */
export async function linkChat(
  ctx: BotContext,
  input: { readonly code: string; readonly chatId: string },
): Promise<Result<{ readonly staffId: StaffId; readonly language: Language }, LinkChatRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const hash = hashToken(input.code);
    const [known] = await tx.db
      .select({ id: staffLinks.id })
      .from(staffLinks)
      .where(eq(staffLinks.hash, hash));
    if (known === undefined) return refused({ code: 'code-wrong' });
    const [link] = await tx.db
      .update(staffLinks)
      .set({ usedAt: now })
      .where(and(eq(staffLinks.hash, hash), isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, now)))
      .returning({ staffId: staffLinks.staffId });
    const member = link && (await findStaff(tx, link.staffId));
    if (member === undefined) return refused({ code: 'code-used' });
    const chatIndex = tx.chatIndex(input.chatId);
    await tx.db
      .update(staff)
      .set({ botId: null, chatIndex: null, sealedChat: null })
      .where(and(eq(staff.botId, tx.botId), eq(staff.chatIndex, chatIndex)));
    await tx.db
      .update(staff)
      .set({ botId: tx.botId, chatIndex, sealedChat: tx.seal(input.chatId, binding.staffChat(member.id)) })
      .where(eq(staff.id, member.id));
    if (member.linked) await tellOfMove(tx, member);
    await audit(tx, { verb: 'staff/link-chat', subject: { type: 'staff', id: member.id } });
    return done({ staffId: member.id, language: member.language });
  });
}

/** Facts are decided from a chat: that somebody's is another now should surprise nobody, and whom it does can act. */
async function tellOfMove(
  ctx: BotContext,
  member: { readonly id: StaffId; readonly name: string },
): Promise<void> {
  for (const { id, language } of await findStaffWith(ctx, { roles, language: null, without: [member.id] })) {
    const text = translate(language, 'staff-chat-moved', { name: member.name });
    await notifyStaff(ctx, id, { ...compose(text), buttons: [] });
  }
}
