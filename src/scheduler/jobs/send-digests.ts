import type { SigningContext } from '../../services/context.ts';
import { dispatchNextDigest, scheduleDigests } from '../../services/digests/dispatch.ts';

/** Sends every digest that is due on its way, and notes when the next ones are. */
export async function sendDigests(ctx: SigningContext): Promise<void> {
  for (;;) {
    const dispatched = await dispatchNextDigest(ctx);
    if (dispatched === null) break;
    // An outage, or a clock that was set: the next one tells the rest, so that nobody has to do anything.
    if (dispatched.state === 'expired') ctx.log.info('digest-expired', { id: dispatched.digestId });
  }
  await scheduleDigests(ctx);
}
