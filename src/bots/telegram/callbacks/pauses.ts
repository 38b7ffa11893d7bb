import type { CaseId } from '../../../domain/ids.ts';
import { translate } from '../../../i18n/index.ts';
import { actingAs } from '../../../services/context.ts';
import { type LiftPause, liftPause } from '../../../services/pauses/lift.ts';
import { pausePosts } from '../../../services/pauses/pause.ts';
import type { Handling } from '../handling.ts';
import { casesToPause, pauseSwitch } from '../texts/pause-switch.ts';
import { staffOnly } from './decide.ts';

/** "Pause all posts", or a case's name: it acts at once, and the switch shows who did it. */
export async function onPausePosts(handling: Handling, caseId: CaseId | null): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const ctx = actingAs(handling.ctx, staff);
  const paused = await pausePosts(ctx, { caseId });
  if (!paused.ok) return handling.say('case-gone');
  await handling.edit(await pauseSwitch(ctx, handling.language));
}

/** "Start again", or "Agree" as the second person: that never asks anew, whatever the switch showed when it was tapped. */
export async function onLiftPause(handling: Handling, input: LiftPause): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  const ctx = actingAs(handling.ctx, staff);
  const lifted = await liftPause(ctx, input);
  if (lifted.ok) return handling.edit(await pauseSwitch(ctx, handling.language));
  const { code } = lifted.refusal;
  if (code === 'not-an-approver') return handling.say('staff-refused', { reason: code });
  const note =
    code === 'pause-unknown'
      ? translate(handling.language, 'pause-gone')
      : translate(handling.language, 'staff-broadcast-refused', { reason: code });
  await handling.edit(await pauseSwitch(ctx, handling.language, note));
}

/** "Pause one case". */
export async function onPauseCases(handling: Handling, page: number): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  await handling.edit(await casesToPause(actingAs(handling.ctx, staff), handling.language, page));
}

/** "Back" to the switch. */
export async function onPauses(handling: Handling): Promise<void> {
  const staff = await staffOnly(handling);
  if (staff === null) return;
  await handling.edit(await pauseSwitch(actingAs(handling.ctx, staff), handling.language));
}
