import { and, eq, isNull } from 'drizzle-orm';
import { consents } from '../../db/schema/index.ts';
import type { CaseId } from '../../domain/ids.ts';
import type { StandingConsent } from '../../domain/incident.ts';
import type { CoreContext } from '../context.ts';

/** The consents of a case that were given and not withdrawn. */
export async function standingConsents(ctx: CoreContext, caseId: CaseId): Promise<StandingConsent[]> {
  return ctx.db
    .select({ personId: consents.personId, covers: consents.covers })
    .from(consents)
    .where(
      and(eq(consents.caseId, caseId), eq(consents.campaignId, ctx.campaignId), isNull(consents.withdrawnAt)),
    );
}
