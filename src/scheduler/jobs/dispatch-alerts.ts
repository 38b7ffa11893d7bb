import { dispatchNextAlert, nextAlertDue } from '../../services/alerts/dispatch.ts';
import type { Context } from '../../services/context.ts';

/** Sends every alert that is due on its way, the most pressing first. */
export async function dispatchAlerts(ctx: Context): Promise<void> {
  while ((await dispatchNextAlert(ctx)) !== null);
}

export const nextDispatch = nextAlertDue;
