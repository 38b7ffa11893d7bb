import type { HearingId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { announce } from '../endpoints/announce.ts';

/** Tells other systems that facts of a hearing have taken effect. */
export function announceHearing(ctx: CoreContext, hearingId: HearingId, revision: number): Promise<void> {
  return announce(ctx, { kind: 'hearing.changed', data: { hearingId, revision } });
}
