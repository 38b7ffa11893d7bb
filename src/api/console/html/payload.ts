import { html } from 'hono/html';
import type { JsonObject } from '../../../domain/network.ts';
import type { Html } from './layout.ts';

/** What a network is given, to the letter: nothing is rendered anew. */
export function payloadBox(content: JsonObject): Html {
  return html`<div class="message" dir="auto">${Object.entries(content).map(
    ([
      key,
      value,
    ]) => html`<code dir="ltr">${key}</code> <bdi>${typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
`,
  )}</div>`;
}
