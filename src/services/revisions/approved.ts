import type { AlertSubject } from '../../domain/alert.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { StaffId } from '../../domain/ids.ts';
import { wasProven } from '../approvals/prove.ts';
import { type StandingApproval, standingApprovalsOfEach } from '../approvals/standing.ts';
import type { Context } from '../context.ts';

/** Facts whose approval is asked for. */
export interface AskedFacts {
  /** The hearing or the incident. */
  readonly subjectId: AlertSubject['id'];
  /** Of the facts as they stand. */
  readonly contentHash: ContentHash;
  readonly recordedBy: StaffId | null;
}

/**
 * Whether facts are, to the letter, what somebody other than their recorder approved. Asked right before they go out, so
 * that a row changed by hand tells nobody anything.
 */
export async function areFactsApproved(
  ctx: Context,
  subject: AlertSubject['type'],
  facts: AskedFacts,
): Promise<boolean> {
  const [approved] = await whichFactsAreApproved(ctx, subject, [facts]);
  return approved === true;
}

/** The same of each of several, in their order. */
export async function whichFactsAreApproved(
  ctx: Context,
  subject: AlertSubject['type'],
  asked: readonly AskedFacts[],
): Promise<readonly boolean[]> {
  const found = await standingApprovalsOfEach(ctx, subject, asked);
  const approved: boolean[] = [];
  for (const [at, facts] of asked.entries()) approved.push(await isOneOfAnother(ctx, facts, found[at] ?? []));
  return approved;
}

/** Whether one of these approvals is by somebody other than the recorder, and proven where it has to be. */
async function isOneOfAnother(
  ctx: Context,
  { recordedBy }: AskedFacts,
  standing: readonly StandingApproval[],
): Promise<boolean> {
  const { staffSite } = ctx;
  for (const { row } of standing) {
    if (row.staffId === recordedBy) continue;
    if (row.via !== 'console' || staffSite === undefined) return true;
    if (await wasProven(ctx, staffSite, row)) return true;
  }
  return false;
}
