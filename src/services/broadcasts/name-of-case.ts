import type { CaseId } from '../../domain/ids.ts';
import type { Localised } from '../../domain/localised.ts';
import { findCampaign } from '../campaigns/find.ts';
import { findCase } from '../cases/find.ts';
import type { Context } from '../context.ts';

/** The case that a broadcast is about; of a digest, which is about several, the campaign. */
export async function nameOfCase(ctx: Context, caseId: CaseId | null): Promise<Localised> {
  return caseId === null ? { en: (await findCampaign(ctx)).name } : (await findCase(ctx, caseId)).name;
}
