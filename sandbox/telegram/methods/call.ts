import type { Core } from '../core.ts';
import type { UploadedFile } from '../multipart.ts';
import { badRequest, forbidden, Refusal, tooManyRequests } from '../refusal.ts';
import { asString, type JsonObject } from '../values.ts';
import { type Bot, type Chat, isIn } from '../world.ts';

/** One request with checked parameters. */
export interface Call {
  readonly core: Core;
  readonly bot: Bot;
  readonly method: string;
  readonly values: JsonObject;
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** A fault on demand is going to lose the answer. */
  readonly answerLost: boolean;
  readonly onGone: (gone: () => void) => void;
}

/** What a method answers: its result, or why not. */
export type Answer = Refusal | JsonObject | readonly unknown[] | true | number;

/** Waits of the rate limit are slept up to the configured sum; so many may sleep for one chat. */
const MAX_SLEEPING_PER_CHAT = 310;
const OVERFLOW_PAUSE_MS = 3000;
const OVERFLOW_RETRY_S = 60;

/** The chat that `chat_id` (or another parameter) names. */
export function chatOf(call: Call, parameter = 'chat_id'): Chat | Refusal {
  const id = call.values[parameter];
  const chat =
    typeof id === 'number' || typeof id === 'string' ? call.core.findChat(call.bot, id) : undefined;
  return chat ?? badRequest('chat not found');
}

/**
 * Whether the bot has access to the chat at all; `write` for what changes it. The 403s and the migration are the
 * Bot API server's own.
 */
export function accessFault(call: Call, chat: Chat, need: 'read' | 'write'): Refusal | null {
  if (chat.kind === 'private') {
    if (need === 'write' && chat.person.deactivated) return forbidden('user is deactivated');
    return null;
  }
  if (chat.kind === 'group' && need === 'write') {
    if (chat.migratedTo !== null) {
      return new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: chat.migratedTo,
      });
    }
    if (chat.deleted) return forbidden('the group chat was deleted');
  }
  const member = chat.members.get(call.bot.id);
  if (member?.status === 'kicked') return forbidden(`bot was kicked from the ${chat.kind} chat`);
  const open = need === 'read' && chat.username !== undefined;
  return isIn(member) || open ? null : forbidden(`bot is not a member of the ${chat.kind} chat`);
}

/** Whether a message may be written there: what Telegram's servers say after the limits have been counted. */
export function writeFault(call: Call, chat: Chat): Refusal | null {
  if (chat.kind === 'private') {
    if (chat.state === 'blocked') return forbidden('bot was blocked by the user');
    return chat.state === 'started' ? null : forbidden("bot can't initiate conversation with a user");
  }
  const member = chat.members.get(call.bot.id);
  if (chat.kind === 'channel') {
    return call.core.botMay(call.bot, chat, 'can_post_messages')
      ? null
      : badRequest('need administrator rights in the channel chat');
  }
  return member?.status === 'restricted' && member.rights.can_send_messages === false
    ? badRequest('not enough rights to send text messages to the chat')
    : null;
}

/**
 * Runs `accept` once the limits let one more message into the chat; otherwise 429. With a silent delay the wait is
 * slept, up to its sum, as Telegram does for bots.
 */
export function whenAdmitted(call: Call, chat: Chat, accept: () => Answer): Answer | Promise<Answer> {
  const paid = call.values.allow_paid_broadcast === true;
  const wait = call.bot.limits.admit(chat, paid, call.core.monotonic());
  if (wait === 0) return accept();
  const patience = call.core.rates.silentDelayMs;
  return wait > patience ? refusedFor(wait) : admitLater(call, chat, paid, wait, patience, accept);
}

const refusedFor = (waitMs: number): Refusal => tooManyRequests(Math.max(1, Math.ceil(waitMs / 1000)));

async function admitLater(
  call: Call,
  chat: Chat,
  paid: boolean,
  firstWait: number,
  patience: number,
  accept: () => Answer,
): Promise<Answer> {
  if (chat.sleeping >= MAX_SLEEPING_PER_CHAT) {
    await sleep(OVERFLOW_PAUSE_MS);
    return tooManyRequests(OVERFLOW_RETRY_S);
  }
  chat.sleeping += 1;
  try {
    let slept = 0;
    for (let wait = firstWait; wait > 0; wait = call.bot.limits.admit(chat, paid, call.core.monotonic())) {
      if (slept + wait > patience) return refusedFor(wait);
      slept += wait;
      await sleep(wait);
    }
    return accept();
  } finally {
    chat.sleeping -= 1;
  }
}

const sleep = (ms: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Whoever waits here has a connection that keeps the process alive; a closed stand-in need not wait.
  setTimeout(resolve, Math.ceil(ms)).unref();
  return promise;
};

/** A text parameter that may be left out. */
export const textOf = (call: Call, name: string): string | undefined => asString(call.values[name]);
