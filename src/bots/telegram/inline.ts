import type { InlineQuery } from 'telegraf/types';
import type { Language } from '../../domain/language.ts';
import { localise } from '../../domain/localised.ts';
import { replyMarkup } from '../../domain/message.ts';
import { caseLink } from '../../domain/start-payload.ts';
import { compose } from '../../domain/text/message.ts';
import { translate } from '../../i18n/index.ts';
import { withoutIsolation } from '../../i18n/isolate.ts';
import { findCampaign } from '../../services/campaigns/find.ts';
import { searchCases } from '../../services/cases/search.ts';
import type { Context } from '../../services/context.ts';
import { type CaseNow, casesNow, caseText, nextHearing } from './texts/case-text.ts';
import { messageOf } from './texts/fit.ts';

/** Of the 50 that an answer may hold (Bot API 10.3): what one looks through on a phone. */
const resultsPerAnswer = 10;

/**
 * The parameters of `answerInlineQuery` (Bot API 10.3) for somebody who types `@bot name` in any chat: the cases that
 * this names, each as a card of public facts with a link into the bot. Nothing while the campaign has it switched off.
 *
 * Nothing is cached at Telegram: the answer is in the asker's language, and a hearing may be moved at any time.
 */
export async function inlineAnswer(
  ctx: Context,
  query: Pick<InlineQuery, 'id' | 'query' | 'offset'>,
  reader: { readonly language: Language; readonly botUsername: string },
): Promise<Readonly<Record<string, unknown>>> {
  const head = { inline_query_id: query.id, cache_time: 0, is_personal: true };
  const { inlineAllowed } = await findCampaign(ctx);
  if (!inlineAllowed) return { ...head, results: [] };
  const found = await searchCases(ctx, { text: query.query });
  const from = /^[0-9]{1,6}$/.test(query.offset) ? Number(query.offset) : 0;
  const shown = found.slice(from, from + resultsPerAnswer);
  const next = from + resultsPerAnswer;
  const results = (await casesNow(ctx, shown)).map((now) => article(now, reader));
  return { ...head, results, ...(next < found.length && { next_offset: String(next) }) };
}

function article(
  now: CaseNow,
  { language, botUsername }: { readonly language: Language; readonly botUsername: string },
): Readonly<Record<string, unknown>> {
  const { shown } = now;
  const { text: message_text, entities } = messageOf([], caseText(language, now));
  return {
    type: 'article',
    id: shown.id,
    title: localise(shown.name, language),
    description: withoutIsolation(compose(nextHearing(language, now)).text),
    input_message_content: { message_text, entities, link_preview_options: { is_disabled: true } },
    reply_markup: replyMarkup([
      [{ text: translate(language, 'button-open-in-bot'), url: caseLink(botUsername, shown.slug) }],
    ]),
  };
}
