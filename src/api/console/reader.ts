import type { Language } from '../../domain/language.ts';
import { formatInstant } from '../../i18n/format.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import type { ConsoleEnv, ConsoleRequest } from './env.ts';

/** Whoever reads a page, and how they are told things. */
export interface Reader {
  readonly ctx: ConsoleEnv['Variables']['ctx'];
  readonly language: Language;
  /** An instant in their language, by the campaign's clock. */
  readonly at: (instant: Temporal.Instant) => string;
}

export async function readerOf(c: ConsoleRequest): Promise<Reader> {
  const ctx = c.get('ctx');
  const { language } = c.get('me');
  const { zone } = await findCampaign(ctx);
  return { ctx, language, at: (instant) => formatInstant(language, instant, zone) };
}
