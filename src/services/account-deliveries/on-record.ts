import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { auditEntries, payloads, staff } from '../../db/schema/index.ts';
import type { Place } from '../../domain/network.ts';
import type { CoreContext } from '../context.ts';
import type { AccountDeliveryRow, Job } from './job.ts';

/** What of a text the audit log says to have gone where, and to whom. A type, to be details of an entry. */
type OnRecord = {
  readonly text: string;
  readonly account: string;
  readonly part: number;
  readonly contact: string | null;
};

/**
 * By what an audit entry names what became of a delivery. Not by the delivery: whoever can write to the database can put
 * another in its place, while no role may change or remove an entry.
 */
export async function onRecord(
  ctx: CoreContext,
  { payloadId, accountId, part, contactId }: AccountDeliveryRow,
): Promise<OnRecord> {
  const [payload] = await ctx.db
    .select({ text: payloads.translationId })
    .from(payloads)
    .where(eq(payloads.id, payloadId));
  if (payload === undefined) throw new Error('A delivery is of a payload that does not exist.');
  return { text: payload.text, account: accountId, part, contact: contactId };
}

/** By what an entry names where something stands: networks' own names of accounts are in it. */
export function placeOnRecord(id: Place['id']): string {
  return createHash('sha256').update(id).digest('hex');
}

/** Whether another approver, who is on the staff still, has seen a delivery at this very place. */
export async function isSeenByAnother(
  ctx: CoreContext,
  delivery: AccountDeliveryRow,
  { remoteId }: { readonly remoteId: Place['id'] },
): Promise<boolean> {
  const { text, account, part, contact } = await onRecord(ctx, delivery);
  const { verb, details, campaignId, actor, actorKind } = auditEntries;
  const own = ctx.actor.kind === 'staff' ? ctx.actor.id : '';
  const [seen] = await ctx.db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .innerJoin(staff, sql`${actorKind} = 'staff' and ${actor} = ${staff.id}::text`)
    .where(
      sql`${campaignId} = ${ctx.campaignId} and ${details} ? 'text' and ${details} ->> 'text' = ${text}
        and coalesce(${details} ->> 'contact', '') = ${contact ?? ''} and ${verb} = 'account-deliveries/see'
        and ${details} ->> 'account' = ${account} and (${details} ->> 'part')::int = ${part}
        and ${details} ->> 'place' = ${placeOnRecord(remoteId)}
        and ${actor} <> ${own} and ${staff.revokedAt} is null and 'approver' = any(${staff.roles})`,
    )
    .limit(1);
  return seen !== undefined;
}

/**
 * Whether what a part of a thread answers stands where its rows say: what else it would be put below, in our name, is
 * nobody's to choose.
 */
export async function answersWhatStands(
  ctx: CoreContext,
  { delivery, text, parcel: { answers } }: Job,
): Promise<boolean> {
  if (answers === null) return true;
  const { verb, details, campaignId } = auditEntries;
  const entries = await ctx.db
    .select({ part: sql<number>`(${details} ->> 'part')::int`, place: sql<string>`${details} ->> 'place'` })
    .from(auditEntries)
    .where(
      sql`${campaignId} = ${ctx.campaignId} and ${details} ? 'text' and ${details} ->> 'text' = ${text.id}
        and ${verb} in ('account-deliveries/publish', 'account-deliveries/settle')
        and ${details} ->> 'account' = ${delivery.accountId}
        and coalesce(${details} ->> 'contact', '') = ${delivery.contactId ?? ''}`,
    );
  const stands = (part: number, { id }: Place) =>
    entries.some((entry) => entry.part === part && entry.place === placeOnRecord(id));
  return stands(0, answers.root) && stands(delivery.part - 1, answers.parent);
}

/**
 * What has happened by the audit log to what a delivery would carry, after which it is never planned again: it stands there,
 * somebody took it back, or its text was retracted. Null when nothing has.
 */
export async function pastOf(
  ctx: CoreContext,
  { delivery, text }: Job,
): Promise<'stands' | 'withdrawn' | 'retracted' | null> {
  const { verb, details, campaignId } = auditEntries;
  const isWithdrawn = sql`${verb} = 'account-deliveries/withdraw'`;
  // With what would have followed it in its thread.
  const isOfPart = sql`(${details} ->> 'part')::int <= ${delivery.part} and (${isWithdrawn} or (${details} ->> 'part')::int = ${delivery.part})`;
  const isOfReader = sql`${details} ->> 'account' = ${delivery.accountId}
    and coalesce(${details} ->> 'contact', '') = ${delivery.contactId ?? ''} and ${isOfPart}`;
  const [found] = await ctx.db
    .select({
      past: sql<'stands' | 'withdrawn' | 'retracted'>`case ${verb}
        when 'posts/keep-from-readers' then 'retracted' when 'account-deliveries/withdraw' then 'withdrawn'
        else 'stands' end`,
    })
    .from(auditEntries)
    .where(
      sql`${campaignId} = ${ctx.campaignId} and ${details} ? 'text' and ${details} ->> 'text' = ${text.id}
        and coalesce(${details} ->> 'contact', '') in ('', ${delivery.contactId ?? ''}) and (
        ${verb} = 'posts/keep-from-readers'
        or (${verb} = 'account-deliveries/publish' and ${isOfReader})
        or (${verb} = 'account-deliveries/settle' and ${details} ->> 'state' = 'sent' and ${isOfReader})
        or (${isWithdrawn} and ${isOfReader}))`,
    )
    // What stands there is said to, whatever else has happened to it.
    .orderBy(
      sql`case ${verb} when 'posts/keep-from-readers' then 2 when 'account-deliveries/withdraw' then 1 else 0 end`,
    )
    .limit(1);
  return found?.past ?? null;
}
