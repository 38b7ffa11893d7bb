import type { AlertId } from '../../domain/ids.ts';
import { dispatchDueAlerts, dispatchTurns } from '../../services/alerts/dispatch.ts';
import { tellOfExpired } from '../../services/alerts/tell-expired.ts';
import type { SigningContext } from '../../services/context.ts';

/** So many transactions at once: while one is being committed, another works. */
const atOnce = 2;
/** So many alerts at most in each. */
const together = 64;

/**
 * Sends every alert that is due on its way, the most pressing first, and tells staff which came too late. One that
 * fails keeps back none of the others; the run fails once they are on their way.
 */
export async function dispatchAlerts(
  ctx: SigningContext,
  safeError: (error: unknown) => string,
): Promise<void> {
  const failed: AlertId[] = [];
  const turns = dispatchTurns();
  const work = async (): Promise<void> => {
    for (;;) {
      const dispatched = await dispatchDueAlerts(ctx, { except: failed, turns, atMost: together });
      if (dispatched.length === 0) return;
      for (const one of dispatched) {
        const { alertId: id } = one;
        if (one.state === 'expired') ctx.log.warn('alert-expired', { id });
        if (one.state !== 'failed') continue;
        ctx.log.error('alert-failed', { id, error: safeError(one.error) });
        failed.push(id);
      }
    }
  };
  // All of them end before the run does, also when one throws: nothing of it goes on unseen.
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  await tellOfExpired(ctx);
  if (failed.length > 0) throw new Error('Alerts could not be dispatched; see the log.');
}
