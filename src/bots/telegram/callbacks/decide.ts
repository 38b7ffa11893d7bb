import type { StaffActor } from '../../../domain/actor.ts';
import type { CallbackData } from '../../../domain/callback-data.ts';
import { actingAs } from '../../../services/context.ts';
import { type DecideHearingRefusal, decideHearing } from '../../../services/hearings/decide.ts';
import { type DecideIncidentRefusal, decideIncident } from '../../../services/incidents/decide.ts';
import { type DecidePostRefusal, decidePost } from '../../../services/posts/decide.ts';
import type { Handling } from '../handling.ts';

type PostDecision = Extract<CallbackData, { action: 'decidePost' }>;
type IncidentDecision = Extract<CallbackData, { action: 'decideIncident' }>;
type HearingDecision = Extract<CallbackData, { action: 'decideHearing' }>;

/** "Approve" or "Reject" below a post's text. */
export async function onDecidePost(handling: Handling, decided: PostDecision): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const result = await decidePost(actingAs(handling.ctx, staff), decided);
  if (!result.ok) return refuse(handling, result.refusal.code);
  await handling.editButtons([]);
  if (decided.decision === 'rejected') return handling.say('staff-rejected');
  const { given, needed } = result.value;
  await (given < needed
    ? handling.say('staff-approved-partly', { given, needed })
    : handling.say('staff-approved'));
}

/** "Approve" or "Reject" below the facts of a hearing or an incident. */
export async function onDecideFacts(
  handling: Handling,
  decided: HearingDecision | IncidentDecision,
): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const ctx = actingAs(handling.ctx, staff);
  const result =
    decided.action === 'decideHearing'
      ? await decideHearing(ctx, decided)
      : await decideIncident(ctx, decided);
  if (!result.ok) return refuse(handling, result.refusal.code);
  await handling.editButtons([]);
  await handling.say(decided.decision === 'approved' ? 'staff-hearing-approved' : 'staff-hearing-rejected');
}

/** The staff member whose chat this is; told that they may not decide when it is nobody's. */
export async function staffOnly(handling: Handling): Promise<StaffActor | null> {
  const { staff } = handling.reader;
  // The link was ended, or the message was forwarded to somebody who is no staff.
  if (staff === null) await handling.say('staff-refused', { reason: 'not-an-approver' });
  return staff;
}

function refuse(
  handling: Handling,
  code: DecidePostRefusal['code'] | DecideHearingRefusal['code'] | DecideIncidentRefusal['code'],
): Promise<void> {
  // What a button named and is not there (any more) waits for nobody's decision.
  const isGone = code === 'post-unknown' || code === 'hearing-unknown' || code === 'incident-unknown';
  // Keys are of the console, and so is what a second one is missed for.
  const reason = isGone ? 'not-in-review' : code === 'second-key-missing' ? 'key-needed' : code;
  return handling.say('staff-refused', { reason });
}
