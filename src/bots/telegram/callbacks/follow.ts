import type { CaseId } from '../../../domain/ids.ts';
import { findCaseOrNone } from '../../../services/cases/find.ts';
import { follow, unfollow } from '../following.ts';
import { refusedByCampaign } from '../groups.ts';
import type { Handling } from '../handling.ts';

/** "Follow" below a case's card, or in a group's list of cases. */
export async function onFollow(handling: Handling, caseId: CaseId): Promise<void> {
  if (await refusedByCampaign(handling)) return;
  await follow(handling, caseId);
}

/** "Stop following" below a case's card. */
export async function onUnfollow(handling: Handling, caseId: CaseId): Promise<void> {
  const shown = await findCaseOrNone(handling.ctx, caseId);
  if (shown === undefined) return handling.say('case-gone');
  await unfollow(handling, shown);
}
