import { and, eq, inArray, isNull } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import type { JsonValue } from '../../domain/canonical.ts';
import type { EndpointEventSubject } from '../../domain/endpoint.ts';
import { isUnderEmbargo } from '../../domain/post.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { isApproved } from '../hearings/approved.ts';
import { factsOf } from '../hearings/facts.ts';
import { findHearing, revisionNumbered } from '../hearings/find.ts';
import { isTextApproved } from '../posts/approved.ts';

/**
 * What an event tells, as everybody may know it now: only what still is what was approved, as followers get it. Null when
 * nothing of it is left: taken back, closed, over, or changed by hand. Of persons nothing.
 */
export function renderEvent(ctx: Context, subject: EndpointEventSubject): Promise<JsonValue | null> {
  return 'postId' in subject ? renderPost(ctx, subject) : renderHearing(ctx, subject);
}

async function renderPost(
  ctx: Context,
  { postId, languages }: Extract<EndpointEventSubject, { readonly postId: unknown }>,
): Promise<JsonValue | null> {
  const [post] = await ctx.db
    .select()
    .from(posts)
    .where(and(eq(posts.id, postId), eq(posts.campaignId, ctx.campaignId)));
  if (post === undefined || languages.length === 0) return null;
  const now = ctx.clock.now();
  if (isUnderEmbargo(post, now)) return null;
  if (post.notAfter !== null && Temporal.Instant.compare(post.notAfter, now) <= 0) return null;
  const { slug, status, fictional } = await findCase(ctx, post.caseId);
  if (status === 'closed') return null;
  const texts = await ctx.db
    .select()
    .from(translations)
    .where(
      and(
        eq(translations.postId, postId),
        eq(translations.state, 'published'),
        isNull(translations.retractedAt),
        inArray(translations.language, [...languages]),
      ),
    );
  const told: Record<string, string> = {};
  for (const text of texts) if (await isTextApproved(ctx, post, text)) told[text.language] = text.text;
  if (Object.keys(told).length === 0) return null;
  return { case: slug, fictional, postId, contentWarning: post.warning, texts: told };
}

async function renderHearing(
  ctx: Context,
  { hearingId, revision }: Extract<EndpointEventSubject, { readonly hearingId: unknown }>,
): Promise<JsonValue | null> {
  const { caseId } = await findHearing(ctx, hearingId);
  const row = await revisionNumbered(ctx, hearingId, revision);
  if (row === undefined || !(await isApproved(ctx, row))) return null;
  const { slug, fictional } = await findCase(ctx, caseId);
  const { status, localDate, localTime, zone, kind, court, room, openness } = factsOf(row);
  const facts = { status, localDate, localTime, zone, kind, court, room, openness };
  return { case: slug, fictional, hearingId, revision, ...facts };
}
