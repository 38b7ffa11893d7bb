import type { Core } from './core.ts';
import { inlineKeyboardOf } from './markup.ts';
import { messageObject } from './message.ts';
import { ImpossibleAction, type Sent } from './people.ts';
import { Refusal } from './refusal.ts';
import { prepareText } from './text/prepare.ts';
import { asList, asObject, asString, type JsonObject } from './values.ts';
import {
  type Bot,
  botObject,
  type CachedAnswer,
  type Chat,
  type InlineAnswer,
  type InlineQueryRecord,
  type Person,
  personObject,
} from './world.ts';

/** Of queries that nobody chooses from any more, and of answers that nobody asks for. */
const REMEMBERED = 10_000;

/** What is typed behind the bot's name, and where. */
export interface InlineAsked {
  readonly query: string;
  readonly offset: string;
  /** Null: a chat that the bot is not in. */
  readonly chat: Chat | null;
}

/** A person types an inline query. The bot is not asked while Telegram still knows its answer. */
export function askInline(
  core: Core,
  bot: Bot,
  person: Person,
  { query, offset, chat }: InlineAsked,
): { queryId: string; updateId: number | null } {
  if (!bot.inline) throw new ImpossibleAction('the bot supports no inline queries');
  // InlineQuery.query: up to 256 characters (Bot API 10.3).
  if (query.length > 256) throw new ImpossibleAction('an inline query has at most 256 characters');
  const id = `${person.id}${core.newId()}`;
  const record: InlineQueryRecord = { id, person, query, offset, answer: null };
  remember(bot.inlineQueries, id, record);
  const known = cached(core, bot, record);
  if (known !== null) {
    tellAnswer(core, bot, record, known);
    return { queryId: id, updateId: null };
  }
  const update = { id, from: personObject(person), query, offset, chat_type: chatType(chat) };
  return { queryId: id, updateId: bot.inbox.queue('inline_query', `inline ${person.id}`, update) };
}

/** Bot API 10.3, InlineQuery.chat_type: the private chat with the bot itself is called `sender`. */
function chatType(chat: Chat | null): string {
  if (chat === null) return 'private';
  return chat.kind === 'private' ? 'sender' : chat.kind;
}

/** Enters the bot's answer, keeps it for as long as it says, and tells the page. */
export function answered(core: Core, bot: Bot, record: InlineQueryRecord, answer: InlineAnswer): void {
  if (answer.cacheTime > 0) {
    const until = core.monotonic() + answer.cacheTime * 1000;
    remember(bot.inlineCache, cacheKey(record, answer.isPersonal), { answer, until });
  }
  tellAnswer(core, bot, record, answer);
}

function tellAnswer(core: Core, bot: Bot, record: InlineQueryRecord, answer: InlineAnswer): void {
  record.answer = answer;
  core.events.emit('inline-answered', bot.id, null, {
    inline_query_id: record.id,
    user: record.person.id,
    answer,
  });
}

function cached(core: Core, bot: Bot, record: InlineQueryRecord): InlineAnswer | null {
  const stillKnown = (known: CachedAnswer | undefined) =>
    known !== undefined && core.monotonic() < known.until ? known.answer : null;
  return (
    stillKnown(bot.inlineCache.get(cacheKey(record, true))) ??
    stillKnown(bot.inlineCache.get(cacheKey(record, false)))
  );
}

/** Personal answers are given again to the same person only. */
const cacheKey = ({ person, query, offset }: InlineQueryRecord, isPersonal: boolean): string =>
  JSON.stringify([isPersonal ? person.id : null, query, offset]);

function remember<Value>(all: Map<string, Value>, key: string, value: Value): void {
  const [oldest] = all.keys();
  if (all.size >= REMEMBERED && oldest !== undefined) all.delete(oldest);
  all.set(key, value);
}

/**
 * A person sends one of the results of their inline query; the message is theirs, and says by which bot it came. The bot
 * is told of the choice only where it asked for feedback.
 */
export function chooseInline(core: Core, bot: Bot, chat: Chat, queryId: string, resultId: string): Sent {
  const asked = bot.inlineQueries.get(queryId);
  const result = asked?.answer?.results.find(({ id }) => id === resultId);
  const content = asObject(result?.input_message_content);
  if (asked === undefined || content === undefined) throw new ImpossibleAction('there is no such result');
  const text = prepareText(asString(content.message_text) ?? '', undefined, asList(content.entities));
  if (text instanceof Refusal) throw new ImpossibleAction(text.description);
  const keyboard = inlineKeyboardOf(asObject(result?.reply_markup));
  const further = { via_bot: botObject(bot) };
  const owner = chat.kind === 'private' ? bot : null;
  const message = core.addMessage(chat, owner, { person: asked.person }, { text, keyboard, further });
  let updateId: number | null = null;
  // In the private chat with the bot itself; in a group privacy mode keeps it from the bot.
  if (chat.kind === 'private')
    updateId = bot.inbox.queue('message', `chat ${chat.id}`, messageObject(message));
  if (bot.inlineFeedback) tellChoice(core, bot, asked, resultId, keyboard !== undefined);
  return { messageId: message.id, updateId };
}

/** Bot API 10.3, ChosenInlineResult: the message can be named only where it has a keyboard. */
function tellChoice(
  core: Core,
  bot: Bot,
  { person, query }: InlineQueryRecord,
  resultId: string,
  hasKeyboard: boolean,
): void {
  const choice: JsonObject = { result_id: resultId, from: personObject(person), query };
  if (hasKeyboard) choice.inline_message_id = `inline-${person.id}-${core.newId()}`;
  bot.inbox.queue('chosen_inline_result', `inline ${person.id}`, choice);
}
