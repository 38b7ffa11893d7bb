import { html } from 'hono/html';
import type { Html } from '../html.ts';

/** A link into Telegram, to be tapped here; and to be read out or copied, for another device. */
export function telegramLink(link: string, text: string): Html {
  return html`<p class="telegram"><a class="button" href="${link}" rel="noreferrer" target="_blank">${text}</a></p>
      <p class="copy" dir="ltr"><code>${link}</code></p>`;
}
