import type { CaseId, HearingId } from '../../../domain/ids.ts';
import { findCaseOrNone } from '../../../services/cases/find.ts';
import { findHearingInEffect } from '../../../services/hearings/find.ts';
import { cardMessage } from '../cards.ts';
import type { Handling } from '../handling.ts';
import { casesPage } from '../texts/cases-page.ts';
import { hearingCard } from '../texts/hearing-card.ts';
import { hearingsPage } from '../texts/hearings-page.ts';
import { timelinePage } from '../texts/timeline-page.ts';

/** A case's name in the list, or "Back" to it. */
export async function onCase(handling: Handling, caseId: CaseId): Promise<void> {
  const card = await cardMessage(handling, { kind: 'case', caseId });
  if (card === null) return handling.say('case-gone');
  await handling.edit(card);
}

/** Turns to a page of the campaign's cases. */
export async function onCases(handling: Handling, page: number): Promise<void> {
  await handling.edit(await casesPage(handling, page));
}

/** Turns to a page of what happened in a case. */
export async function onTimeline(handling: Handling, caseId: CaseId, page: number): Promise<void> {
  const shown = await findCaseOrNone(handling.ctx, caseId);
  if (shown === undefined) return handling.say('case-gone');
  await handling.edit(await timelinePage(handling, shown, page));
}

/** A hearing in the list, or the next one of a case. */
export async function onHearing(handling: Handling, hearingId: HearingId, page: number): Promise<void> {
  const shown = await findHearingInEffect(handling.ctx, hearingId);
  if (shown === undefined) return handling.say('hearing-gone');
  await handling.edit(await hearingCard(handling, shown, page));
}

/** Turns to a page of the hearings ahead. */
export async function onHearings(handling: Handling, page: number): Promise<void> {
  await handling.edit(await hearingsPage(handling, page));
}
