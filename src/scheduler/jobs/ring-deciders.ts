import type { Context } from '../../services/context.ts';
import { ringNext } from '../../services/hearings/ring.ts';

/** Calls everyone who may decide on the facts of a hearing that is near, again and again, until somebody does. */
export async function ringDeciders(ctx: Context): Promise<void> {
  while ((await ringNext(ctx)) !== null);
}
