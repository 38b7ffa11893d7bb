import { html } from 'hono/html';
import type { Language } from '../../../domain/language.ts';
import { translate } from '../../../i18n/index.ts';
import type { Html } from './layout.ts';

/** Leads to what comes after a list's page; nothing where that is all. `found`: one more than a page shows, if there is. */
export function olderLink(
  language: Language,
  page: string,
  found: readonly { readonly id: string }[],
  perPage: number,
): Html | '' {
  const last = found[perPage - 1];
  if (found.length <= perPage || last === undefined) return '';
  return html`<p><a href="${page}?before=${last.id}">${translate(language, 'console-older')}</a></p>`;
}
