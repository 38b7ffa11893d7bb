import type { Context } from '../../services/context.ts';
import { askAgain as ask } from '../../services/hearings/ask-again.ts';

/** Asks anew about hearings ahead whose approval counts no longer. */
export async function askAgain(ctx: Context): Promise<void> {
  await ask(ctx);
}
