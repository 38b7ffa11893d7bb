import { and, asc, eq, isNull, lt, or } from 'drizzle-orm';
import { cases, posts, translations } from '../../db/schema/index.ts';
import type { TranslationId } from '../../domain/ids.ts';
import { audit } from '../audit.ts';
import { isCardOutdated } from '../cards/of.ts';
import { type Context, inTransaction } from '../context.ts';
import { isTextApproved } from './approved.ts';
import { askForPostApproval } from './ask-for-approval.ts';
import { lockTranslation, type PostRow } from './find.ts';
import { hasTextLapsed, stillToGoOut } from './lapsed.ts';

/** Whoever does not answer is asked again after so long. */
const askedEvery = Temporal.Duration.from({ hours: 24 });

/**
 * Asks anew about every text that has gone out in part, and of which no approval counts any more before the rest has: an
 * approver has left while its embargo ran, or while it waited at an account. Until it is approved anew nothing more of it
 * goes out. One with a card of facts that are past cannot be, and is not asked about. Answers how many texts it asked about.
 */
export async function askAgainAboutTexts(ctx: Context): Promise<number> {
  let count = 0;
  for (const { post, text } of await unasked(ctx)) {
    // Nothing is locked yet: nearly all are approved.
    if (await isTextApproved(ctx, post, text)) continue;
    if (await inTransaction(ctx, (tx) => askAgainAbout(tx, text.id))) count += 1;
  }
  return count;
}

/** The same of what readers who waited for the end of an embargo are about to be given, with the post locked. */
export async function askAgainForReaders(tx: Context, post: PostRow): Promise<void> {
  const { id, postId, askedAgainAt } = translations;
  const found = await tx.db
    .select({ id })
    .from(translations)
    .where(and(eq(postId, post.id), isNull(askedAgainAt)));
  for (const text of found) await askAgainAbout(tx, text.id);
}

async function unasked(ctx: Context) {
  const before = ctx.clock.now().subtract(askedEvery);
  return ctx.db
    .select({ post: posts, text: translations })
    .from(translations)
    .innerJoin(posts, eq(posts.id, translations.postId))
    .innerJoin(cases, eq(cases.id, posts.caseId))
    .where(
      and(stillToGoOut(ctx), or(isNull(translations.askedAgainAt), lt(translations.askedAgainAt, before))),
    )
    .orderBy(asc(translations.publishedAt));
}

/** Once more with the post locked: somebody may have approved it, or taken it back, since. */
async function askAgainAbout(tx: Context, id: TranslationId): Promise<boolean> {
  const found = await lockTranslation(tx, id);
  if (found === undefined) return false;
  const { post, translation } = found;
  if (!(await hasTextLapsed(tx, post, translation)) || (await isCardOutdated(tx, post))) return false;
  await tx.db.update(translations).set({ askedAgainAt: tx.clock.now() }).where(eq(translations.id, id));
  const asked = await askForPostApproval(tx, post, translation, 'again');
  tx.log.warn('text-asked-again', { id: post.id, count: asked });
  await audit(tx, {
    verb: 'posts/ask-again',
    subject: { type: 'translation', id },
    details: { language: translation.language, asked },
  });
  return true;
}
