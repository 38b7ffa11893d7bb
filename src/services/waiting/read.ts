import { and, asc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import {
  cases,
  hearingRevisions,
  hearings,
  incidentRevisions,
  incidents,
  posts,
  translations,
} from '../../db/schema/index.ts';
import { hasRole } from '../../domain/actor.ts';
import { mayDecideFacts, mayDecideText } from '../../domain/approval.ts';
import type { ApprovalProgress } from '../../domain/approval-policy.ts';
import type { HearingId, IncidentId, PostId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { Localised } from '../../domain/localised.ts';
import type { TranslationState } from '../../domain/words.ts';
import { type HeldByBot, heldByBot } from '../bots/held-by-stop.ts';
import { ofOwnCases } from '../cases/scope.ts';
import type { StaffContext } from '../context.ts';
import { hasLapsed } from '../hearings/approved.ts';
import { inEffectAhead } from '../hearings/ask-again.ts';
import { approversOf } from '../posts/approved.ts';
import { editorsOf } from '../posts/find.ts';
import { hasTextLapsed, stillToGoOut } from '../posts/lapsed.ts';
import { isUndescribed } from '../posts/photo.ts';
import { handedIn } from '../posts/take-back.ts';
import { isVisibleIn, visiblePosts } from '../posts/visible.ts';

/** A text that waits for this reader. */
export interface WaitingText {
  readonly postId: PostId;
  readonly language: Language;
  readonly caseName: Localised;
  readonly state: TranslationState;
  readonly since: Temporal.Instant;
  /** It has gone out in part, and no approval of it counts any more. */
  readonly again: boolean;
  /** How far it has come, where it takes several approvals; null: it waits for one, or is still being written. */
  readonly approvals: ApprovalProgress | null;
}

/** A revision of a hearing that waits for this reader's decision. */
export interface WaitingFacts {
  readonly hearingId: HearingId;
  readonly revision: number;
  readonly caseName: Localised;
  readonly since: Temporal.Instant;
}

/** The same of an incident. */
export type WaitingIncident = Omit<WaitingFacts, 'hearingId'> & { readonly incidentId: IncidentId };

/** What a staff member has before them; each list with the longest waiting first. */
export interface Waiting {
  /** They may decide on these, and have not yet. */
  readonly texts: readonly WaitingText[];
  readonly facts: readonly WaitingFacts[];
  readonly incidents: readonly WaitingIncident[];
  /** They wrote or changed these last, and others decide. */
  readonly own: readonly WaitingText[];
  /** They wrote or changed these last, and can go on with them. */
  readonly drafts: readonly WaitingText[];
  /** They write this language, and these have gone or are to go out with an image of which nobody says what it shows. */
  readonly undescribed: readonly WaitingText[];
  /** Telegram takes nothing from the bot, which can tell nobody of it; null while it does. */
  readonly heldByBot: HeldByBot | null;
}

/** Everything that waits for whoever is signed in. */
export async function whatWaits(ctx: StaffContext): Promise<Waiting> {
  const { actor } = ctx;
  const found = await textsWithCases(ctx)
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        ofOwnCases(ctx, cases.id),
        or(
          inArray(translations.state, ['draft', 'rejected', 'in_review']),
          // Asked about anew, and perhaps approved since.
          and(stillToGoOut(ctx), isNotNull(translations.askedAgainAt)),
        ),
      ),
    )
    .orderBy(asc(translations.editedAt));
  type Found = WaitingText & Record<'own' | 'waits' | 'decides', boolean>;
  const texts: Found[] = [];
  for (const { text, post, caseName } of found) {
    const { postId, language, state, editedAt } = text;
    const again = state === 'published';
    if (again && !(await hasTextLapsed(ctx, post, text))) continue;
    const since = again ? (text.askedAgainAt ?? editedAt) : editedAt;
    const { authorId } = post;
    const editors = editorsOf(text);
    const own = authorId === actor.id || editors.includes(actor.id);
    const may = mayDecideText(actor, { authorId, editors, language }) === null;
    const waits = again || state === 'in_review';
    const isShared = waits && text.approvalsNeeded > 1 && (own || may);
    const approvers = isShared ? await approversOf(ctx, post, text) : null;
    texts.push({
      postId,
      language,
      state,
      since,
      caseName,
      approvals: approvers && { given: approvers.size, needed: text.approvalsNeeded },
      own,
      waits,
      again,
      decides: may && approvers?.has(actor.id) !== true,
    });
  }
  const undescribed = await textsUndescribed(ctx);
  const revisions = await ctx.db
    .select({ revision: hearingRevisions, caseName: cases.name })
    .from(hearingRevisions)
    .innerJoin(hearings, eq(hearings.id, hearingRevisions.hearingId))
    .innerJoin(cases, eq(cases.id, hearings.caseId))
    .where(
      and(
        ofOwnCases(ctx, cases.id),
        or(
          and(eq(hearings.campaignId, ctx.campaignId), eq(hearingRevisions.state, 'in_review')),
          // Asked about anew, and perhaps approved since.
          and(inEffectAhead(ctx), isNotNull(hearingRevisions.askedAgainAt)),
        ),
      ),
    )
    .orderBy(asc(hearingRevisions.recordedAt));
  const facts: WaitingFacts[] = [];
  for (const { revision: row, caseName } of revisions) {
    if (mayDecideFacts(actor, row) !== null) continue;
    if (row.state !== 'in_review' && !(await hasLapsed(ctx, row))) continue;
    const { hearingId, revision, recordedAt, askedAgainAt } = row;
    facts.push({
      hearingId,
      revision,
      caseName,
      since: row.state === 'in_review' ? recordedAt : (askedAgainAt ?? recordedAt),
    });
  }
  const happened = await ctx.db
    .select({ revision: incidentRevisions, caseName: cases.name })
    .from(incidentRevisions)
    .innerJoin(incidents, eq(incidents.id, incidentRevisions.incidentId))
    .innerJoin(cases, eq(cases.id, incidents.caseId))
    .where(
      and(
        eq(incidents.campaignId, ctx.campaignId),
        ofOwnCases(ctx, cases.id),
        eq(incidentRevisions.state, 'in_review'),
      ),
    )
    .orderBy(asc(incidentRevisions.recordedAt));
  return {
    incidents: happened
      .filter(({ revision }) => mayDecideFacts(actor, revision) === null)
      .map(({ revision: { incidentId, revision, recordedAt }, caseName }) => ({
        incidentId,
        revision,
        caseName,
        since: recordedAt,
      })),
    texts: texts.filter(({ waits, decides }) => waits && decides),
    facts,
    own: texts.filter(({ waits, own }) => waits && own),
    drafts: texts.filter(({ waits, own }) => !waits && own),
    undescribed,
    heldByBot: await heldByBot(ctx),
  };
}

function textsWithCases(ctx: StaffContext) {
  return ctx.db
    .select({ text: translations, post: posts, caseName: cases.name })
    .from(translations)
    .innerJoin(posts, eq(posts.id, translations.postId))
    .innerJoin(cases, eq(cases.id, posts.caseId));
}

/** Those whose image waits for whoever asks to say what it shows, the longest waiting first. */
async function textsUndescribed(ctx: StaffContext): Promise<WaitingText[]> {
  if (!hasRole(ctx.actor, 'author', 'translator')) return [];
  const found = await textsWithCases(ctx)
    .where(
      and(
        eq(posts.campaignId, ctx.campaignId),
        visiblePosts(ctx),
        isNotNull(translations.altDeferredAt),
        inArray(translations.state, [...handedIn, 'published']),
        isNull(translations.retractedAt),
      ),
    )
    .orderBy(asc(translations.altDeferredAt));
  return found.flatMap(({ text, post, caseName }) => {
    const { postId, language, state, altDeferredAt } = text;
    if (altDeferredAt === null || !isUndescribed(post, text) || !isVisibleIn(ctx, language)) return [];
    return [{ postId, language, state, caseName, since: altDeferredAt, again: false, approvals: null }];
  });
}
