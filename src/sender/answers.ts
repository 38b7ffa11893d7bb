import { type CallOutcome, sendOutcome } from '../domain/outcome.ts';
import type { Context } from '../services/context.ts';
import { deletionOf } from '../services/deliveries/deletion.ts';
import { classOf, judge } from '../services/deliveries/judge.ts';
import { judgeCall } from '../services/deliveries/judge-call.ts';
import type { SettledEnd } from '../services/deliveries/settle.ts';
import type { Canaries } from './canaries.ts';
import type { Counters } from './counters.ts';
import { type DeliveryEntry, type Entry, isDelivery } from './entry.ts';
import type { Settler } from './settler.ts';

/** What the calls that we make are answered with; the number is a message's, where one was sent. */
export type Answer = CallOutcome<{ readonly message_id: number }>;

export interface AnswerDeps {
  readonly ctx: Context;
  readonly settler: Settler;
  readonly counters: Counters;
  readonly canaries: Canaries;
}

/** Judges what came of an attempt, counts it, and hands it over to be recorded. Answers how a delivery ended. */
export function takeAnswer(deps: AnswerDeps, entry: Entry, answer: Answer): SettledEnd | null {
  count(deps, entry, answer);
  if (!isDelivery(entry)) {
    deps.settler.addCall({ call: entry.row, end: judgeCall(entry.row, answer) });
    return null;
  }
  const end = endOf(deps, entry, answer);
  deps.settler.add({ delivery: entry.row, end });
  return end;
}

function endOf({ ctx, canaries }: AnswerDeps, entry: DeliveryEntry, answer: Answer): SettledEnd {
  const verdict = judge(entry.row, sendOutcome(answer));
  // What others have got is not refused for its text, but for something about this chat or this repeat.
  if (verdict.do === 'halt-text' && canaries.isProven(entry.row.messageId))
    return { ...verdict, do: 'failed' };
  if (verdict.do !== 'sent') return verdict;
  if (!entry.text.discreet) return { do: 'sent', deletion: null };
  const { chatKey } = entry.row;
  const { messageId } = verdict;
  return { do: 'sent', deletion: deletionOf(ctx, { chatId: entry.chatId, chatKey, messageId }) };
}

function count({ counters, ctx }: AnswerDeps, entry: Entry, answer: Answer): void {
  if (answer.kind === 'done') {
    if (isDelivery(entry)) counters.sent += 1;
    else counters.called += 1;
    return;
  }
  if (answer.kind === 'unknown') counters.unknown += 1;
  else if (answer.kind === 'unsent') counters.unsent += 1;
  else if (answer.refusal.class === 'rate-limited') counters.rateLimited += 1;
  else counters.failed += 1;
  // A delivery's row keeps its outcome; a call's row goes.
  if (!isDelivery(entry)) ctx.log.warn('call-failed', { outcome: classOf(answer) });
}
