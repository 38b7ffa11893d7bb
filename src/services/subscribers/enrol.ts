import { eq } from 'drizzle-orm';
import { subscribers } from '../../db/schema/index.ts';
import { binding } from '../../domain/bindings.ts';
import { newId, type SubscriberId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import type { ChatKind } from '../../domain/words.ts';
import { audit } from '../audit.ts';
import { type BotContext, inTransaction } from '../context.ts';
import { findSubscriber, type Subscriber, subscriberColumns } from './find.ts';

/** A chat that has written to us. */
export interface EnrolSubscriber {
  readonly chatId: string;
  readonly kind: ChatKind;
  /** For a chat that is not known yet: a first guess, until somebody chooses. */
  readonly language: Language;
}

/** The subscriber, and what was there before: nothing, a chat that could not be reached, or the same. */
export interface Enrolled {
  readonly subscriber: Subscriber;
  readonly before: 'unknown' | 'unreachable' | 'active';
}

/** Makes sure that a chat which has just spoken to us has a row and can be written to. */
export async function enrolSubscriber(ctx: BotContext, input: EnrolSubscriber): Promise<Enrolled> {
  return inTransaction(ctx, async (tx) => {
    const found = await findSubscriber(tx, input);
    if (found === null) return { subscriber: await insert(tx, input), before: 'unknown' };
    if (found.state === 'active') return { subscriber: found, before: 'active' };
    await tx.db.update(subscribers).set({ state: 'active' }).where(eq(subscribers.id, found.id));
    await audit(tx, { verb: 'subscribers/enrol', subject: { type: 'subscriber', id: null } });
    return { subscriber: { ...found, state: 'active' }, before: 'unreachable' };
  });
}

async function insert(tx: BotContext, input: EnrolSubscriber): Promise<Subscriber> {
  const id = newId<SubscriberId>();
  // Another process may have enrolled the same chat since we looked: then its row is taken, as it stands.
  const [row] = await tx.db
    .insert(subscribers)
    .values({
      id,
      campaignId: tx.campaignId,
      botId: tx.botId,
      chatIndex: tx.chatIndex(input.chatId),
      sealedChat: tx.seal(input.chatId, binding.subscriberChat(id)),
      kind: input.kind,
      language: input.language,
      languageSince: tx.clock.now(),
      state: 'active',
      createdAt: tx.clock.now(),
    })
    .onConflictDoUpdate({
      target: [subscribers.botId, subscribers.chatIndex],
      set: { state: 'active' },
    })
    .returning(subscriberColumns);
  if (row === undefined) throw new Error('A subscriber was neither made nor found.');
  await audit(tx, { verb: 'subscribers/enrol', subject: { type: 'subscriber', id: null } });
  return row;
}
