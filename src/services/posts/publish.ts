import { and, eq, inArray } from 'drizzle-orm';
import { posts, translations } from '../../db/schema/index.ts';
import type { PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import {
  isUnderEmbargo,
  nextState,
  type TranslationEvent,
  type TranslationStates,
  textForReaders,
} from '../../domain/post.ts';
import { priority } from '../../domain/priority.ts';
import { shownCount } from '../../domain/shown-count.ts';
import { planAccountDeliveries } from '../account-deliveries/plan.ts';
import { audit } from '../audit.ts';
import { planBroadcast } from '../broadcasts/plan.ts';
import { isCardOutdated } from '../cards/of.ts';
import { holdCase } from '../cases/find.ts';
import { type Context, inTransaction, type SigningContext } from '../context.ts';
import { reach } from '../fail-point.ts';
import { arePostsPaused } from '../pauses/standing.ts';
import { together } from '../together.ts';
import { approvedAt } from './approved.ts';
import { askAgainForReaders } from './ask-again.ts';
import { lockPost, type PostRow, type TranslationRow } from './find.ts';
import { textsForReaders } from './for-readers.ts';
import { makePublic } from './make-public.ts';
import { photoOf } from './photo.ts';
import { renderPost } from './render.ts';
import { tellOfUnapproved } from './tell-unapproved.ts';

/** What became of a post's texts when its turn came. */
export interface Published {
  readonly published: readonly Language[];
  readonly expired: readonly Language[];
  /** The case was closed meanwhile: nothing more of it goes out. */
  readonly withdrawn: readonly Language[];
  /**
   * Approved by the row, but without a valid approval of exactly this text, or with a card of facts that are past: made a
   * draft again.
   */
  readonly unapproved: readonly Language[];
  readonly deliveries: number;
}

/**
 * Moves a post on as far as its window and its approvals allow: approved texts go out to their readers, texts
 * whose window has closed expire, those of a case that was closed are withdrawn. Each approval is checked once more
 * against the text as it stands, so a row changed by hand publishes nothing, and a card against the facts; staff are told. While a pause stands nothing
 * is published.
 */
export async function publishPost(ctx: SigningContext, postId: PostId): Promise<Published> {
  const published = await inTransaction(ctx, async (tx) => {
    const post = await lockPost(tx, postId);
    reach('post.locked');
    if (post === undefined) throw new Error('A post that was to be published does not exist.');
    const outcome = {
      published: [] as Language[],
      expired: [] as Language[],
      withdrawn: [] as Language[],
      unapproved: [] as Language[],
    };
    let toAccounts = 0;
    const now = tx.clock.now();
    const open = post.notBefore === null || Temporal.Instant.compare(post.notBefore, now) <= 0;
    const over = post.notAfter !== null && Temporal.Instant.compare(post.notAfter, now) <= 0;
    const { status } = await holdCase(tx, post.caseId);
    const paused = await arePostsPaused(tx, post.caseId);
    const outdated = await isCardOutdated(tx, post);
    for (const text of await waitingTexts(tx, post)) {
      const approved = text.state === 'approved' || text.state === 'scheduled';
      const since = approved && !outdated ? await approvedAt(tx, post, text) : null;
      if (over) {
        await move(tx, text, 'expire');
        outcome.expired.push(text.language);
      } else if (status === 'closed') {
        await move(tx, text, 'withdraw');
        outcome.withdrawn.push(text.language);
      } else if (approved && since === null) {
        await move(tx, text, 'edit');
        outcome.unapproved.push(text.language);
      } else if (since !== null && open && paused) {
        // It waits as it stands; whoever lifts the pause wakes us.
      } else if (since !== null && open) {
        await move(tx, text, 'publish');
        outcome.published.push(text.language);
        toAccounts += await planAccountDeliveries(tx, post, { id: text.id, approvedAt: since });
      } else if (text.state === 'approved') {
        await move(tx, text, 'schedule');
      }
    }
    if (outcome.unapproved.length > 0) await tellOfUnapproved(tx, post, outcome.unapproved);
    reach('post.moved');
    const changed = Object.values(outcome).some((languages) => languages.length > 0);
    if (post.readersDueAt !== null && !isUnderEmbargo(post, now)) await askAgainForReaders(tx, post);
    const held = await holdReaders(tx, post, { published: outcome.published.length > 0, paused });
    const deliveries = changed || held === 'freed' ? await serveReaders(tx, post) : 0;
    if (held === 'freed' || (held === 'none' && outcome.published.length > 0)) await makePublic(tx, post);
    if (changed || held === 'freed') {
      await audit(tx, {
        verb: 'posts/publish',
        subject: { type: 'post', id: post.id },
        details: {
          published: outcome.published.join(' '),
          expired: outcome.expired.join(' '),
          withdrawn: outcome.withdrawn.join(' '),
          unapproved: outcome.unapproved.join(' '),
          deliveries: shownCount(deliveries),
          toAccounts,
        },
      });
    }
    reach('post.planned');
    return { ...outcome, deliveries };
  });
  reach('post.committed');
  return published;
}

/**
 * Notes until when readers wait for what contacts have under an embargo, and says when they wait no longer: a due instant
 * of its own, since no text moves at that time.
 */
async function holdReaders(
  ctx: Context,
  post: PostRow,
  { published, paused }: { readonly published: boolean; readonly paused: boolean },
): Promise<'held' | 'freed' | 'none'> {
  const set = (readersDueAt: Temporal.Instant | null) =>
    ctx.db.update(posts).set({ readersDueAt }).where(eq(posts.id, post.id));
  if (isUnderEmbargo(post, ctx.clock.now())) {
    if (published) await set(post.embargoUntil);
    return 'held';
  }
  if (post.readersDueAt === null || paused) return 'none';
  await set(null);
  return 'freed';
}

/**
 * Plans what readers can be given now (`textsForReaders`). Whoever would read a text that was retracted gets none in its
 * place. Harmless to repeat: nobody gets a post a second time.
 */
export async function serveReaders(ctx: SigningContext, post: PostRow): Promise<number> {
  const texts = await textsForReaders(ctx, post);
  if (texts.length === 0) return 0;
  const { name, fictional } = await holdCase(ctx, post.caseId);
  const served = textForReaders(post.sourceLanguage, await statesOf(ctx, post));
  const photos = new Map(
    await together(texts.map(async (text) => [text.language, await photoOf(ctx, post, text)] as const)),
  );
  return planBroadcast(ctx, {
    subject: { kind: 'post', postId: post.id },
    caseId: post.caseId,
    priority: priority.post,
    notAfter: post.notAfter,
    texts: served.flatMap(({ reader, text: textLanguage }) => {
      const found = texts.find((text) => text.language === textLanguage);
      if (found === undefined) return [];
      const message = renderPost(reader, {
        text: found.text,
        textLanguage,
        caseId: post.caseId,
        caseName: name,
        fictional,
        photo: photos.get(textLanguage) ?? null,
      });
      return [{ reader, textLanguage, message }];
    }),
  });
}

async function statesOf(ctx: Context, post: PostRow): Promise<TranslationStates> {
  const { language, state } = translations;
  const texts = await ctx.db
    .select({ language, state })
    .from(translations)
    .where(eq(translations.postId, post.id));
  return Object.fromEntries(texts.map((text) => [text.language, text.state]));
}

async function waitingTexts(ctx: Context, post: PostRow): Promise<TranslationRow[]> {
  return ctx.db
    .select()
    .from(translations)
    .where(
      and(
        eq(translations.postId, post.id),
        inArray(translations.state, ['in_review', 'approved', 'scheduled']),
      ),
    );
}

async function move(ctx: Context, text: TranslationRow, event: TranslationEvent): Promise<void> {
  const state = nextState(text.state, event);
  if (state === null) throw new Error(`A text cannot ${event} from ${text.state}.`);
  await ctx.db
    .update(translations)
    .set({ state, ...(state === 'published' && { publishedAt: ctx.clock.now() }) })
    .where(eq(translations.id, text.id));
}
