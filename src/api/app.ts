import { OpenAPIHono } from '@hono/zod-openapi';
import { ProgressBoard } from '../services/broadcasts/board.ts';
import { createAdminApi } from './admin/index.ts';
import { createConsole } from './console/app.ts';
import { publicElsewhere } from './console/public-elsewhere.ts';
import type { ApiDeps } from './deps.ts';
import { createDocs } from './docs.ts';
import type { AdminEnv } from './env.ts';
import { createHealth } from './health.ts';
import { answerErrors } from './middleware/errors.ts';
import { requestLog } from './middleware/request-log.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { describeApi } from './openapi.ts';
import { refuse } from './problem.ts';
import { createProblems } from './problems.ts';
import { createCalendars } from './public/calendars.ts';
import { createUnsubscribe } from './public/unsubscribe.ts';
import { createWatch } from './watch.ts';

/**
 * Everything that the web role answers: the admin API with its document where it is wanted, health, metrics and, in webhook mode,
 * Telegram's deliveries. Give its `fetch` to a server; pages of others can be added with `route`.
 */
export function createApi(deps: ApiDeps): OpenAPIHono<AdminEnv> {
  const app = new OpenAPIHono<AdminEnv>();
  app.use('*', requestLog(deps));
  app.use('*', securityHeaders);
  app.onError(answerErrors(deps));
  app.notFound((c) => refuse(c, { code: 'route-unknown' }));

  app.route('/', createHealth(deps));
  app.get('/metrics', async (c) => {
    const text = await deps.metrics.metrics();
    return c.body(text, 200, { 'Content-Type': deps.metrics.contentType });
  });
  const { webhook } = deps;
  if (webhook !== undefined) app.post(webhook.path, (c) => webhook.handle(c.req.raw));

  if (!deps.admin) return app;
  app.use('*', publicElsewhere(deps));
  const board = deps.board ?? new ProgressBoard();
  app.route('/console', createConsole({ ...deps, board }));
  app.route('/', createCalendars(deps));
  app.route('/', createUnsubscribe(deps));
  app.route('/watch', createWatch(deps));
  app.route('/api/admin', createAdminApi({ ...deps, board }));
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  const document = describeApi(app);
  app.get('/openapi.json', (c) => c.json(document));
  app.route('/docs', createDocs());
  app.route('/problems', createProblems());
  return app;
}
