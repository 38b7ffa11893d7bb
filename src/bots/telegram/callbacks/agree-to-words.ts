import type { CallbackData } from '../../../domain/callback-data.ts';
import type { Result } from '../../../domain/result.ts';
import { type AgreeToReserveRefusal, agreeToReserve } from '../../../services/campaigns/agree-reserve.ts';
import { type AgreeToCaseRefusal, agreeToCase } from '../../../services/cases/agree.ts';
import { actingAs, type StaffContext } from '../../../services/context.ts';
import type { Handling } from '../handling.ts';
import { staffOnly } from './decide.ts';

/** "Agree" below the words of a case that a colleague opened. */
export async function onAgreeToCase(
  handling: Handling,
  { caseId }: Extract<CallbackData, { action: 'agreeToCase' }>,
): Promise<void> {
  await agree(handling, (ctx) => agreeToCase(ctx, { caseId }));
}

/** "Agree" below what a colleague named as the reserve. */
export async function onAgreeToReserve(
  handling: Handling,
  { requestId }: Extract<CallbackData, { action: 'agreeToReserve' }>,
): Promise<void> {
  await agree(handling, (ctx) => agreeToReserve(ctx, { requestId }));
}

type Refusal = AgreeToCaseRefusal | AgreeToReserveRefusal;

async function agree(
  handling: Handling,
  agreeing: (ctx: StaffContext) => Promise<Result<unknown, Refusal>>,
): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const result = await agreeing(actingAs(handling.ctx, staff));
  if (!result.ok) return refuse(handling, result.refusal.code);
  await handling.editButtons([]);
  await handling.say('staff-approved');
}

function refuse(handling: Handling, code: Refusal['code']): Promise<void> {
  if (code === 'case-unknown' || code === 'case-closed') return handling.say('case-gone');
  // Keys are of the console, and so is what a second one is missed for.
  if (code === 'second-key-missing') return handling.say('staff-refused', { reason: 'key-needed' });
  return code === 'own-request' || code === 'request-lapsed'
    ? handling.say('staff-broadcast-refused', { reason: code })
    : handling.say('staff-refused', { reason: code });
}
