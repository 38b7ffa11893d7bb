import { eq, isNull } from 'drizzle-orm';
import { messages } from '../../src/db/schema/index.ts';
import { signMessage } from '../../src/services/broadcasts/signed.ts';
import type { SigningContext } from '../../src/services/context.ts';

/** Signs the messages that a trial wrote or changed by itself, as the role does that renders them. */
export async function signMessages(ctx: Pick<SigningContext, 'db' | 'signingKey'>): Promise<void> {
  for (const message of await ctx.db.select().from(messages).where(isNull(messages.signature))) {
    const signature = signMessage(ctx, message);
    await ctx.db.update(messages).set({ signature }).where(eq(messages.id, message.id));
  }
}
