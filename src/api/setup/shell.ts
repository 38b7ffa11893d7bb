import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isLanguage, type Language } from '../../domain/language.ts';
import type { Log } from '../../services/context.ts';
import { type Form, readForm } from '../form.ts';
import { guessLanguage } from '../guess-language.ts';
import { icon, sheetWith } from '../look/files.ts';
import { requestLog } from '../middleware/request-log.ts';
import { securityHeaders } from '../middleware/security-headers.ts';
import type { Shown } from './deps.ts';
import type { Gate } from './gate.ts';
import { layout, type Page } from './html.ts';
import { deadLinkPage, enterPage, failedPage } from './pages/around.ts';

/** In bytes: a passphrase and a few names. */
const FORM_MAX = 32_768;

/** What the set-up and the unlocking each bring to the pages around them. */
export interface ShellOptions {
  readonly gate: Gate;
  readonly log: Log;
  /** What may be logged of an error: its class and code, never its message. */
  readonly safeError: (error: unknown) => string;
  /** Answers the page as it stands now. */
  readonly show: (shown: Shown) => Promise<View>;
  /** Does what a form asks for, by the last part of its path; null for a form that does not exist. */
  readonly act: (name: string, form: Form, shown: Shown) => Promise<View | 'done' | null>;
}

/** What the browser gets to see. */
export interface View {
  readonly page: Page;
  /** 200 unless said otherwise; 422 where a form was refused. */
  readonly status?: 200 | 422;
  /** After how many seconds the page asks again by itself. */
  readonly again?: number;
}

/** Files of ours and nothing else, no inline script or style; forms go to us only. */
const policy =
  "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'";

const files = [
  ['style.css', () => sheetWith(new URL('style.css', import.meta.url)), 'text/css; charset=utf-8'],
  ['icon.svg', icon, 'image/svg+xml'],
] as const;

/**
 * Serves pages to the one browser that opened the gate's link first, in its language; to everybody else there is
 * nothing here. Forms are taken one at a time.
 */
export function createShell(options: ShellOptions): Hono {
  const { gate, show, act } = options;
  const { base } = gate;
  const app = new Hono();
  let language: Language = 'en';
  let queue: Promise<unknown> = Promise.resolve();

  const shown = (): Shown => ({ language, base });

  app.use('*', requestLog(options), pageHeaders, securityHeaders, gate.sameSite);
  const tooMuch = (c: Context) => c.text('Too much.\n', 413, { Connection: 'close' });
  app.use('*', bodyLimit({ maxSize: FORM_MAX, onError: tooMuch }));
  app.onError((error, c) => {
    options.log.error('request-failed', { error: options.safeError(error) });
    return answer(c, shown(), failedPage(shown()), 500);
  });
  app.notFound((c) => nothingHere(c));

  for (const [name, read, type] of files) {
    const serve = async (c: Context) => c.body(await read(), 200, { 'Content-Type': type });
    app.get(`${base}/${name}`, (c) => (gate.knows(c) ? serve(c) : nothingHere(c)));
    // For the page that says that the link was used.
    app.get(`${base}/:link/${name}`, (c) => (gate.isLink(c.req.param('link')) ? serve(c) : nothingHere(c)));
  }

  app.get(base, async (c) => {
    if (!gate.knows(c)) return nothingHere(c);
    const wanted = c.req.query('language');
    if (wanted !== undefined) {
      if (isLanguage(wanted)) language = wanted;
      return c.redirect(base, 303);
    }
    return view(c, await show(shown()));
  });

  app.get(`${base}/:link`, (c) => {
    // Neither a preview nor a browser that looks ahead may use the link up.
    if (c.req.method === 'HEAD' || c.req.header('Sec-Purpose')?.startsWith('prefetch')) return nothingHere(c);
    switch (gate.arrive(c, c.req.param('link'))) {
      case 'stranger':
        return nothingHere(c);
      case 'same-browser':
        return c.redirect(base, 303);
      case 'first':
        language = guessLanguage(c.req.header('Accept-Language'));
        // Not a redirect: one that begins on another site's page would arrive without the cookie.
        c.header('Refresh', `0; url=${base}`);
        return answer(c, shown(), enterPage(shown()), 200);
      case 'link-used': {
        const asked = c.req.query('language') ?? '';
        const reader = isLanguage(asked) ? asked : guessLanguage(c.req.header('Accept-Language'));
        const dead = { language: reader, base: gate.path };
        return answer(c, dead, deadLinkPage(dead), 410);
      }
    }
  });

  app.post(`${base}/:action`, async (c) => {
    if (!gate.knows(c)) return nothingHere(c);
    const form = await readForm(c);
    if (form === null) return answer(c, shown(), failedPage(shown()), 400);
    const acted = queue.then(() => act(c.req.param('action'), form, shown()));
    // The next one waits for this one, however it ends; its own failure is answered below.
    queue = acted.catch(() => undefined);
    const outcome = await acted;
    if (outcome === null) return nothingHere(c);
    return outcome === 'done' ? c.redirect(base, 303) : view(c, outcome);
  });

  function view(c: Context, { page, status = 200, again }: View): Response | Promise<Response> {
    if (again !== undefined) c.header('Refresh', String(again));
    return answer(c, shown(), page, status);
  }

  return app;
}

function answer(
  c: Context,
  shown: Shown,
  page: Page,
  status: 200 | 400 | 410 | 422 | 500,
): Response | Promise<Response> {
  c.header('Content-Language', shown.language);
  return c.html(layout(shown, page), status);
}

function nothingHere(c: Context): Response {
  return c.text('Not available.\n', 503, { 'Retry-After': '30' });
}

const pageHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('Content-Security-Policy', policy);
  // With "no-referrer" browsers would not say either where a form comes from.
  c.header('Referrer-Policy', 'same-origin');
};
