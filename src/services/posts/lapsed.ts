import { eq, type SQL, sql } from 'drizzle-orm';
import { cases, posts, translations } from '../../db/schema/index.ts';
import { lasts } from '../../domain/account-delivery.ts';
import type { TranslationId } from '../../domain/ids.ts';
import type { Context } from '../context.ts';
import { isTextApproved } from './approved.ts';
import type { PostRow, TranslationRow } from './find.ts';

/**
 * Of a text joined with its post and case: whether it has gone out, was not taken back, and somebody is still to get it: an
 * account, or readers who waited for the end of an embargo. What ended for want of an approval counts, while its time lasts.
 */
export function stillToGoOut(ctx: Context): SQL {
  const now = sql`${ctx.clock.now().toString()}::timestamptz`;
  const { id, state, retractedAt, publishedAt, askedAgainAt } = translations;
  const readersUntil = sql`coalesce(${posts.notAfter},
    greatest(${posts.embargoUntil}, ${publishedAt}) + ${lasts.toString()}::interval)`;
  return sql`(${state} = 'published' and ${retractedAt} is null and ${posts.campaignId} = ${ctx.campaignId}
    and ${cases.status} = 'open' and (${posts.notAfter} is null or ${posts.notAfter} > ${now})
    and (${posts.readersDueAt} is not null or (${askedAgainAt} is not null and ${readersUntil} > ${now})
      or exists (select 1 from account_deliveries d join payloads y on y.id = d.payload_id
        where y.translation_id = ${id} and d.not_after > ${now} and d.retraction is null
          and (d.state = 'planned' or (d.state = 'cancelled' and d.outcome = 'unapproved')))))`;
}

/** Whether a text that is still to go out to somebody has no approval that counts: it may be approved once more. */
export async function hasTextLapsed(ctx: Context, post: PostRow, text: TranslationRow): Promise<boolean> {
  return (await isStillToGoOut(ctx, text.id)) && !(await isTextApproved(ctx, post, text));
}

async function isStillToGoOut(ctx: Context, translationId: TranslationId): Promise<boolean> {
  const [found] = await ctx.db
    .select({ id: translations.id })
    .from(translations)
    .innerJoin(posts, eq(posts.id, translations.postId))
    .innerJoin(cases, eq(cases.id, posts.caseId))
    .where(sql`${translations.id} = ${translationId} and ${stillToGoOut(ctx)}`);
  return found !== undefined;
}
