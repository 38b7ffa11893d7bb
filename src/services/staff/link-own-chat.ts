import { done, type Result, refused } from '../../domain/result.ts';
import { isFresh } from '../../domain/session.ts';
import type { StaffContext } from '../context.ts';
import type { Session } from '../sessions/resume.ts';
import { createStaffLink } from './add.ts';

/** How long whoever has the page before them needs to open it in Telegram; whoever sees it later has no use for it. */
const ownLinkLasts = Temporal.Duration.from({ minutes: 15 });

/**
 * Makes the one-time code by which whoever is signed in joins their own chat. Facts are decided from that chat, so they
 * must have shown a key within the last five minutes: a browser that somebody left open is not enough.
 */
export async function offerOwnChatLink(
  ctx: StaffContext,
  input: { readonly session: Session },
): Promise<Result<string, { readonly code: 'sign-in-again' }>> {
  if (!isFresh(input.session, ctx.clock.now())) return refused({ code: 'sign-in-again' });
  return done(await createStaffLink(ctx, ctx.actor.id, ownLinkLasts));
}
