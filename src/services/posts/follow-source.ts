import { and, eq, ne } from 'drizzle-orm';
import { translations } from '../../db/schema/index.ts';
import type { Language } from '../../domain/language.ts';
import { nextState } from '../../domain/post.ts';
import { carryFacts, differByFactsOnly, judgeFacts } from '../../domain/text/locked-facts.ts';
import {
  alignParagraphs,
  type ParagraphStanding,
  paragraphsOf,
  type TranslatedParagraph,
} from '../../domain/text/paragraphs.ts';
import type { StaffContext } from '../context.ts';
import { aboutToChange, backToDraft } from './back-to-draft.ts';
import type { PostRow, TranslationRow } from './find.ts';
import { filledText, keptParagraphs } from './paragraphs.ts';
import { type PostFacts, postFacts } from './post-facts.ts';

/** Which languages took over what was changed in the source, and which are drafts again since they still say otherwise. */
export interface FollowedSource {
  readonly followed: readonly Language[];
  readonly takenBack: readonly Language[];
}

/**
 * After an edit of a post's source from `was` to `now`: an hour, a day or an address that was changed and nothing around it
 * is changed in the other languages too, wherever it is locked. A language that still has what the source has no more is a
 * draft again. Either voids its approvals, and whoever edited the source approves none of them.
 */
export async function followSource(
  ctx: StaffContext,
  post: PostRow,
  { was, now }: { readonly was: string; readonly now: string },
): Promise<FollowedSource> {
  const others = await ctx.db
    .select()
    .from(translations)
    .where(and(eq(translations.postId, post.id), ne(translations.language, post.sourceLanguage)));
  const open = others.filter(({ state }) => nextState(state, 'edit') !== null);
  const [followed, takenBack]: [TranslationRow[], TranslationRow[]] = [[], []];
  const changed = await aboutToChange(ctx, post, open);
  for (const { text } of changed) {
    const facts = await postFacts(ctx, post, text.language);
    const next = await follow(ctx, text, now, facts);
    if (next !== null) followed.push(text);
    if (stillSays(next ?? text.text, { was, now }, facts)) takenBack.push(text);
  }
  const touched = changed.filter(({ text }) => followed.includes(text) || takenBack.includes(text));
  if (touched.length > 0) await backToDraft(ctx, touched);
  return {
    followed: followed.map(({ language }) => language),
    takenBack: takenBack.map(({ language }) => language),
  };
}

/** Writes what a text takes over of its source; answers it as it goes out then, or null where it takes over nothing. */
async function follow(
  ctx: StaffContext,
  text: TranslationRow,
  now: string,
  facts: PostFacts,
): Promise<string | null> {
  const kept = keptParagraphs(text);
  if (kept === null) return null;
  const standing = alignParagraphs(paragraphsOf(now), kept);
  const next = standing.map((one) => carried(one, facts));
  if (next.every((one, i) => one.text === standing[i]?.text)) return null;
  const isStale = alignParagraphs(paragraphsOf(now), next).some(
    ({ is }) => is === 'changed' || is === 'gone',
  );
  const filled = filledText(next);
  await ctx.db
    .update(translations)
    .set({ text: filled, paragraphs: next, check: isStale ? 'stale' : 'draft' })
    .where(eq(translations.id, text.id));
  return filled;
}

function carried(one: ParagraphStanding, facts: PostFacts): TranslatedParagraph {
  if (one.is === 'gone') return { source: one.was, text: one.text };
  if (one.is !== 'changed') return { source: one.source, text: one.text };
  const unchanged = { source: one.was, text: one.text };
  if (!differByFactsOnly(one.was, one.source, facts.inSource)) return unchanged;
  const next = facts.of(one.source);
  const text = carryFacts(one.text, facts.of(one.was), next);
  if (text === null || judgeFacts(text, next, facts.inText) !== null) return unchanged;
  return { source: one.source, text };
}

/** Whether a text has an hour, a day or an address that its source had before and has no more. */
function stillSays(
  text: string,
  { was, now }: { readonly was: string; readonly now: string },
  { inSource, inText }: PostFacts,
): boolean {
  const valuesIn = (found: ReturnType<PostFacts['inText']>) =>
    new Set(
      found.flatMap(({ kind, value }) => (kind === 'name' || kind === 'court' ? [] : [`${kind} ${value}`])),
    );
  const gone = valuesIn(inSource(was)).difference(valuesIn(inSource(now)));
  return gone.size > 0 && !gone.isDisjointFrom(valuesIn(inText(text)));
}
