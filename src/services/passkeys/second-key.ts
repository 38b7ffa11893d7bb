import { mayApproveWith } from '../../domain/second-key.ts';
import type { StaffContext } from '../context.ts';
import { keysOf } from './find.ts';

/** They have one key only, and what they ask for is an approval. */
export type SecondKeyRefusal = { readonly code: 'second-key-missing' };

/**
 * Whether whoever asks may not approve, by whatever way, until they have added another key. Without a staff site, where there
 * are no keys, nobody is held back.
 */
export async function lacksSecondKey(ctx: StaffContext): Promise<boolean> {
  const { staffSite } = ctx;
  if (staffSite === undefined) return false;
  return !mayApproveWith(await keysOf({ ...ctx, staffSite }, ctx.actor.id), ctx.clock.now());
}
