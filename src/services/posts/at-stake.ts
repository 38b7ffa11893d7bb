import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import { approvals } from '../../db/schema/index.ts';
import type { Language } from '../../domain/language.ts';
import { nextState } from '../../domain/post.ts';
import type { CoreContext } from '../context.ts';
import type { Post } from './read.ts';

/** What a change of all that a post's languages share would take back. */
export interface AtStake {
  /** Texts that would be drafts again, and are not now. */
  readonly languages: readonly Language[];
  /** Approvals that would be void. */
  readonly approvals: number;
}

/** What would be lost by a change, to be told before it is made. */
export async function atStake(ctx: CoreContext, post: Post): Promise<AtStake> {
  const texts = post.translations.filter(
    ({ state }) => state !== 'draft' && nextState(state, 'edit') === 'draft',
  );
  const ids = texts.map(({ id }) => id);
  const [found] = await ctx.db
    .select({ approvals: count() })
    .from(approvals)
    .where(
      and(inArray(approvals.subjectId, ids), eq(approvals.decision, 'approved'), isNull(approvals.voidedAt)),
    );
  return { languages: texts.map(({ language }) => language), approvals: found?.approvals ?? 0 };
}
