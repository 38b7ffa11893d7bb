import type { Language } from '../../domain/language.ts';
import { formatInstant } from '../../i18n/format.ts';
import { translate } from '../../i18n/index.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import type { ConsoleRequest, Reader } from './env.ts';

export type { Reader } from './env.ts';

/** What a language is called in the reader's. */
export function languageName(reader: Language, language: Language): string {
  return translate(reader, 'language-name', { language });
}

/** Who reads the page of a request; read once for it. */
export async function readerOf(c: ConsoleRequest): Promise<Reader> {
  const known = c.get('reader');
  if (known !== undefined) return known;
  const ctx = c.get('ctx');
  const { language } = c.get('me');
  const { zone } = await findCampaign(ctx);
  const reader: Reader = { ctx, language, at: (instant) => formatInstant(language, instant, zone) };
  c.set('reader', reader);
  return reader;
}
