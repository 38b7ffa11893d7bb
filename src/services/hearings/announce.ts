import type { HearingFacts } from '../../domain/hearing.ts';
import { findCase } from '../cases/find.ts';
import type { CoreContext } from '../context.ts';
import { announce } from '../endpoints/announce.ts';
import type { HearingRow } from './find.ts';

/** Tells other systems what has taken effect: when and where, as everybody may know it; of persons nothing. */
export async function announceHearing(
  ctx: CoreContext,
  { id, caseId }: Pick<HearingRow, 'id' | 'caseId'>,
  { revision, facts }: { readonly revision: number; readonly facts: HearingFacts },
): Promise<void> {
  const { slug } = await findCase(ctx, caseId);
  const { status, localDate, localTime, zone, kind, court, room, openness } = facts;
  const told = { status, localDate, localTime, zone, kind, court, room, openness };
  await announce(ctx, {
    kind: 'hearing.changed',
    data: { case: slug, hearingId: id, revision, ...told },
  });
}
