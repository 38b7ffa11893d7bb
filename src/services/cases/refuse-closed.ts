import type { CaseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';
import { holdCase } from './find.ts';

/**
 * Refuses what is recorded of a closed case: followers would be told nothing of it. Whoever closes it at this moment waits, and
 * finds what was recorded.
 */
export async function refuseClosedCase(
  tx: CoreContext,
  caseId: CaseId,
): Promise<{ readonly code: 'case-closed' } | null> {
  return (await holdCase(tx, caseId)).status === 'closed' ? { code: 'case-closed' } : null;
}
