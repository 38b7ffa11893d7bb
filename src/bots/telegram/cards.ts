import type { Card } from '../../domain/callback-data.ts';
import type { RenderedMessage } from '../../domain/message.ts';
import { findCaseOrNone } from '../../services/cases/find.ts';
import { findHearingInEffect } from '../../services/hearings/find.ts';
import type { Handling } from './handling.ts';
import { caseCard } from './texts/case-card.ts';
import { hearingCard } from './texts/hearing-card.ts';

/** Sends what a link led to as it stands now; nothing when it is there no more. */
export async function sendCard(handling: Handling, card: Card): Promise<void> {
  const message = await cardMessage(handling, card);
  if (message !== null) await handling.send(message);
}

/** What a link or a button opens, as it stands now; null when it is there no more. */
export async function cardMessage(handling: Handling, card: Card): Promise<RenderedMessage | null> {
  if (card.kind === 'case') {
    const shown = await findCaseOrNone(handling.ctx, card.caseId);
    return shown === undefined ? null : caseCard(handling, shown);
  }
  const shown = await findHearingInEffect(handling.ctx, card.hearingId);
  return shown === undefined ? null : hearingCard(handling, shown, 1);
}
