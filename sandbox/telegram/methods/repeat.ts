import { markupFault } from '../markup.ts';
import { messageObject } from '../message.ts';
import { badRequest, Refusal } from '../refusal.ts';
import { prepareCaption } from '../text/prepare.ts';
import { asInteger, asList, asObject, type JsonObject } from '../values.ts';
import { botObject, chatObject, personObject, type StoredMessage } from '../world.ts';
import { type Answer, accessFault, type Call, chatOf, textOf } from './call.ts';
import { put } from './send.ts';

/** Sends the content of a message again, without a link to it. */
export function copyMessage(call: Call): Answer | Promise<Answer> {
  return repeat(call, 'copy', (source) => {
    const markup = asObject(call.values.reply_markup);
    const given = textOf(call, 'caption');
    const caption =
      given === undefined || source.media === undefined
        ? source.caption
        : prepareCaption(given, textOf(call, 'parse_mode'), asList(call.values.caption_entities));
    if (caption instanceof Refusal) return caption;
    return { caption, markup, further: undefined };
  });
}

/** Sends a message on, with its origin. */
export function forwardMessage(call: Call): Answer | Promise<Answer> {
  return repeat(call, 'forward', (source) => ({
    caption: source.caption,
    markup: undefined,
    further: { forward_origin: originOf(source) },
  }));
}

interface Repeated {
  readonly caption: StoredMessage['caption'];
  readonly markup: JsonObject | undefined;
  readonly further: JsonObject | undefined;
}

function repeat(
  call: Call,
  verb: 'copy' | 'forward',
  adapt: (source: StoredMessage) => Repeated | Refusal,
): Answer | Promise<Answer> {
  const chat = chatOf(call);
  if (chat instanceof Refusal) return chat;
  const from = chatOf(call, 'from_chat_id');
  if (from instanceof Refusal) return from;
  const markup = asObject(call.values.reply_markup);
  const fault = accessFault(call, chat, 'write') ?? accessFault(call, from, 'read') ?? markupFault(markup);
  if (fault !== null) return fault;
  const source = from.messages?.get(asInteger(call.values.message_id) ?? 0);
  if (source === undefined) return badRequest(`message to ${verb} not found`);
  if (source.text === undefined && source.media === undefined)
    return badRequest(`the message can't be ${verb === 'copy' ? 'copied' : 'forwarded'}`);
  const repeated = adapt(source);
  if (repeated instanceof Refusal) return repeated;
  return put(call, chat, { text: source.text, media: source.media, ...repeated }, (message) =>
    verb === 'copy' ? { message_id: message.id } : messageObject(message),
  );
}

function originOf(source: StoredMessage): JsonObject {
  const { author, date } = source;
  if (author === 'channel' || source.chat.kind === 'channel') {
    return { type: 'channel', chat: chatObject(source.chat), message_id: source.id, date };
  }
  const user = 'bot' in author ? botObject(author.bot) : personObject(author.person);
  return { type: 'user', sender_user: user, date };
}
