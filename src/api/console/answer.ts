import type { Context } from 'hono';
import { html } from 'hono/html';
import { isLanguage, type Language } from '../../domain/language.ts';
import { oneKeyUntil } from '../../domain/second-key.ts';
import { translate } from '../../i18n/index.ts';
import { keysOf } from '../../services/passkeys/find.ts';
import { guessLanguage } from '../guess-language.ts';
import { leaveNote, type Note, takeNote } from './cookies.ts';
import type { ConsoleRequest, Reader } from './env.ts';
import { layout, type Page } from './html/layout.ts';
import { pauseSwitch } from './html/pauses.ts';
import { readerOf } from './reader.ts';
import { type ConsoleRefusal, refusalText } from './refusals.ts';

/** What a page of the console may be answered with. */
export type PageStatus = 200 | 400 | 403 | 404 | 409 | 413 | 421 | 422 | 429 | 500 | 503;

/** Answers a page to whoever is signed in, with what stands on every one. */
export async function show(c: ConsoleRequest, page: Page, status: PageStatus = 200): Promise<Response> {
  const { actor, language } = c.get('me');
  const reader = await readerOf(c);
  const keys = await keysOf(reader.ctx, actor.id);
  const around = {
    name: actor.name,
    roles: actor.roles,
    path: c.req.path,
    pauses: await pauseSwitch(reader),
    oneKey: oneKeyText(reader, oneKeyUntil(keys)),
  };
  c.header('Content-Language', language);
  return c.html(layout(language, { ...page, note: takeNote(c) }, around), status);
}

/** What somebody with one key is told on every page. */
function oneKeyText({ ctx, language, at }: Reader, until: Temporal.Instant | null): string | null {
  if (until === null) return null;
  return Temporal.Instant.compare(ctx.clock.now(), until) < 0
    ? translate(language, 'console-keys-one', { from: at(until) })
    : translate(language, 'console-keys-one-due');
}

/** Answers a page to somebody of whom nothing is known but what their browser says. */
export function showAnybody(c: Context, page: Page, status: PageStatus = 200): Response | Promise<Response> {
  const language = languageOf(c);
  c.header('Content-Language', language);
  return c.html(layout(language, { ...page, note: takeNote(c) }, null), status);
}

/** The language of somebody who has not signed in: the one they chose by link, or their browser's first that we have. */
export function languageOf(c: Context): Language {
  const chosen = c.req.query('language') ?? '';
  return isLanguage(chosen) ? chosen : guessLanguage(c.req.header('Accept-Language'));
}

/** Says that it was not done, and why, to whoever is signed in. */
export function refuse(
  c: ConsoleRequest,
  refusal: ConsoleRefusal,
  status: PageStatus = 422,
): Promise<Response> {
  return show(c, refusalPage(c.get('me').language, refusal), status);
}

/** The same to anybody. */
export function refuseAnybody(
  c: Context,
  refusal: ConsoleRefusal,
  status: PageStatus = 422,
): Response | Promise<Response> {
  return showAnybody(c, refusalPage(languageOf(c), refusal), status);
}

function refusalPage(language: Language, refusal: ConsoleRefusal): Page {
  return {
    title: translate(language, 'console-refused-title'),
    fault: refusalText(language, refusal),
    body: html`<p><a href="/console">${translate(language, 'console-back-home')}</a></p>`,
  };
}

/** After a form: to another page, which tells what was done. */
export function onTo(c: Context, path: string, note?: Note): Response {
  if (note !== undefined) leaveNote(c, note);
  return c.redirect(path, 303);
}
