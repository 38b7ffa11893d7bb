import type { Context } from '../services/context.ts';
import type { ClaimedDelivery } from '../services/deliveries/claim.ts';
import type { ClaimedCall } from '../services/deliveries/claim-calls.ts';
import type { Opener } from '../services/deliveries/open.ts';
import type { Catch } from './claimer.ts';
import type { Counters } from './counters.ts';
import type { Entry } from './entry.ts';
import { callEntry, deliveryEntry } from './prepare.ts';
import type { Settler } from './settler.ts';

export interface IntakeDeps {
  readonly ctx: Context;
  readonly opener: Opener;
  readonly settler: Settler;
  readonly counters: Counters;
}

/**
 * Opens what was claimed. What does not open (a row changed by hand, or sealed to another key) ends here: it goes
 * to nobody, and only its id and class are logged.
 */
export function takeIn(deps: IntakeDeps, { calls, deliveries, texts }: Catch): Entry[] {
  const since = deps.ctx.clock.monotonic();
  const entries: Entry[] = [];
  for (const row of calls) {
    const entry = callEntry(deps.opener, row, since);
    if (entry !== null) entries.push(entry);
    else if (row.destination === null) drop(deps, row, 'no-chat');
    else refuse(deps, row);
  }
  for (const row of deliveries) {
    const text = texts.get(row.messageId);
    const entry = text === undefined ? null : deliveryEntry(deps.opener, row, text, since);
    if (entry !== null) entries.push(entry);
    else refuse(deps, row);
  }
  return entries;
}

function refuse(deps: IntakeDeps, row: ClaimedDelivery | ClaimedCall): void {
  const outcome = 'unsealable';
  deps.counters.unsealable += 1;
  deps.ctx.log.error('row-not-opened', { outcome, id: row.id });
  if (row.kind === 'call') drop(deps, row, outcome);
  else deps.settler.add({ delivery: row, end: { do: 'failed', outcome } });
}

function drop({ settler }: IntakeDeps, call: ClaimedCall, outcome: string): void {
  settler.addCall({ call, end: { do: 'drop', outcome, chat: 'stays' } });
}
