import type { CardOf, CardWords } from '../../domain/card.ts';
import type { HearingId, IncidentId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { findCase, personsOf } from '../cases/find.ts';
import type { Context } from '../context.ts';
import { isApproved } from '../hearings/approved.ts';
import { factsOf } from '../hearings/facts.ts';
import { findHearingInEffect } from '../hearings/find.ts';
import { isIncidentApproved } from '../incidents/approved.ts';
import { incidentFactsOf } from '../incidents/facts.ts';
import { readIncident } from '../incidents/find.ts';
import type { PostRow } from '../posts/find.ts';
import { type CardCase, hearingCard, incidentCard, quoteCard } from './words.ts';

/** What staff ask for: the facts as they are in effect now, or a quotation. */
export type WantedCard =
  | { readonly of: 'hearing'; readonly hearingId: HearingId }
  | { readonly of: 'incident'; readonly incidentId: IncidentId }
  | Extract<CardOf, { readonly of: 'quote' }>;

export type CardRefusal =
  | { readonly code: 'hearing-unknown' }
  | { readonly code: 'incident-unknown' }
  /** Nothing of it is in effect, or what is was not approved as it stands. */
  | { readonly code: 'facts-not-in-effect' }
  /** It tells of health or torture, for which a consent can be withdrawn: an image cannot take it back. */
  | { readonly code: 'card-needs-consent' };

/** A card as it is kept with its post, and what it says in a language. */
export interface ReadCard {
  readonly card: CardOf;
  readonly words: (language: Language) => CardWords;
}

/** What a wanted card says, from facts of the post's own case that a second person has approved. */
export async function readCard(
  ctx: Context,
  post: Pick<PostRow, 'caseId'>,
  wanted: WantedCard,
): Promise<Result<ReadCard, CardRefusal>> {
  const { name, fictional } = await findCase(ctx, post.caseId);
  const about: CardCase = { name, fictional, persons: await personsOf(ctx, post.caseId) };
  switch (wanted.of) {
    case 'hearing':
      return cardOfHearing(ctx, post, wanted.hearingId, about);
    case 'incident':
      return cardOfIncident(ctx, post, wanted.incidentId, about);
    case 'quote':
      return done({ card: wanted, words: (language) => quoteCard(language, wanted, about) });
  }
}

async function cardOfHearing(
  ctx: Context,
  { caseId }: Pick<PostRow, 'caseId'>,
  hearingId: HearingId,
  about: CardCase,
): Promise<Result<ReadCard, CardRefusal>> {
  const found = await findHearingInEffect(ctx, hearingId);
  if (found === undefined || found.case.id !== caseId) return refused({ code: 'hearing-unknown' });
  if (!(await isApproved(ctx, found.facts))) return refused({ code: 'facts-not-in-effect' });
  const facts = factsOf(found.facts);
  const { revision } = found.facts;
  return done({
    card: { of: 'hearing', hearingId, revision },
    words: (language) => hearingCard(language, facts, about),
  });
}

async function cardOfIncident(
  ctx: Context,
  { caseId }: Pick<PostRow, 'caseId'>,
  incidentId: IncidentId,
  about: CardCase,
): Promise<Result<ReadCard, CardRefusal>> {
  const found = await readIncident(ctx, incidentId);
  if (found === undefined || found.incident.caseId !== caseId) return refused({ code: 'incident-unknown' });
  const row = found.revisions.find(({ state }) => state === 'in_effect');
  if (row === undefined || row.status !== 'stands' || !(await isIncidentApproved(ctx, row)))
    return refused({ code: 'facts-not-in-effect' });
  const facts = incidentFactsOf(row);
  if (facts.discloses.length > 0) return refused({ code: 'card-needs-consent' });
  return done({
    card: { of: 'incident', incidentId, revision: row.revision },
    words: (language) => incidentCard(language, facts, about),
  });
}

/** Whether a post has a card of other facts than those in effect now; what somebody said stays said. */
export async function isCardOutdated(ctx: Context, post: Pick<PostRow, 'caseId' | 'card'>): Promise<boolean> {
  const { card } = post;
  if (card === null || card.of === 'quote') return false;
  const read = await readCard(ctx, post, card);
  return !read.ok || read.value.card.of === 'quote' || read.value.card.revision !== card.revision;
}
