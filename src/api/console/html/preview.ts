import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import { networkTitles } from '../../../domain/network.ts';
import type { Result } from '../../../domain/result.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { translate } from '../../../i18n/index.ts';
import type { AltRefusal } from '../../../services/posts/alt.ts';
import type { AccountPreview, TextPreview } from '../../../services/posts/preview.ts';
import type { TextRefusal } from '../../../services/posts/text.ts';
import { refusalText } from '../refusals.ts';
import { formatted } from './formatted.ts';
import type { Html } from './layout.ts';

/** What goes to followers or to one account, in words: the same on the page and to its script. */
export interface ShownPreview {
  readonly title: string;
  /** What is still amiss with it; null: nothing. */
  readonly note: string | null;
  readonly parts: readonly string[];
}

/** What the bot and each account would show of a text, the bot's first. */
export function shownPreviews(language: Language, preview: TextPreview): ShownPreview[] {
  const { rendered, accounts, isUndescribed } = preview;
  const note = isUndescribed ? translate(language, 'console-image-undescribed') : null;
  return [
    { title: translate(language, 'console-target-telegram'), note, parts: [rendered.text] },
    ...accounts.map((account) => ({
      ...shownAccount(language, account),
      note: account.fault === null ? note : null,
    })),
  ];
}

function shownAccount(language: Language, preview: AccountPreview): Omit<ShownPreview, 'note'> {
  const { handle, network, measured, limit, payloads, fault } = preview;
  const number = (value: number) => formatNumber(language, value);
  const account = `${handle} (${networkTitles[network]})`;
  const title =
    fault !== null
      ? refusalText(language, { code: 'not-for-account', handle, network, fault })
      : payloads.length > 1
        ? translate(language, 'console-preview-parts', {
            account,
            length: number(measured.length),
            limit: number(limit),
            parts: number(payloads.length),
          })
        : translate(language, 'console-preview-left', {
            account,
            left: number(Math.max(limit - measured.length, 0)),
            limit: number(limit),
          });
  // To the letter, as the second person will see it.
  const parts = payloads.map((content) =>
    Object.entries(content)
      .map(([key, value]) => `${key}:\n${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join('\n'),
  );
  return { title, parts };
}

/**
 * What a text would become, under the form in which it is written, with the image at `image`; null: nothing is written yet,
 * or there is none.
 */
export function previewSection(
  language: Language,
  preview: Result<TextPreview, TextRefusal | AltRefusal> | null,
  image: string | null,
): Html {
  const shown =
    preview === null
      ? ''
      : preview.ok
        ? shownPreviews(language, preview.value).map(
            ({ title, note, parts }, i) => html`<h3>${title}</h3>
          ${note === null ? '' : html`<p class="fault">${note}</p>`}
          ${i === 0 ? formatted(preview.value.rendered) : parts.map((part) => html`<div class="message" dir="auto">${part}</div>`)}`,
          )
        : html`<p class="note">${refusalText(language, preview.refusal)}</p>`;
  return html`<section>
        <h2>${translate(language, 'console-preview-title')}</h2>
        ${image === null ? '' : html`<img class="thumb" src="${image}" alt="" />`}
        <div id="preview">${shown}</div>
      </section>`;
}
