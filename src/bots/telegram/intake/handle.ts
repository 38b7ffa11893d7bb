import type { Update } from 'telegraf/types';
import type { Language } from '../../../domain/language.ts';
import { translate } from '../../../i18n/index.ts';
import { enqueueCall } from '../../../services/calls/enqueue.ts';
import { staffByChat } from '../../../services/staff/by-chat.ts';
import { enrolSubscriber } from '../../../services/subscribers/enrol.ts';
import { findSubscriber } from '../../../services/subscribers/find.ts';
import { recogniseChat } from '../../../services/subscribers/recognise.ts';
import { failUpdate } from '../../../services/updates/fail.ts';
import { handleUpdate } from '../../../services/updates/handle.ts';
import type { InboxContext } from '../../../services/updates/inbox.ts';
import type { OpenUpdate } from '../../../services/updates/open.ts';
import type { Transport } from '../../../telegram/transport.ts';
import { type Chat, Handling, plain, type Reader } from '../handling.ts';
import { inlineAnswer } from '../inline.ts';
import type { BotIdentity, UpdateHandler } from '../update.ts';
import { guessLanguage, readHead, tappedMessage } from '../update-facts.ts';
import { isUpdate } from '../update-shape.ts';
import { AdminUnknown, type Before, lookBefore } from './before.ts';

export interface HandleDeps {
  readonly ctx: InboxContext;
  readonly transport: Transport;
  readonly identity: BotIdentity;
  /** The https address at which followers reach the service; null where it has none. */
  readonly publicUrl: string | null;
  readonly handler: UpdateHandler;
  readonly safeError: (error: unknown) => string;
  /** Starts a call whose outcome nobody waits for. */
  readonly inBackground: (call: Promise<unknown>) => void;
  /** Ends calls to Telegram when the process is to stop. */
  readonly signal: AbortSignal;
}

/** `left`: the process is stopping; the update stays as it was, for the next start. */
export type HandledOne = 'handled' | 'failed' | 'left';

/**
 * Handles one persisted update: its effects, its replies and the mark that it is handled stand or fall
 * together. A handler that throws is recorded, the person is told once, and the update is tried again later; what is no
 * update behind its head is set aside at once, as what it is, and nobody is told.
 * Throws only when the database fails; then nothing has changed.
 */
export async function handleOne(deps: HandleDeps, open: OpenUpdate): Promise<HandledOne> {
  if (open.body === null) return giveUp(deps, open, 'unreadable');
  const update: unknown = JSON.parse(open.body);
  const head = readHead(update);
  if (head === null || !isUpdate(update)) return giveUp(deps, open, 'malformed');
  const { chat } = head;
  try {
    if ('inline_query' in update) return await answerInline(deps, open, update);
    if (chat === null) return await settle(deps, open);
    await recogniseChat(deps.ctx, { chatId: chat.id });
    const before = await look(deps, update, chat);
    await handleUpdate(deps.ctx, {
      updateId: open.updateId,
      work: (tx, overtook) => work(deps, tx, { open, update, chat, before, overtook }),
    });
    return 'handled';
  } catch (error) {
    if (error instanceof AdminUnknown && deps.signal.aborted) return 'left';
    await fail(deps, open, { update, chat, error });
    return 'failed';
  }
}

/**
 * Answered at once and past the sender's lane: an answer counts towards no limit, and nobody waits for it long. It
 * writes nothing into any chat, so that whoever asks need not have started the bot; of them it looks up the language, by
 * their private chat, whose id is theirs.
 */
async function answerInline(
  deps: HandleDeps,
  open: OpenUpdate,
  update: Update.InlineQueryUpdate,
): Promise<HandledOne> {
  const { ctx, transport, identity, signal } = deps;
  const query = update.inline_query;
  const asker: Chat = { id: String(query.from.id), kind: 'private' };
  await recogniseChat(ctx, { chatId: asker.id });
  const { language } = await readerOf(ctx, update, asker);
  const answer = await inlineAnswer(ctx, query, { language, botUsername: identity.username });
  deps.inBackground(transport.call('answerInlineQuery', answer, { signal }));
  return settle(deps, open);
}

/** Outside the transaction: the network may be asked here, and only here. */
async function look(deps: HandleDeps, update: Update, chat: Chat): Promise<Before> {
  const { language } = await readerOf(deps.ctx, update, chat);
  return lookBefore(update, { ...deps, chat, language, botUsername: deps.identity.username });
}

async function work(
  deps: HandleDeps,
  tx: InboxContext,
  found: {
    readonly open: OpenUpdate;
    readonly update: Update;
    readonly chat: Chat;
    readonly before: Before;
    readonly overtook: number;
  },
): Promise<void> {
  const { open, update, chat, before, overtook } = found;
  if (before.settled) return;
  const handling = new Handling({
    ctx: tx,
    updateId: open.updateId,
    botUsername: deps.identity.username,
    publicUrl: deps.publicUrl,
    chat,
    reader: await heardFrom(tx, update, chat),
    senderIsAdmin: before.senderIsAdmin,
    tapped: tappedMessage(update),
  });
  if (overtook > 0) await handling.say('error-given-up');
  await deps.handler(update, { handling, data: before.data });
}

/** The reader; one that could not be reached but has just spoken can be reached again. */
async function heardFrom(tx: InboxContext, update: Update, chat: Chat): Promise<Reader> {
  const reader = await readerOf(tx, update, chat);
  if (reader.subscriber?.state !== 'unreachable' || isMembership(update) || isStart(update)) return reader;
  const { subscriber } = await enrolSubscriber(tx, {
    chatId: chat.id,
    kind: chat.kind,
    language: reader.language,
  });
  return { ...reader, subscriber };
}

async function readerOf(ctx: InboxContext, update: Update, chat: Chat): Promise<Reader> {
  const subscriber = await findSubscriber(ctx, { chatId: chat.id });
  const staff = chat.kind === 'private' ? await staffByChat(ctx, chat.id) : null;
  return {
    language: subscriber?.language ?? staff?.language ?? guessLanguage(update),
    subscriber,
    staff: staff?.actor ?? null,
  };
}

function isMembership(update: Update): boolean {
  return 'my_chat_member' in update;
}

/** `/start` finds out by itself whether somebody came back, and greets them so. */
function isStart(update: Update): boolean {
  return 'message' in update && 'text' in update.message && /^\/start\b/i.test(update.message.text);
}

/** Nothing that we could answer: marked as handled, so that it does not come up again. */
async function settle({ ctx }: HandleDeps, open: OpenUpdate): Promise<HandledOne> {
  await handleUpdate(ctx, { updateId: open.updateId, work: async () => undefined });
  return 'handled';
}

async function giveUp({ ctx }: HandleDeps, open: OpenUpdate, fault: string): Promise<HandledOne> {
  ctx.log.error('update-given-up', { fault });
  await failUpdate(ctx, { updateId: open.updateId, fault, final: true, tell: async () => undefined });
  return 'handled';
}

async function fail(
  { ctx, safeError }: HandleDeps,
  open: OpenUpdate,
  { update, chat, error }: { readonly update: Update; readonly chat: Chat | null; readonly error: unknown },
): Promise<void> {
  const fault = error instanceof Error ? error.name : typeof error;
  const failed = await failUpdate(ctx, {
    updateId: open.updateId,
    fault,
    final: false,
    tell: async (tx, { attempts, retryAt }) => {
      if (chat?.kind !== 'private' || isMembership(update)) return;
      const { language } = await readerOf(tx, update, chat);
      if (attempts === 1) await tell(tx, chat, language, 'error-ours');
      if (retryAt === null) await tell(tx, chat, language, 'error-given-up');
    },
  });
  ctx.log.error(failed?.retryAt === null ? 'update-given-up' : 'update-failed', {
    fault,
    error: safeError(error),
    ...(failed === null ? {} : { count: failed.attempts }),
  });
}

async function tell(
  tx: InboxContext,
  chat: Chat,
  language: Language,
  key: 'error-ours' | 'error-given-up',
): Promise<void> {
  await enqueueCall(tx, {
    chatId: chat.id,
    action: { do: 'send', message: plain(translate(language, key)) },
    purpose: 'reply',
  });
}
