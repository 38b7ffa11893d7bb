import type { PartnerActor, StaffActor } from '../../domain/actor.ts';
import type { StaffId } from '../../domain/ids.ts';
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
  const name =
    partnerId !== null
      ? await partnerName(ctx, partnerId)
      : recordedBy === null
        ? ''
        : await staffName(ctx, recordedBy);
  return { id: recordedBy, name, isPartner: partnerId !== null };
}

/** The same of whoever is recording now. */
export function recorderOfActor(actor: StaffActor | PartnerActor): Asking['recorder'] {
  return { id: answersFor(actor), name: actor.name, isPartner: actor.kind === 'partner' };
}

/** Who recorded it, or made the secret by which a partner did: they do not decide on it. */
export function answersFor(actor: StaffActor | PartnerActor): StaffId | null {
  return actor.kind === 'staff' ? actor.id : actor.answeredForBy;
}
