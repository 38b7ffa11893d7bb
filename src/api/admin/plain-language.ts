import type { Language } from '../../domain/language.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import type { StaffContext } from '../../services/context.ts';

/** The language of what is given as plain text. */
export async function plainLanguage(ctx: StaffContext, given: Language | undefined): Promise<Language> {
  return given ?? (await findCampaign(ctx)).languages[0] ?? 'en';
}
