import { html } from 'hono/html';
import type { FormattedText, TelegramEntity } from '../../../domain/text/message.ts';
import type { Html } from './layout.ts';

/** A text with its entities as a reader sees it, in paragraphs. Everything in it is escaped. */
export function formatted({ text, entities }: FormattedText): Html {
  return html`<div class="message" dir="auto">${stretch(text, 0, text.length, entities)}</div>`;
}

/** Entities nest or stand apart and never cross; of equal ranges the outer one stands first. */
function stretch(text: string, start: number, end: number, within: readonly TelegramEntity[]): Html {
  const parts: (Html | string)[] = [];
  let at = start;
  let rest = within;
  for (let [outer, ...others] = rest; outer !== undefined; [outer, ...others] = rest) {
    const from = outer.offset;
    const to = outer.offset + outer.length;
    parts.push(text.slice(at, from));
    const inner = others.filter(({ offset }) => offset < to);
    parts.push(styled(outer, stretch(text, from, to, inner)));
    at = to;
    rest = others.filter(({ offset }) => offset >= to);
  }
  parts.push(text.slice(at, end));
  return html`${parts}`;
}

function styled(entity: TelegramEntity, inside: Html): Html {
  switch (entity.type) {
    case 'bold':
      return html`<strong>${inside}</strong>`;
    case 'italic':
      return html`<em>${inside}</em>`;
    case 'text_link':
      // Shown with where it leads, and not to be followed from here: its server would learn of the console.
      return html`<span class="link">${inside} <bdi class="address" dir="ltr">(${entity.url})</bdi></span>`;
  }
}
