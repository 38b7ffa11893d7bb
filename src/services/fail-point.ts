import { channel } from 'node:diagnostics_channel';

/**
 * The places at which the crash run kills a process: between any two of them everything is either on record or
 * can be decided about afterwards. Each is named where it is reached, exactly once.
 */
export const failPoints = [
  // The lease of a token, and whether its bot may send at all.
  'lease.taken',
  'lease.renewed',
  'lease.released',
  'gate.done',
  // What a sender before us left behind, decided inside one transaction.
  'recover.deliveries',
  'recover.calls',
  'recover.committed',
  'orphans.put-back',
  // What is due, named and then taken in hand.
  'look.done',
  'claim.next',
  'claim.calls',
  'claim.deliveries',
  'claim.texts',
  'claim.held',
  'stars.reserved',
  // On the way out. Between these two lies the network; see `bench/support/crash-points.ts`.
  'send.next',
  'send.answered',
  // Its record, inside one transaction where it has effects.
  'record.next',
  'record.ended',
  'record.replanned',
  'record.unreachable',
  'record.moved',
  'record.halted',
  'record.deletions',
  'record.deliveries',
  'record.calls-dropped',
  'record.calls-replanned',
  'record.calls',
  'text.cancelled',
  'finish.done',
  // A broadcast, planned inside the transaction of its alert or post.
  'plan.broadcast',
  'plan.messages',
  'plan.deliveries',
  'overtake.done',
  // A hearing's facts, decided by a second person.
  'decide.approved',
  'decide.planned',
  'decide.committed',
  // An alert that falls due.
  'alert.taken',
  'alert.planned',
  'alert.audited',
  'alert.committed',
  // A post whose turn has come.
  'post.locked',
  'post.moved',
  'post.planned',
  'post.committed',
  // What Telegram tells us.
  'update.kept',
  'update.acknowledged',
  'update.worked',
  'update.marked',
  'update.handled',
] as const;

export type FailPoint = (typeof failPoints)[number];

/** Node's diagnostics channel on which reached points are told: the message is the point's name. */
export const FAIL_POINT_CHANNEL = 'bray:fail-point';

const told = channel(FAIL_POINT_CHANNEL);

/** Tells whoever listens, in this very turn, that this point was reached. In production nobody does. */
export function reach(point: FailPoint): void {
  if (told.hasSubscribers) told.publish(point);
}
