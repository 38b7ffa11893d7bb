import { html } from 'hono/html';
import type { Html } from './layout.ts';

/**
 * A form that is one button. `hidden`: what it says beside its address. `of`: what it is about, for who hears the page, where
 * several on it read the same.
 */
export function oneButton(
  action: string,
  text: string,
  { hidden = {}, of }: { readonly hidden?: Readonly<Record<string, string>>; readonly of?: string } = {},
): Html {
  return html`<form method="post" action="${action}">
            ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
            <button type="submit" class="side"${of === undefined ? '' : html` aria-label="${text}: ${of}"`}>${text}</button>
          </form>`;
}
