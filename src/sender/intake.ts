import type { Context } from '../services/context.ts';
import type { ClaimedDelivery } from '../services/deliveries/claim.ts';
import type { ClaimedCall } from '../services/deliveries/claim-calls.ts';
import type { Opener } from '../services/deliveries/open.ts';
import type { Settlement } from '../services/deliveries/settle.ts';
import type { Catch } from './claimer.ts';
import type { Counters } from './counters.ts';
import type { Entry } from './entry.ts';
import { KEYS_OUTDATED, OUTDATED_SECONDS } from './outdated-keys.ts';
import { callEntry, deliveryEntry } from './prepare.ts';
import type { Settler } from './settler.ts';

export interface IntakeDeps {
  readonly ctx: Context;
  readonly opener: Opener;
  readonly settler: Settler;
  readonly counters: Counters;
}

/** What was taken in: what can go out, and deliveries that ended here. */
export interface Intake {
  readonly entries: readonly Entry[];
  readonly refused: readonly Settlement[];
}

/**
 * Opens what was claimed. What does not open (a row changed by hand, or sealed to another key), and what is not what was
 * rendered, ends here: it goes to nobody, and only its id and class are logged. What is sealed to a key that came after ours
 * waits until a process opens it that was started since.
 */
export function takeIn(deps: IntakeDeps, { calls, deliveries, texts }: Catch): Intake {
  const since = deps.ctx.clock.monotonic();
  const now = deps.ctx.clock.now().epochMilliseconds;
  const entries: Entry[] = [];
  const refused: Settlement[] = [];
  for (const row of calls) {
    const opened = callEntry(deps.opener, row, since);
    if (opened.ok) entries.push(opened.value);
    else if (row.destination !== null && opened.broken === 'later-epoch')
      deps.settler.addCall({ call: row, end: { do: 'again', ...heldFor(deps, row), ...remembered(row) } });
    else drop(deps, row, row.destination === null ? 'no-chat' : notOpened(deps, row));
  }
  for (const row of deliveries) {
    const text = texts.get(row.messageId);
    if (text === undefined || text.broadcastId !== row.broadcastId) {
      refused.push({ delivery: row, end: { do: 'failed', outcome: notSigned(deps, row) } });
      continue;
    }
    // Its own term is signed, that of the delivery is not.
    if (text.notAfter !== null && text.notAfter <= now) {
      refused.push({ delivery: row, end: { do: 'expired' } });
      continue;
    }
    const opened = deliveryEntry(deps.opener, row, text, since);
    if (opened.ok) entries.push(opened.value);
    else if (opened.broken === 'later-epoch')
      refused.push({ delivery: row, end: { do: 'again', ...heldFor(deps, row), repeat: row.repeat } });
    else refused.push({ delivery: row, end: { do: 'failed', outcome: notOpened(deps, row) } });
  }
  for (const settlement of refused) deps.settler.add(settlement);
  return { entries, refused };
}

/** Of a row that opens with a later key than ours: its turn comes again, under the outcome that is the reason. */
function heldFor(
  { ctx }: IntakeDeps,
  { id }: ClaimedDelivery | ClaimedCall,
): { readonly outcome: string; readonly afterMs: number } {
  ctx.log.error('row-not-opened', { outcome: KEYS_OUTDATED, id });
  return { outcome: KEYS_OUTDATED, afterMs: OUTDATED_SECONDS * 1000 };
}

/** That it may have arrived already is not forgotten. */
function remembered({ outcome }: ClaimedCall): { readonly outcome?: string } {
  return outcome === null ? {} : { outcome };
}

/** The outcome of a row that does not open. */
function notOpened({ counters, ctx }: IntakeDeps, { id }: ClaimedDelivery | ClaimedCall): string {
  const outcome = 'unsealable';
  counters.unsealable += 1;
  ctx.log.error('row-not-opened', { outcome, id });
  return outcome;
}

/** The outcome of a row whose text is not what was rendered, or belongs to another broadcast. */
function notSigned({ counters, ctx }: IntakeDeps, { id }: ClaimedDelivery): string {
  const outcome = 'unsigned';
  counters.unsigned += 1;
  ctx.log.error('row-not-signed', { outcome, id });
  return outcome;
}

function drop({ settler }: IntakeDeps, call: ClaimedCall, outcome: string): void {
  settler.addCall({ call, end: { do: 'drop', outcome, chat: 'stays' } });
}
