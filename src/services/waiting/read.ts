import { type HeldByBot, heldByBot } from '../bots/held-by-stop.ts';
import type { StaffContext } from '../context.ts';
import { casesToAgreeTo, reserveToAgreeTo, type WaitingCase, type WaitingReserve } from './agreements.ts';
import { type WaitingFacts, type WaitingIncident, waitingHearings, waitingIncidents } from './facts.ts';
import { textsUnderWay, textsUndescribed, type WaitingText } from './texts.ts';

/** What a staff member has before them; each list with the longest waiting first. */
export interface Waiting {
  /** They may decide on these, and have not yet. */
  readonly texts: readonly WaitingText[];
  readonly facts: readonly WaitingFacts[];
  readonly incidents: readonly WaitingIncident[];
  /** Somebody opened these, and they may agree to their words. */
  readonly cases: readonly WaitingCase[];
  /** Somebody named what stands in reserve, and they may agree; null: nothing waits for them. */
  readonly reserve: WaitingReserve | null;
  /** They wrote or changed these (`TextUnderWay`), and others decide. */
  readonly own: readonly WaitingText[];
  /** They wrote or changed these, and can go on with them. */
  readonly drafts: readonly WaitingText[];
  /** They write this language, and these have gone or are to go out with an image of which nobody says what it shows. */
  readonly undescribed: readonly WaitingText[];
  /** Telegram takes nothing from the bot, which can tell nobody of it; null while it does. */
  readonly heldByBot: HeldByBot | null;
}

/** Everything that waits for whoever is signed in. */
export async function whatWaits(ctx: StaffContext): Promise<Waiting> {
  const texts = await textsUnderWay(ctx);
  return {
    texts: texts.filter(({ waits, decides }) => waits && decides),
    cases: await casesToAgreeTo(ctx),
    reserve: await reserveToAgreeTo(ctx),
    own: texts.filter(({ waits, own }) => waits && own),
    drafts: texts.filter(({ waits, own }) => !waits && own),
    undescribed: await textsUndescribed(ctx),
    facts: await waitingHearings(ctx),
    incidents: await waitingIncidents(ctx),
    heldByBot: await heldByBot(ctx),
  };
}
