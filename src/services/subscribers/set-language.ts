import { eq, sql } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import type { SubscriberId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { audit } from '../audit.ts';
import { type Context, inTransaction } from '../context.ts';

/** From now on the bot speaks this language to the subscriber; what is already on its way keeps its own. */
export async function setLanguage(
  ctx: Context,
  input: { readonly subscriberId: SubscriberId; readonly language: Language },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx.db
      .update(subscribers)
      .set({
        language: input.language,
        languageSince: sql`case when ${subscribers.language} = ${input.language} then ${subscribers.languageSince}
          else ${tx.clock.now().toString()}::timestamptz end`,
      })
      .where(eq(subscribers.id, input.subscriberId));
    await audit(tx, {
      verb: 'subscribers/set-language',
      subject: { type: 'subscriber', id: null },
      details: { language: input.language },
    });
  });
}
