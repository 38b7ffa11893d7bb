import { html } from 'hono/html';
import { hasRole } from '../../../domain/actor.ts';
import { direction, type Language, languages, nativeName } from '../../../domain/language.ts';
import type { Role } from '../../../domain/words.ts';
import { translate } from '../../../i18n/index.ts';
import { auditors } from '../../../services/audit-entries/list.ts';
import type { Note } from '../cookies.ts';

/** What Hono's `html` makes: everything put into it was escaped. */
export type Html = ReturnType<typeof html>;

/** What a page brings to the frame that all of them share. */
export interface Page {
  readonly title: string;
  readonly body: Html;
  /** What keeps it from being done, where that is the case. */
  readonly fault?: string;
  /** A script of ours that this page has beside those of every page. */
  readonly script?: '/console/editor.js' | '/console/progress.js';
}

/** What stands around a page of somebody who is signed in. */
export interface Around {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Where the page stands, to mark it in the list of pages. */
  readonly path: string;
  readonly pauses: Html;
  /** What whoever has one key only is told about it. */
  readonly oneKey: string | null;
}

/** On the page where a key is added it needs no way there. */
function oneKey(around: Around | null): Html | '' {
  if (around === null || around.oneKey === null) return '';
  if (around.path === '/console/keys') return html`<p class="note">${around.oneKey}</p>`;
  return html`<p class="note"><a href="/console/keys">${around.oneKey}</a></p>`;
}

/** The pages that are listed on every one, in their order. */
const listed = [
  ['/console', 'console-waiting-title'],
  ['/console/posts', 'console-posts-title'],
  ['/console/cases', 'console-cases-title'],
  ['/console/calendar', 'console-calendar-title'],
  ['/console/broadcasts', 'console-broadcasts-title'],
  ['/console/accounts', 'console-accounts-title'],
  ['/console/statistics', 'console-statistics-title'],
  ['/console/staff', 'console-staff-title'],
  ['/console/approval-policy', 'console-policy-title'],
  ['/console/reserve', 'console-reserve-title'],
  ['/console/audit', 'console-audit-title'],
  ['/console/keys', 'console-keys-title'],
] as const;

/** To which of them the others belong, by how their address begins. */
const sections = [
  ...listed.filter(([to]) => to !== '/console').map(([to]) => [to, to] as const),
  ['/console/hearings', '/console/cases'],
  ['/console/incidents', '/console/cases'],
  ['/console/expired-alerts', '/console/broadcasts'],
  ['/console/account-deliveries', '/console/accounts'],
  ['/console/staff-requests', '/console/staff'],
  ['/console/staff-tokens', '/console/keys'],
  ['/console/successions', '/console/staff'],
] as const;

/**
 * A whole page; `around` is null before somebody has signed in. `note` tells what was just done. Works without JavaScript, but for what asks a
 * key.
 */
export function layout(
  language: Language,
  { title, body, fault, note, script }: Page & { readonly note: Note | null },
  around: Around | null,
): Html {
  const name = translate(language, 'console-title');
  return html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <title>${title === name ? title : `${title} – ${name}`}</title>
    <link rel="stylesheet" href="/console/style.css" />
    <link rel="icon" href="/console/icon.svg" type="image/svg+xml" />
    <script src="/console/webauthn.js" defer></script>
    <script src="/console/passkey.js" defer></script>
    ${script === undefined ? '' : html`<script src="${script}" defer></script>`}
  </head>
  <body>
    <a class="skip" href="#content">${translate(language, 'console-skip')}</a>
    <header>
      <p class="mark">Bray</p>
      ${around === null ? chooser(language) : who(language, around)}
    </header>
    ${around === null ? '' : html`${around.pauses}${pages(language, around)}`}
    <main id="content">
      ${note === null ? '' : html`<p class="good" role="status">${translate(language, 'console-note', { what: note })}</p>`}
      ${oneKey(around)}
      <h1>${title}</h1>
      ${fault === undefined ? '' : html`<p class="faults" role="alert">${fault}</p>`}
      ${body}
    </main>
  </body>
</html>`;
}

/** Before anybody has signed in: by link, and kept nowhere. */
function chooser(language: Language): Html {
  return html`<nav aria-label="${translate(language, 'console-language')}">
        <ul>
          ${languages.map(
            (one) =>
              html`<li><a href="?language=${one}" lang="${one}" hreflang="${one}" dir="${direction(one)}"${
                one === language ? html` aria-current="true"` : ''
              }>${nativeName(one)}</a></li>`,
          )}
        </ul>
      </nav>`;
}

function who(language: Language, { name }: Around): Html {
  return html`<form method="post" action="/console/language" class="line">
        <label for="language">${translate(language, 'console-language')}</label>
        <select id="language" name="language">
          ${languages.map(
            (one) =>
              html`<option value="${one}" lang="${one}"${one === language ? html` selected` : ''}>${nativeName(one)}</option>`,
          )}
        </select>
        <button type="submit" class="side">${translate(language, 'console-choose')}</button>
      </form>
      <form method="post" action="/console/sign-out" class="line">
        <bdi>${name}</bdi>
        <button type="submit" class="side">${translate(language, 'console-sign-out')}</button>
      </form>`;
}

/** The page itself, or the section that it belongs to; the first page is the section of nothing but itself. */
function currentMark(to: string, path: string): Html | string {
  if (path === to) return html` aria-current="page"`;
  const section = sections.find(([start]) => path === start || path.startsWith(`${start}/`))?.[1];
  return section === to ? html` aria-current="true"` : '';
}

function pages(language: Language, { path, roles }: Around): Html {
  const own = listed.filter(([to]) => to !== '/console/audit' || hasRole({ roles }, ...auditors));
  return html`<nav class="pages" aria-label="${translate(language, 'console-nav')}">
      <ul>
        ${own.map(
          ([to, title]) =>
            html`<li><a href="${to}"${currentMark(to, path)}>${translate(language, title)}</a></li>`,
        )}
      </ul>
    </nav>`;
}
