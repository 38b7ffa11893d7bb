import { z } from 'zod';
import {
  type Access,
  type Capabilities,
  type CommitOutcome,
  type CredentialField,
  type Network,
  type Place,
  type StepFailure,
  SUSPENDED,
} from '../domain/network.ts';
import type { CallOutcome, Failure, Refusal } from '../domain/outcome.ts';
import { done, refused } from '../domain/result.ts';
import { TELEGRAM_CAPTION_MAX, TELEGRAM_TEXT_MAX } from '../domain/text/measure.ts';
import { sliceMessage } from '../domain/text/message.ts';
import { renderTelegram } from '../domain/text/render.ts';
import type { LimitedChat } from '../telegram/chat-limits.ts';
import { groupKey, type NoSlot, type SlotGiver } from '../telegram/slots.ts';
import type { CallOptions, Transport } from '../telegram/transport.ts';
import { readFields } from './credentials.ts';
import { measureUtf16, refuseImage, threadOf } from './render.ts';

/*
 * A Telegram channel of ours, through the campaign's bot, which must be an administrator there (Bot API 10.3, November
 * 2026). Telegram has no idempotency key, messages that timed out do arrive, and a bot cannot read what stands in a
 * channel: a post goes out at most once, and one whose outcome is unknown is left to a person. It takes no words for who
 * cannot see an image. What it sends counts towards the bot's limits as everything else of the bot does: it takes a slot of
 * the sender's lane.
 */

const CAPABILITIES: Capabilities = {
  text: { max: TELEGRAM_TEXT_MAX, maxBytes: null, perAddress: null },
  images: { max: 1, types: ['image/jpeg'], maxBytes: 10_000_000, maxPixels: null, maxAlt: null },
};

/** Of a bot that Telegram refuses; the sender holds everything until it takes the bot again. */
const BOT_AGAIN_SECONDS = 5;
/** An upload takes as long as a slow line takes for some megabytes. */
const UPLOAD_TIMEOUT_MS = 120_000;

const fields: readonly CredentialField[] = [
  {
    name: 'channel',
    secret: false,
    help: 'Make the bot an administrator of the channel that may post, then write the channel’s @name here.',
  },
];

const entity = z.record(z.string(), z.union([z.string(), z.number()]));
const content = z.object({
  text: z.string(),
  entities: z.array(entity),
  /** By its SHA-256; the text stands below it. */
  image: z.string().nullable(),
});

const me = z.object({ id: z.number() });
const chat = z.object({
  id: z.number(),
  type: z.string(),
  username: z.string().optional(),
  title: z.string(),
});
const member = z.object({ status: z.string(), can_post_messages: z.boolean().optional() });
const message = z.object({
  message_id: z.number(),
  chat: z.object({ username: z.string().optional() }),
});

/** The bot's way to Telegram, and where slots of its lane are to be had. */
export interface ByBot {
  readonly transport: Transport;
  readonly slots: SlotGiver;
}

const NO_BOT = { kind: 'unsent', code: 'NO_BOT_HERE' } as const;

/** `by`: null where there is no bot, as on the command line. */
export function createTelegram(by: ByBot | null): Network {
  /** What counts towards the bot's limits, in a slot of its own. */
  async function send(
    chat: LimitedChat,
    method: string,
    params: Readonly<Record<string, unknown>>,
    { mayStart, ...options }: CallOptions = {},
  ): Promise<CallOutcome<unknown> | NoSlot> {
    if (by === null) return NO_BOT;
    return by.slots.take(chat, (mayLeave) =>
      by.transport.call(method, params, {
        ...options,
        mayStart: () => mayLeave() && mayStart?.() !== false,
      }),
    );
  }

  /** What a question that changes nothing was answered; otherwise why not. */
  async function ask<T>(
    method: string,
    params: Readonly<Record<string, unknown>>,
    shape: z.ZodType<T>,
  ): Promise<{ readonly value: T } | StepFailure> {
    const outcome = by === null ? NO_BOT : await by.transport.call(method, params);
    if (outcome.kind !== 'done') return failure(outcome);
    const read = shape.safeParse(outcome.result);
    return read.success ? { value: read.data } : { kind: 'not-done', code: 'ANSWER_UNREADABLE' };
  }

  const network: Network = {
    name: 'telegram',
    abilities: {
      threads: true,
      retract: true,
      contacts: false,
      byBot: true,
      tellsSuspension: true,
      tellsExpiry: false,
      repeat: { kind: 'never' },
    },
    credentialFields: fields,

    readCredentials: (given) =>
      readFields(fields, given, {
        channel: (text) => (/^@[A-Za-z]\w{3,31}$/.test(text) || /^-100\d{5,15}$/.test(text) ? text : null),
      }),

    async check({ credentials }) {
      const bot = await ask('getMe', {}, me);
      if ('kind' in bot) return bot;
      const channel = await ask('getChat', { chat_id: chatOf(credentials) }, chat);
      if ('kind' in channel) return channel;
      const { id, type, username, title } = channel.value;
      if (type !== 'channel') return { kind: 'reconnect', reason: 'not-a-channel' };
      const own = await ask('getChatMember', { chat_id: id, user_id: bot.value.id }, member);
      if ('kind' in own) return own;
      if (own.value.status !== 'administrator' || own.value.can_post_messages === false)
        return { kind: 'reconnect', reason: 'may-not-post' };
      return {
        kind: 'recognised',
        identity: {
          handle: username === undefined ? title : `@${username}`,
          // No chat is kept in the clear.
          remoteId: groupKey(id),
          capabilities: CAPABILITIES,
        },
      };
    },

    async holder(access) {
      const { key, kind } = chatFor(access);
      // In a slot, like a post: of a bot that Telegram takes nothing from the sender hears by it.
      const outcome = await send({ key: `getChat|${key}`, kind }, 'getChat', {
        chat_id: chatOf(access.credentials),
      });
      if (outcome.kind !== 'done') return failure(outcome);
      const read = chat.pick({ id: true }).safeParse(outcome.result);
      if (!read.success) return { kind: 'not-done', code: 'ANSWER_UNREADABLE' };
      return { kind: 'told', holder: { remoteId: groupKey(read.data.id) } };
    },

    // UTF-16 units are the stricter of the two counts; see `TELEGRAM_TEXT_MAX`.
    measure: measureUtf16,

    render(post, capabilities) {
      const fault = refuseImage(post, capabilities, (text) => text.length);
      if (fault !== null) return refused(fault);
      const whole = renderTelegram(post.document);
      const image = post.image?.sha256 ?? null;
      const payload = (
        text: string,
        entities: readonly z.infer<typeof entity>[],
        carried: string | null,
      ) => ({
        content: { text, entities: entities.map((one) => ({ ...one })), image: carried },
        cost: null,
      });
      if (image !== null && whole.text.length <= TELEGRAM_CAPTION_MAX)
        return done([payload(whole.text, whole.entities, image)]);
      const thread = threadOf(whole.text, capabilities, (part) => network.measure(part, capabilities));
      if (!thread.ok) return thread;
      const texts = thread.value.map(({ start, end, number }) => {
        const part = sliceMessage(whole, start, end);
        return payload(part.text + number, part.entities, null);
      });
      // A text that is too long to stand below the image follows it.
      return done(image === null ? texts : [payload('', [], image), ...texts]);
    },

    async prepare(access, parcel, { image }) {
      const refusal = by?.slots.refusal(chatFor(access)) ?? null;
      if (refusal !== null) return failure(refusal);
      // An image can only be uploaded with the message that carries it: it is read before, while nothing can have arrived.
      const { image: carried } = content.parse(parcel.content);
      if (carried !== null) await image(carried);
      return { kind: 'prepared', prepared: {} };
    },

    async commit(access, parcel, _prepared, { mayStart, image }) {
      const { text, entities, image: carried } = content.parse(parcel.content);
      const chatId = chatOf(access.credentials);
      const chat = chatFor(access);
      const outcome =
        carried === null
          ? await send(
              chat,
              'sendMessage',
              { chat_id: chatId, text, entities, link_preview_options: { is_disabled: true } },
              { mayStart },
            )
          : await send(
              chat,
              'sendPhoto',
              { chat_id: chatId, caption: text, caption_entities: entities, photo: 'attach://image' },
              {
                mayStart,
                timeoutMs: UPLOAD_TIMEOUT_MS,
                uploads: { image: { content: await image(carried), filename: 'image.jpg' } },
              },
            );
      return judge(outcome);
    },

    async reconcile() {
      return { kind: 'indeterminate', code: 'CANNOT_READ' };
    },

    async retract(access, at) {
      const { key, kind } = chatFor(access);
      // It shows nothing in the channel, and uses up no second in which that may get a message.
      const outcome = await send({ key: `deleteMessage|${key}`, kind }, 'deleteMessage', {
        chat_id: chatOf(access.credentials),
        message_id: Number(at.id),
      });
      if (outcome.kind === 'done') return { kind: 'retracted' };
      if (outcome.kind === 'unknown') return { kind: 'unknown', code: outcome.code };
      if (outcome.kind === 'refused' && outcome.refusal.class === 'message-gone') return { kind: 'gone' };
      return failure(outcome);
    },
  };
  return network;
}

function chatOf(credentials: Access['credentials']): string | number {
  const channel = credentials.channel ?? '';
  return channel.startsWith('@') ? channel : Number(channel);
}

/** The channel as the limits know it, whoever writes there. */
function chatFor({ remoteId, accountId }: Access): LimitedChat {
  return { key: remoteId ?? accountId, kind: 'channel' };
}

function judge(outcome: CallOutcome<unknown> | NoSlot): CommitOutcome {
  if (outcome.kind === 'unknown') return outcome;
  if (outcome.kind !== 'done') return failure(outcome);
  const made = message.safeParse(outcome.result);
  if (!made.success) return { kind: 'unknown', code: 'ANSWER_WITHOUT_MESSAGE' };
  return { kind: 'published', at: placeOf(made.data) };
}

function placeOf({ message_id: id, chat: { username } }: z.infer<typeof message>): Place {
  return { id: String(id), url: username === undefined ? null : `https://t.me/${username}/${id}` };
}

function failure(outcome: Failure | NoSlot): StepFailure {
  switch (outcome.kind) {
    case 'no-slot':
      return { kind: 'held', seconds: outcome.seconds, code: outcome.code };
    case 'unsent':
    case 'unknown':
      return { kind: 'not-done', code: outcome.code };
    case 'refused':
      return refusal(outcome.refusal);
  }
}

function refusal(reason: Refusal): StepFailure {
  switch (reason.class) {
    case 'rate-limited':
      return { kind: 'rate-limited', seconds: reason.retryAfterSeconds };
    case 'content':
    case 'bad-request-other':
      return { kind: 'rejected', reason: reason.code };
    // Deleted, or closed by Telegram, or whoever runs it now has thrown us out: we do not speak there any more.
    case 'chat-gone':
      return { kind: 'reconnect', reason: reason.reason === 'not-a-member' ? reason.class : SUSPENDED };
    case 'chat-not-found':
      return { kind: 'reconnect', reason: SUSPENDED };
    case 'no-rights':
    case 'migrated':
    case 'unreachable':
    case 'forbidden-other':
      return { kind: 'reconnect', reason: reason.class };
    case 'bot-stopped':
      return { kind: 'held', seconds: BOT_AGAIN_SECONDS, code: `BOT_${reason.reason}`.toUpperCase() };
    case 'conflict':
      return { kind: 'not-done', code: 'CONFLICT' };
    case 'message-gone':
    case 'message-unchanged':
    case 'query-expired':
      return { kind: 'rejected', reason: reason.class };
  }
}
