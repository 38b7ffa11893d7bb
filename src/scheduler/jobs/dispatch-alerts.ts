import type { AlertId } from '../../domain/ids.ts';
import { dispatchNextAlert, nextAlertDue } from '../../services/alerts/dispatch.ts';
import { tellOfExpired } from '../../services/alerts/tell-expired.ts';
import type { SigningContext } from '../../services/context.ts';

/**
 * Sends every alert that is due on its way, the most pressing first, and tells staff which came too late. One that
 * fails keeps back none of the others; the run fails once they are on their way.
 */
export async function dispatchAlerts(
  ctx: SigningContext,
  safeError: (error: unknown) => string,
): Promise<void> {
  const failed: AlertId[] = [];
  for (;;) {
    const dispatched = await dispatchNextAlert(ctx, failed);
    if (dispatched === null) break;
    const { alertId: id } = dispatched;
    if (dispatched.state === 'expired') ctx.log.warn('alert-expired', { id });
    if (dispatched.state !== 'failed') continue;
    ctx.log.error('alert-failed', { id, error: safeError(dispatched.error) });
    failed.push(id);
  }
  await tellOfExpired(ctx);
  if (failed.length > 0) throw new Error('Alerts could not be dispatched; see the log.');
}

export const nextDispatch = nextAlertDue;
