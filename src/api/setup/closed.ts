import { Hono } from 'hono';
import { securityHeaders } from '../middleware/security-headers.ts';

/**
 * What is answered while the service is not at work: that the process lives, and to everything else the same,
 * whatever was asked for. Telegram, told so, keeps an update and delivers it again (Bot API 10.3, setWebhook).
 */
export function createClosed(): Hono {
  const closed = new Hono();
  closed.use('*', securityHeaders);
  closed.get('/healthz', (c) => c.json({ ok: true }));
  closed.notFound((c) => c.text('Not available.\n', 503, { 'Retry-After': '30' }));
  return closed;
}
