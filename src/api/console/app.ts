import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { html } from 'hono/html';
import { hasRole } from '../../domain/actor.ts';
import { UPLOAD_MAX } from '../../domain/media.ts';
import { isFresh } from '../../domain/session.ts';
import { translate } from '../../i18n/index.ts';
import { ProgressBoard } from '../../services/broadcasts/board.ts';
import { actingAs } from '../../services/context.ts';
import { resumeSession } from '../../services/sessions/resume.ts';
import type { ApiDeps } from '../deps.ts';
import { routeOf } from '../middleware/request-log.ts';
import { languageOf, refuse, refuseAnybody, showAnybody } from './answer.ts';
import { sessionCookie } from './cookies.ts';
import type { ConsoleEnv, SiteEnv } from './env.ts';
import { fileRoutes } from './pages/files.ts';
import { consolePolicy, speakingPolicy } from './policy.ts';
import type { ConsoleRoute, StaffRoute } from './route.ts';
import { consoleRoutes } from './routes.ts';
import { isAtStaffSite, ownPagesOnly } from './staff-site.ts';

/** In bytes: the longest text in a script of which each letter takes six when a form carries it, and room. */
const FORM_MAX = 262_144;

/** Files that pages need, also without a staff site; everything else is asked for by a person. */
const files = new Set(fileRoutes.map(({ path }) => `/console${path}`));

/**
 * The console at `/console`: pages for staff, at the staff site's own host and nowhere else. Nothing is served but the
 * routes of `consoleRoutes`, each to the roles that it declares.
 */
export function createConsole(
  deps: Pick<ApiDeps, 'context' | 'log' | 'safeError' | 'ending' | 'heartbeatMs' | 'board'>,
): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  const live = { ...deps, board: deps.board ?? new ProgressBoard() };

  app.use('*', async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(consolePolicy)) c.header(name, value);
    if (c.get('speaks') === true) {
      c.header('Content-Security-Policy', consolePolicy['Content-Security-Policy'] + speakingPolicy);
    }
  });

  app.use('*', async (c, next) => {
    const base = deps.context();
    const site = base?.staffSite;
    if (base === null || site === undefined) return files.has(c.req.path) ? next() : withoutSite(c);
    if (!isAtStaffSite(c.req.raw, site)) return refuseAnybody(c, { code: 'unknown' }, 421);
    c.set('live', live);
    c.set('site', { ...base, staffSite: site, actor: { kind: 'job', name: 'sign-in' } });
    return next();
  });

  app.use(
    '*',
    ownPagesOnly(
      () => deps.context()?.staffSite,
      (c) => refuseAnybody(c, { code: 'other-site' }, 403),
    ),
  );

  app.onError((error, c) => {
    deps.log.error('request-failed', { route: routeOf(c), error: deps.safeError(error) });
    return refuseAnybody(c, { code: 'failed' }, 500);
  });
  app.notFound((c) => refuseAnybody(c, { code: 'unknown' }, 404));

  for (const route of consoleRoutes) mount(app, route);
  return app;
}

function mount(app: Hono<SiteEnv>, route: ConsoleRoute): void {
  const path = route.path === '' ? '/' : route.path;
  if (route.roles === 'nobody') {
    app.on(route.method, path, formLimit, route.handle);
    return;
  }
  const staff = new Hono<ConsoleEnv>();
  if (route.takesImage) staff.on(route.method, path, signedIn(route), imageLimit, route.handle);
  else staff.on(route.method, path, formLimit, signedIn(route), route.handle);
  app.route('/', staff);
}

const formLimit = bodyLimit({
  maxSize: FORM_MAX,
  onError: (c) => {
    // The rest of the form is not read, so the connection cannot carry another request.
    c.header('Connection', 'close');
    return refuseAnybody(c, { code: 'incomplete' }, 413);
  },
});

const imageLimit = bodyLimit({
  maxSize: UPLOAD_MAX + FORM_MAX,
  onError: (c) => {
    c.header('Connection', 'close');
    return refuse(c, { code: 'image-too-large', limit: UPLOAD_MAX }, 413);
  },
});

/** Lets whoever is signed in with one of the route's roles go on. */
function signedIn({ roles, takesFreshKey, byItself }: StaffRoute) {
  return createMiddleware<ConsoleEnv>(async (c, next) => {
    const site = c.get('site');
    const cookie = sessionCookie(c);
    const me = cookie === undefined ? null : await resumeSession(site, cookie, { byItself });
    if (me === null) return toSignIn(c);
    c.set('me', me);
    c.set('ctx', actingAs(site, me.actor));
    if (!hasRole(me.actor, ...roles)) return refuse(c, { code: 'role-missing' }, 403);
    const isStale = takesFreshKey && !isFresh(me.session, site.clock.now());
    return isStale ? refuse(c, { code: 'sign-in-again' }, 403) : next();
  });
}

/**
 * Somebody without a session, or whose browser did not say that it has one: it keeps a strict cookie back when a link on
 * another site was followed. Our own page asks once more, and then it is sent.
 */
function toSignIn(c: Context): Response | Promise<Response> {
  if (c.req.method !== 'GET') return refuseAnybody(c, { code: 'sign-in-again' }, 403);
  const language = languageOf(c);
  if (c.req.header('Sec-Fetch-Site') === 'cross-site') {
    c.header('Refresh', `0; url=${c.req.path}`);
    const title = translate(language, 'console-title');
    return showAnybody(c, { title, body: html`<p><a href="${c.req.path}">${title}</a></p>` });
  }
  return c.redirect(`/console/sign-in?to=${encodeURIComponent(c.req.path)}`, 303);
}

/** Says that there is no staff site yet, and how there will be one. */
function withoutSite(c: Context): Response | Promise<Response> {
  const language = languageOf(c);
  return showAnybody(
    c,
    {
      title: translate(language, 'console-no-site-title'),
      body: html`<p>${translate(language, 'console-no-site')}</p>
      <p dir="ltr"><code>STAFF_ORIGIN=https://staff.example.org</code></p>`,
    },
    503,
  );
}
