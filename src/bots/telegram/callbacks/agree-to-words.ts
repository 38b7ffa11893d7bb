import type { CallbackData } from '../../../domain/callback-data.ts';
import { type AgreeToReserveRefusal, agreeToReserve } from '../../../services/campaigns/agree-reserve.ts';
import { type AgreeToCaseRefusal, agreeToCase } from '../../../services/cases/agree.ts';
import { actingAs } from '../../../services/context.ts';
import type { Handling } from '../handling.ts';
import { staffOnly } from './decide.ts';

/** "Agree" below the words of a case that a colleague opened. */
export async function onAgreeToCase(
  handling: Handling,
  { caseId }: Extract<CallbackData, { action: 'agreeToCase' }>,
): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const result = await agreeToCase(actingAs(handling.ctx, staff), { caseId });
  if (!result.ok) return refuse(handling, result.refusal.code);
  await handling.editButtons([]);
  await handling.say('staff-approved');
}

/** "Agree" below what a colleague named as the reserve. */
export async function onAgreeToReserve(
  handling: Handling,
  { requestId }: Extract<CallbackData, { action: 'agreeToReserve' }>,
): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const result = await agreeToReserve(actingAs(handling.ctx, staff), { requestId });
  if (!result.ok) return refuse(handling, result.refusal.code);
  await handling.editButtons([]);
  await handling.say('staff-approved');
}

function refuse(
  handling: Handling,
  code: AgreeToCaseRefusal['code'] | AgreeToReserveRefusal['code'],
): Promise<void> {
  if (code === 'case-unknown' || code === 'case-closed') return handling.say('case-gone');
  return code === 'own-request' || code === 'request-lapsed'
    ? handling.say('staff-broadcast-refused', { reason: code })
    : handling.say('staff-refused', { reason: code });
}
