import { and, desc, eq, sql } from 'drizzle-orm';
import { auditEntries, calls, staff } from '../../db/schema/index.ts';
import type { CallId, StaffId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { compose } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import { audit } from '../audit.ts';
import { findCampaign } from '../campaigns/find.ts';
import { type Context, inTransaction } from '../context.ts';
import { findStaff } from './find.ts';
import { notifyStaff } from './notify.ts';

export type SendTestRefusal = { readonly code: 'staff-unknown' } | { readonly code: 'chat-not-linked' };

/** `held`: it was tried and did not get through yet. `over`: Telegram has taken it, or will never take it. */
export type TestMessageState = 'not-sent' | 'on-its-way' | 'held' | 'over';

const verb = 'staff/send-test';

/**
 * Sends a test message to a staff member's linked chat. Once: asked for again it does nothing, unless `again`
 * says that a further one is wanted.
 */
export async function sendTestMessage(
  ctx: Context,
  input: { readonly staffId: StaffId; readonly again?: boolean },
): Promise<Result<{ readonly sent: boolean }, SendTestRefusal>> {
  return inTransaction(ctx, async (tx) => {
    // Two who ask at once ask one after the other.
    await tx.db.execute(sql`select 1 from ${staff} where id = ${input.staffId} for update`);
    const member = await findStaff(tx, input.staffId);
    if (member === undefined) return refused({ code: 'staff-unknown' });
    if (member.botId === null) return refused({ code: 'chat-not-linked' });
    if (!input.again && (await lastTest(tx, input.staffId)) !== null) return done({ sent: false });
    const campaign = (await findCampaign(tx)).name;
    const callId = await notifyStaff(tx, member.id, {
      ...compose(translate(member.language, 'setup-test-message', { campaign })),
      buttons: [],
    });
    await audit(tx, { verb, subject: { type: 'staff', id: member.id }, details: { call: callId } });
    return done({ sent: true });
  });
}

/** What has become of the last test message to a staff member. */
export async function testMessageState(ctx: Context, staffId: StaffId): Promise<TestMessageState> {
  const last = await lastTest(ctx, staffId);
  if (last === null) return 'not-sent';
  // A call that is over leaves no row.
  const [call] = await ctx.db.select({ outcome: calls.outcome }).from(calls).where(eq(calls.id, last));
  if (call === undefined) return 'over';
  return call.outcome === null ? 'on-its-way' : 'held';
}

async function lastTest(ctx: Context, staffId: StaffId): Promise<CallId | null> {
  const [entry] = await ctx.db
    .select({ call: sql<CallId>`${auditEntries.details} ->> 'call'` })
    .from(auditEntries)
    .where(and(eq(auditEntries.verb, verb), eq(auditEntries.subjectId, staffId)))
    .orderBy(desc(auditEntries.id))
    .limit(1);
  return entry?.call ?? null;
}
