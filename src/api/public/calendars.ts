import { Hono, type Context as HonoContext } from 'hono';
import { type HearingId, parseId } from '../../domain/ids.ts';
import { isLanguage } from '../../domain/language.ts';
import { campaignCalendar, caseCalendar, hearingCalendar } from '../../services/calendars/read.ts';
import type { Calendar } from '../../services/calendars/render.ts';
import type { CoreContext } from '../../services/context.ts';
import { refuse } from '../problem.ts';

/** What is public needs no key, so that it is served while these are sealed too. */
export interface PublicDeps {
  readonly context: () => Omit<CoreContext, 'actor'> | null;
}

/**
 * Hearings as iCalendar files, in each language: `/{lang}/hearings.ics` for the campaign,
 * `/{lang}/cases/{slug}/hearings.ics` for a case, `/{lang}/hearings/{id}.ics` for one hearing. Public: they hold what
 * has taken effect, and nothing about who reads them.
 */
export function createCalendars({ context }: PublicDeps): Hono {
  const calendars = new Hono();

  const serve = async (
    c: HonoContext,
    find: (ctx: CoreContext) => Promise<Calendar | null>,
  ): Promise<Response> => {
    const base = context();
    if (base === null) return refuse(c, { code: 'not-set-up' });
    const calendar = await find({ ...base, actor: { kind: 'subscriber' } });
    return calendar === null ? refuse(c, { code: 'route-unknown' }) : answer(c, calendar);
  };

  calendars.get('/:lang/hearings.ics', async (c) => {
    const language = c.req.param('lang');
    if (!isLanguage(language)) return refuse(c, { code: 'route-unknown' });
    return serve(c, (ctx) => campaignCalendar(ctx, language));
  });

  calendars.get('/:lang/cases/:slug/hearings.ics', async (c) => {
    const { lang: language, slug } = c.req.param();
    if (!isLanguage(language)) return refuse(c, { code: 'route-unknown' });
    return serve(c, (ctx) => caseCalendar(ctx, { language, slug }));
  });

  calendars.get('/:lang/hearings/:file{.+\\.ics}', async (c) => {
    const { lang: language, file } = c.req.param();
    const hearingId = parseId<HearingId>(file.replace(/\.ics$/, ''));
    if (!isLanguage(language) || hearingId === null) return refuse(c, { code: 'route-unknown' });
    return serve(c, (ctx) => hearingCalendar(ctx, { language, hearingId }));
  });

  return calendars;
}

/** Five minutes in a cache at most: the hearing may be moved overnight. */
function answer(c: HonoContext, { text, etag }: Calendar): Response {
  c.header('ETag', etag);
  c.header('Cache-Control', 'public, max-age=300');
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
  return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
}
