import type { CaseId } from '../../../domain/ids.ts';
import { findCaseOrNone } from '../../../services/cases/find.ts';
import type { Handling } from '../handling.ts';
import { caseCard } from '../texts/case-card.ts';
import { casesPage } from '../texts/cases-page.ts';
import { hearingsPage } from '../texts/hearings-page.ts';

/** A case's name in the list, or "Back" to it. */
export async function onCase(handling: Handling, caseId: CaseId): Promise<void> {
  const shown = await findCaseOrNone(handling.ctx, caseId);
  if (shown === undefined) return handling.say('case-gone');
  await handling.edit(await caseCard(handling, shown));
}

export async function onCases(handling: Handling, page: number): Promise<void> {
  await handling.edit(await casesPage(handling, page));
}

export async function onHearings(handling: Handling, page: number): Promise<void> {
  await handling.edit(await hearingsPage(handling, page));
}
