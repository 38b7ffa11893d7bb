import { type CallbackData, type Card, encodeCallbackData } from '../../../domain/callback-data.ts';
import { type Language, languages, nativeName } from '../../../domain/language.ts';
import type { MessageButton } from '../../../domain/message.ts';
import { translate } from '../../../i18n/index.ts';

/** A button that brings `data` back when it is tapped. */
export function button(text: string, data: CallbackData): MessageButton {
  return { text, data: encodeCallbackData(data) };
}

/** "Previous" and "Next", as far as there is one; no row when there is only one page. */
export function pageButtons(
  language: Language,
  to: (page: number) => CallbackData,
  { page, pages }: { readonly page: number; readonly pages: number },
): MessageButton[][] {
  const row = [
    ...(page > 1 ? [button(translate(language, 'button-previous'), to(page - 1))] : []),
    ...(page < pages ? [button(translate(language, 'button-next'), to(page + 1))] : []),
  ];
  return row.length === 0 ? [] : [row];
}

/**
 * Every language by its own name, two in a row; the one in use is marked. `after`: what was asked for before the
 * language was chosen, to be shown in it afterwards.
 */
export function languageButtons(current: Language | null, after: Card | null): MessageButton[][] {
  const all = languages.map((language) =>
    button(language === current ? `✓ ${nativeName(language)}` : nativeName(language), {
      action: 'language',
      language,
      after,
    }),
  );
  const rows: MessageButton[][] = [];
  for (let i = 0; i < all.length; i += 2) rows.push(all.slice(i, i + 2));
  return rows;
}
