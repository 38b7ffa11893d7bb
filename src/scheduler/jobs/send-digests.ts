import type { SigningContext } from '../../services/context.ts';
import { dispatchNextDigest, nextDigest, scheduleDigests } from '../../services/digests/dispatch.ts';

/** Sends every digest that is due on its way, and notes when the next ones are. */
export async function sendDigests(ctx: SigningContext): Promise<void> {
  for (;;) {
    const dispatched = await dispatchNextDigest(ctx);
    if (dispatched === null) break;
    if (dispatched.state === 'expired') ctx.log.warn('digest-expired', { id: dispatched.digestId });
  }
  await scheduleDigests(ctx);
}

export const nextDigestDue = nextDigest;
