import { z } from '@hono/zod-openapi';
import { requestLasts } from '../../domain/broadcast-action.ts';
import type { Progress } from '../../domain/progress.ts';
import { SHOWN_FROM } from '../../domain/shown-count.ts';
import { deliveryStates } from '../../domain/words.ts';
import type { BroadcastProgress } from '../../services/broadcasts/progress.ts';
import { broadcastAction, broadcastKind, broadcastState, id, instant } from '../schemas/words.ts';

/** A count of people as it is answered: see `domain/shown-count.ts`. */
export const shownCount = z
  .union([z.int().min(SHOWN_FROM), z.literal('<20')])
  .openapi('ShownCount', { description: 'A count of people; one under 20 is not shown.' });

const byState = z.record(z.enum(deliveryStates), shownCount);

const haltedFor = z.string().nullable().openapi({
  description: 'The class of fault of which there were too many, while it is halted.',
});

/** A broadcast as lists answer it. */
export const broadcast = z
  .object({
    id,
    caseId: id.nullable().openapi({ description: 'Null of a digest, which is about several.' }),
    kind: broadcastKind,
    alertId: id.nullable(),
    postId: id.nullable(),
    state: broadcastState,
    haltedFor,
    request: z
      .object({ action: broadcastAction, by: id, lapsesAt: instant })
      .nullable()
      .openapi({ description: 'What one person has asked for and a second may agree to.' }),
    notAfter: instant.nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
    finished: z.boolean().openapi({ description: 'Nothing of it is planned or being attempted any more.' }),
    deliveries: byState,
  })
  .openapi('Broadcast');

/** As the API answers it. */
export function presentBroadcast(found: BroadcastProgress): z.infer<typeof broadcast> {
  return {
    id: found.id,
    caseId: found.caseId,
    kind: found.kind,
    alertId: found.alertId,
    postId: found.postId,
    state: found.state,
    haltedFor: found.haltedFor,
    request: presentRequest(found),
    notAfter: found.notAfter?.toString() ?? null,
    createdAt: found.createdAt.toString(),
    finishedAt: found.finishedAt?.toString() ?? null,
    finished: found.finished,
    deliveries: found.deliveries,
  };
}

function presentRequest({ request }: BroadcastProgress) {
  if (request === null) return null;
  const { action, by, at } = request;
  return { action, by, lapsesAt: at.add(requestLasts).toString() };
}

/** How far a broadcast has come, as it is answered once and as each line of the live stream. */
export const progress = z
  .object({
    state: broadcastState,
    haltedFor,
    deliveries: byState,
    percent: z.int().min(0).max(100).nullable().openapi({
      description: 'How much is settled, in whole percent; null for a broadcast to fewer than 100.',
    }),
    perSecond: z.number().nullable().openapi({
      description: 'Deliveries settled in a second, over the last half minute; null when too few were.',
    }),
    secondsLeft: z
      .int()
      .nullable()
      .openapi({
        description:
          'Until the last is settled at that rate, with all that goes before it; null when that is not known: it ' +
          'stands still, waits, or was not watched for long enough.',
      }),
    waitsUntil: instant.nullable().openapi({
      description: 'When it goes on, if all that is left of it waits for the end of quiet hours.',
    }),
    over: z.boolean().openapi({ description: 'Nothing more changes; no event follows.' }),
  })
  .openapi('BroadcastProgress');

/** Moments as text; everything else stands as it was read. */
export function presentProgress(found: Progress): z.infer<typeof progress> {
  return { ...found, waitsUntil: found.waitsUntil?.toString() ?? null };
}
