import type { Language } from '../../domain/language.ts';
import { TELEGRAM_TEXT_MAX } from '../../domain/text/measure.ts';
import { parseMarkdown } from '../../domain/text/parse.ts';
import { renderTelegram } from '../../domain/text/render.ts';
import type { TextFault } from '../../domain/text/text-fault.ts';

/** Why a text cannot be a post's text in a language. Nothing is ever cut to fit. */
export type TextRefusal =
  | { readonly code: 'no-text'; readonly language: Language }
  | { readonly code: 'text-unreadable'; readonly language: Language; readonly faults: readonly TextFault[] }
  | {
      readonly code: 'text-too-long';
      readonly language: Language;
      readonly length: number;
      readonly limit: number;
    };

/** Room for what is put around a post's text: the notice of its language and the line of its case. */
const frame = 400;

/** The longest post, in UTF-16 units as Telegram renders it. */
export const postTextMax = TELEGRAM_TEXT_MAX - frame;

/** Checks a text before it is stored, so that whatever is approved can also be sent. */
export function refuseText(language: Language, markdown: string): TextRefusal | null {
  const parsed = parseMarkdown(markdown);
  if (!parsed.ok) {
    return parsed.faults.some((fault) => fault.fault === 'empty')
      ? { code: 'no-text', language }
      : { code: 'text-unreadable', language, faults: parsed.faults };
  }
  const length = renderTelegram(parsed.document).text.length;
  if (length === 0) return { code: 'no-text', language };
  if (length > postTextMax) return { code: 'text-too-long', language, length, limit: postTextMax };
  return null;
}
