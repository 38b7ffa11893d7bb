import type { CoreContext } from '../context.ts';
import { announce } from '../endpoints/announce.ts';
import type { HearingRow } from './find.ts';

/** Tells other systems that facts of a hearing have taken effect. */
export function announceHearing(
  ctx: CoreContext,
  { id: hearingId, caseId }: Pick<HearingRow, 'id' | 'caseId'>,
  revision: number,
): Promise<void> {
  return announce(ctx, { kind: 'hearing.changed', caseId, data: { hearingId, revision } });
}
