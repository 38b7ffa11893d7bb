import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { broadcasts, messages } from '../../db/schema/index.ts';
import { factDeciders } from '../../domain/actor.ts';
import type { BroadcastId, CaseId, MessageId } from '../../domain/ids.ts';
import { localise } from '../../domain/localised.ts';
import { bold, compose, paragraphs } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import type { Context } from '../context.ts';
import { findDeciders } from '../staff/find.ts';
import { notifyStaff } from '../staff/notify.ts';
import { nameOfCase } from './name-of-case.ts';

/** Tells everyone who decides that a broadcast was halted. Call it in the transaction that halts it. */
export async function tellOfHalt(ctx: Context, broadcastId: BroadcastId): Promise<void> {
  const [halted] = await ctx.db.select().from(broadcasts).where(eq(broadcasts.id, broadcastId));
  if (halted === undefined) throw new Error('A broadcast was halted that does not exist.');
  const { kind } = halted;
  const name = await nameOfCase(ctx, halted.caseId);
  for (const { id, language } of await told(ctx, halted.caseId)) {
    const what = translate(language, 'staff-broadcast-halted', { kind, case: localise(name, language) });
    const then = translate(language, 'staff-broadcast-halted-then');
    await notifyStaff(ctx, id, { ...compose(paragraphs(bold(what), then)), buttons: [] });
  }
}

/**
 * Tells everyone who decides that Telegram refuses a text. Call it in the transaction that halts it. The same words
 * are several messages, for several readers: they are told of the first that is halted.
 */
export async function tellOfHaltedText(ctx: Context, messageId: MessageId): Promise<void> {
  const [halted] = await ctx.db
    .select({
      broadcastId: broadcasts.id,
      kind: broadcasts.kind,
      caseId: broadcasts.caseId,
      textLanguage: messages.textLanguage,
    })
    .from(messages)
    .innerJoin(broadcasts, eq(broadcasts.id, messages.broadcastId))
    .where(eq(messages.id, messageId));
  if (halted === undefined) throw new Error('A text was halted that does not exist.');
  const { broadcastId, kind, textLanguage } = halted;
  const before = await ctx.db.$count(
    messages,
    and(
      eq(messages.broadcastId, broadcastId),
      eq(messages.textLanguage, textLanguage),
      isNotNull(messages.haltedAt),
      ne(messages.id, messageId),
    ),
  );
  if (before > 0) return;
  const name = await nameOfCase(ctx, halted.caseId);
  for (const { id, language } of await told(ctx, halted.caseId)) {
    const what = translate(language, 'staff-text-halted', {
      kind,
      case: localise(name, language),
      language: translate(language, 'language-name', { language: textLanguage }),
    });
    await notifyStaff(ctx, id, { ...compose(bold(what)), buttons: [] });
  }
}

function told(ctx: Context, caseId: CaseId | null) {
  return findDeciders(ctx, { caseId, roles: factDeciders, language: null, without: [] });
}
