import { warnOfEnds as warn } from '../../services/accounts/warn-of-ends.ts';
import type { Context } from '../../services/context.ts';

/** Tells staff of accounts whose credentials will end. */
export async function warnOfEnds(ctx: Context): Promise<void> {
  const count = await warn(ctx);
  if (count > 0) ctx.log.warn('credentials-end', { count });
}
