import { html } from 'hono/html';
import { type PostId, parseId } from '../../../domain/ids.ts';
import { isLanguage, type Language } from '../../../domain/language.ts';
import { localise } from '../../../domain/localised.ts';
import { translate } from '../../../i18n/index.ts';
import type { CaseRow } from '../../../services/cases/find.ts';
import type { ConsoleRequest } from '../env.ts';
import type { Html } from './layout.ts';

/** A post's text in one language, as an address names it. */
export interface Place {
  readonly postId: PostId;
  readonly language: Language;
}

/** Which text a request's address means; null where there can be none such. */
export function placeOf(c: ConsoleRequest): Place | null {
  const postId = parseId<PostId>(c.req.param('postId') ?? '');
  const language = c.req.param('language') ?? '';
  return postId === null || !isLanguage(language) ? null : { postId, language };
}

/** Where a post's page is. */
export const postAddress = ({ postId }: Pick<Place, 'postId'>) => `/console/posts/${postId}`;

/** Where the page of a post's text in one language is. */
export const textAddress = (place: Place) => `${postAddress(place)}/${place.language}`;

/** What a post is called: it has no name but that of its case. */
export function titleOf({ name }: Pick<CaseRow, 'name'>, language: Language): string {
  return translate(language, 'console-post-title', { case: localise(name, language) });
}

/** A form of one button that posts to `action`. */
export function postButton(
  language: Language,
  action: string,
  key: 'console-edit-withdraw' | 'console-edit-submit',
): Html {
  return html`<form method="post" action="${action}">
            <button type="submit" class="side">${translate(language, key)}</button>
          </form>`;
}
