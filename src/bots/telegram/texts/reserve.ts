import type { Language } from '../../../domain/language.ts';
import { formatList } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import { botName } from '../../../services/campaigns/bot-name.ts';
import { findCampaign } from '../../../services/campaigns/find.ts';
import { reservePlaces } from '../../../services/campaigns/reserve.ts';
import type { Context } from '../../../services/context.ts';

/** Where whoever begins finds us when this bot falls silent: then it can tell them no more. Null: nothing is in reserve. */
export async function reserveLine(ctx: Context, language: Language): Promise<string | null> {
  const places = reservePlaces(await findCampaign(ctx), await botName(ctx));
  return places.length === 0
    ? null
    : translate(language, 'start-reserve', { places: formatList(language, places) });
}
