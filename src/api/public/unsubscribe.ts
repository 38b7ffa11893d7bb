import { Hono } from 'hono';
import { html } from 'hono/html';
import { direction, isLanguage, type Language } from '../../domain/language.ts';
import { translate } from '../../i18n/index.ts';
import { unsubscribeContact } from '../../services/contacts/unsubscribe.ts';
import type { ApiDeps } from '../deps.ts';
import { refuse } from '../problem.ts';

/** A page with one button, which is sent to where the page is from. */
const policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * Where a contact says that they want nothing more, without signing in: `/{lang}/unsubscribe/{token}`. To look changes
 * nothing, since what reads mail for people opens what stands in it; a mail program posts (RFC 8058), people press the
 * button. What is no token gets the same answers.
 */
export function createUnsubscribe({ context }: Pick<ApiDeps, 'context'>): Hono {
  const pages = new Hono();

  pages.get('/:lang/unsubscribe/:token', (c) => {
    const language = c.req.param('lang');
    if (!isLanguage(language)) return refuse(c, { code: 'route-unknown' });
    c.header('Content-Security-Policy', policy);
    return c.html(
      page(
        language,
        html`<p>${translate(language, 'press-leave-question')}</p>
      <form method="post"><button type="submit">${translate(language, 'press-leave-button')}</button></form>`,
      ),
    );
  });

  pages.post('/:lang/unsubscribe/:token', async (c) => {
    const { lang: language, token } = c.req.param();
    if (!isLanguage(language)) return refuse(c, { code: 'route-unknown' });
    const base = context();
    if (base === null) return refuse(c, { code: 'not-set-up' });
    await unsubscribeContact({ ...base, actor: { kind: 'subscriber' } }, token);
    return c.html(page(language, html`<p>${translate(language, 'press-left')}</p>`));
  });

  return pages;
}

function page(language: Language, body: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="${language}" dir="${direction(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="robots" content="noindex" />
    <title>${translate(language, 'press-leave-button')}</title>
  </head>
  <body><main>${body}</main></body>
</html>`;
}
