import type { CallbackData } from '../../../domain/callback-data.ts';
import { type ActOnBroadcastRefusal, actOnBroadcast } from '../../../services/broadcasts/act.ts';
import { actingAs } from '../../../services/context.ts';
import type { Handling } from '../handling.ts';
import { staffOnly } from './decide.ts';

type Agreement = Extract<CallbackData, { action: 'agree' }>;

/** "Agree" below a colleague's request to stop or start what is going out. */
export async function onAgree(handling: Handling, { broadcastId, to }: Agreement): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const result = await actOnBroadcast(actingAs(handling.ctx, staff), {
    broadcastId,
    action: to,
    agreeing: true,
  });
  if (!result.ok) return refuse(handling, result.refusal.code);
  await handling.editButtons([]);
  await handling.say('staff-approved');
}

function refuse(handling: Handling, code: ActOnBroadcastRefusal['code']): Promise<void> {
  if (code === 'not-an-approver') return handling.say('staff-refused', { reason: code });
  const reason = code === 'broadcast-unknown' ? 'action-impossible' : code;
  return handling.say('staff-broadcast-refused', { reason });
}
