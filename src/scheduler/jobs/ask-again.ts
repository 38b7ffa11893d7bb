import type { Context } from '../../services/context.ts';
import { askAgain as ask } from '../../services/hearings/ask-again.ts';
import { askAgainAboutTexts } from '../../services/posts/ask-again.ts';

/** Asks anew about hearings ahead, and texts that have not gone out to all, whose approval counts no longer. */
export async function askAgain(ctx: Context): Promise<void> {
  await ask(ctx);
  await askAgainAboutTexts(ctx);
}
