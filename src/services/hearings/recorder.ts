import type { CoreContext } from '../context.ts';
import { partnerName } from '../partners/find.ts';
import { staffName } from '../staff/find.ts';
import type { Asking } from './ask-for-approval.ts';
import type { RevisionRow } from './facts.ts';

/** Who recorded a revision, as those who decide are told: a person, or a partner whose monitor reported it. */
export async function recorderOf(
  ctx: CoreContext,
  { recordedBy, partnerId }: Pick<RevisionRow, 'recordedBy' | 'partnerId'>,
): Promise<Asking['recorder']> {
  if (recordedBy !== null) return { id: recordedBy, name: await staffName(ctx, recordedBy) };
  return { id: null, name: partnerId === null ? '' : await partnerName(ctx, partnerId) };
}
