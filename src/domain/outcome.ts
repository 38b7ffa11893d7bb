import { isRecord } from './is-record.ts';

/**
 * What became of one call to the Bot API, as data. An outcome never carries the token, a text or a name, and
 * prints no chat id: it may be logged and audited as it stands.
 */

/** The call was carried out. */
export type Done<T> = { readonly kind: 'done'; readonly result: T };

/** Telegram said no: nothing was delivered, and it said why. */
export type Refused = { readonly kind: 'refused'; readonly refusal: Refusal };

/** Not one byte of the request left this process: always safe to send again. */
export type Unsent = { readonly kind: 'unsent'; readonly code: string };

/**
 * The request may have been carried out: it left (in part at least) and no usable answer came. Telegram has no
 * idempotency key and timed-out messages do arrive, so a repeat is a decision, never an automatism.
 */
export type Unknown = { readonly kind: 'unknown'; readonly code: string };

/** Every way in which a call can end without having been carried out for certain. */
export type Failure = Refused | Unsent | Unknown;

/** The end of a call whose answer, if it is carried out, is a `T`. */
export type CallOutcome<T> = Done<T> | Failure;

/** The end of an attempt to send one message. `messageId` is unique within its chat only. */
export type SendOutcome = { readonly kind: 'sent'; readonly messageId: number } | Failure;

/** Why Telegram refused, by what has to follow from it. */
export type Refusal =
  /** A person who cannot be written to now; revived by /start or a `my_chat_member` update. */
  | { readonly class: 'unreachable'; readonly reason: 'blocked' | 'deactivated' | 'never-started' }
  /** A group or channel we were thrown out of, or that was deleted: disable the chat. */
  | { readonly class: 'chat-gone'; readonly reason: 'kicked' | 'not-a-member' | 'deleted' }
  /** Disable the chat after one confirmation. */
  | { readonly class: 'chat-not-found' }
  /** We are in the chat but may not write there; an admin can mend it. */
  | { readonly class: 'no-rights' }
  /** The group is now a supergroup: rewrite the id, then send again. A function, so that printing prints no id. */
  | { readonly class: 'migrated'; readonly to: () => number }
  /** The fault lies in what was sent: halt that language's text, not the follower. */
  | { readonly class: 'content'; readonly code: string }
  /** The message to be changed, deleted or answered is no longer there, or no longer ours to change. */
  | { readonly class: 'message-gone' }
  /** The message already is as the edit would make it: as good as done. */
  | { readonly class: 'message-unchanged' }
  /** A callback query older than Telegram's patience: drop the answer. */
  | { readonly class: 'query-expired' }
  /** The token no longer works or the bot is frozen: stop the bot and alarm. */
  | {
      readonly class: 'bot-stopped';
      readonly reason: 'unauthorized' | 'not-found' | 'frozen' | 'misdirected';
    }
  /** Another poller, or a webhook, is receiving this bot's updates: back off. */
  | { readonly class: 'conflict' }
  | RateLimited
  /** A 403 or 400 that is none of the above; `code` is safe to log. */
  | { readonly class: 'forbidden-other'; readonly code: string }
  | { readonly class: 'bad-request-other'; readonly code: string };

/**
 * Not delivered; always safe to send again after `retryAfterSeconds`. `stated` tells whether Telegram named that
 * time or we assumed it. Origin `front-end` means too many requests of ours under way: a concurrency fault of
 * ours, not the message limit.
 */
export type RateLimited = {
  readonly class: 'rate-limited';
  readonly retryAfterSeconds: number;
  readonly stated: boolean;
  readonly origin: 'bot-api' | 'front-end';
};

/** What a transport saw of one call; the whole input of `classify`. */
export type CallFacts =
  /** The call ended before its first byte was handed to a connection. */
  | { readonly seen: 'nothing-left'; readonly code: string }
  /** Bytes left, and no complete answer came. */
  | { readonly seen: 'no-answer'; readonly code: string }
  /** A complete HTTP answer. `body` is its parsed JSON, undefined when it is not JSON. */
  | {
      readonly seen: 'answer';
      readonly status: number;
      readonly body: unknown;
      /** The `Retry-After` header in seconds, when there is one. */
      readonly retryAfterHeader?: number;
      readonly elapsedMs: number;
    };

/** The wait assumed for a 429 that names none. */
const ASSUMED_RETRY_AFTER_SECONDS = 5;

/**
 * The class of a call, from what was seen of it. Pure and total.
 *
 * Sources: Client.cpp, ClientManager.cpp and Query.cpp of the Bot API server as of 7 May 2026; the behaviour of
 * api.telegram.org as observed in November 2026; https://core.telegram.org/bots/api (10.3). A description that
 * none of them has becomes an `-other` class, never a guess.
 */
export function classify(facts: CallFacts): CallOutcome<unknown> {
  if (facts.seen === 'nothing-left') return { kind: 'unsent', code: facts.code };
  if (facts.seen === 'no-answer') return { kind: 'unknown', code: facts.code };

  const { status, body } = facts;
  // A 5xx can come after the message was accepted, whatever its body says.
  if (status >= 500) return { kind: 'unknown', code: `HTTP_${status}` };
  if (!isRecord(body) || typeof body.ok !== 'boolean') return notFromTheBotApi(facts);

  if (body.ok) {
    return 'result' in body
      ? { kind: 'done', result: body.result }
      : { kind: 'unknown', code: 'ANSWER_WITHOUT_RESULT' };
  }

  const code = typeof body.error_code === 'number' ? body.error_code : status;
  if (code >= 500) return { kind: 'unknown', code: `HTTP_${code}` };
  const description = typeof body.description === 'string' ? body.description : '';
  const parameters = isRecord(body.parameters) ? body.parameters : {};
  return { kind: 'refused', refusal: refusal(code, description, parameters, facts.elapsedMs) };
}

/** A message's outcome, from the outcome of the call that sent it. */
export function sendOutcome(outcome: CallOutcome<{ readonly message_id: number }>): SendOutcome {
  if (outcome.kind !== 'done') return outcome;
  const id: unknown = isRecord(outcome.result) ? outcome.result.message_id : undefined;
  // "true" instead of a message, or a foreign server's answer: something was accepted, we cannot say what.
  if (typeof id !== 'number') return { kind: 'unknown', code: 'ANSWER_WITHOUT_MESSAGE_ID' };
  return { kind: 'sent', messageId: id };
}

/** Answers of proxies, captive portals and web servers before the Bot API: HTML, redirects, foreign JSON. */
function notFromTheBotApi(facts: CallFacts & { seen: 'answer' }): CallOutcome<unknown> {
  if (facts.status === 429) {
    const stated = facts.retryAfterHeader !== undefined && facts.retryAfterHeader > 0;
    const retryAfterSeconds = stated ? (facts.retryAfterHeader ?? 0) : ASSUMED_RETRY_AFTER_SECONDS;
    return {
      kind: 'refused',
      refusal: { class: 'rate-limited', retryAfterSeconds, stated, origin: 'front-end' },
    };
  }
  if (facts.status === 413) return { kind: 'refused', refusal: { class: 'content', code: 'too-large' } };
  return { kind: 'unknown', code: `NOT_THE_BOT_API_${facts.status}` };
}

function refusal(
  code: number,
  description: string,
  parameters: Record<string, unknown>,
  elapsedMs: number,
): Refusal {
  const migratedTo = parameters.migrate_to_chat_id;
  if (typeof migratedTo === 'number') return { class: 'migrated', to: () => migratedTo };
  if (code === 429) return rateLimited(parameters.retry_after, elapsedMs);
  if (code === 401) return { class: 'bot-stopped', reason: 'unauthorized' };
  if (code === 404) return { class: 'bot-stopped', reason: 'not-found' };
  if (code === 421) return { class: 'bot-stopped', reason: 'misdirected' };
  if (code === 409) return { class: 'conflict' };
  if (code === 413) return { class: 'content', code: 'too-large' };

  const said = description.replace(/^(Bad Request|Forbidden): /, '');
  const known = DESCRIPTIONS.find(([pattern]) => pattern.test(said));
  if (known) return known[1];
  return { class: code === 403 ? 'forbidden-other' : 'bad-request-other', code: safeCode(said) };
}

/**
 * The server's own answer to too many requests at once is `retry_after: 60` after having held the request for 3 s
 * (fail_query_flood_limit_exceeded); message limits answer at once or after up to 8 s of silent waiting, with
 * other times.
 */
function rateLimited(retryAfter: unknown, elapsedMs: number): RateLimited {
  const stated = typeof retryAfter === 'number' && retryAfter > 0;
  const retryAfterSeconds = stated ? retryAfter : ASSUMED_RETRY_AFTER_SECONDS;
  const held = elapsedMs >= 2900 && elapsedMs < 6000;
  return {
    class: 'rate-limited',
    retryAfterSeconds,
    stated,
    origin: retryAfterSeconds === 60 && held ? 'front-end' : 'bot-api',
  };
}

/**
 * What the part of a description after "Bad Request: " or "Forbidden: " means. First match wins. Upper-case
 * codes are Telegram's own errors, handed through by the Bot API; the sentences are the Bot API's.
 */
const DESCRIPTIONS: readonly (readonly [RegExp, Refusal])[] = [
  [/^bot was blocked by the user|^USER_IS_BLOCKED$/i, { class: 'unreachable', reason: 'blocked' }],
  [/^user is deactivated|^INPUT_USER_DEACTIVATED$/i, { class: 'unreachable', reason: 'deactivated' }],
  [/^bot can't initiate conversation/i, { class: 'unreachable', reason: 'never-started' }],

  [/^bot was kicked from/i, { class: 'chat-gone', reason: 'kicked' }],
  [/^bot is not a member of|^CHANNEL_PRIVATE$/i, { class: 'chat-gone', reason: 'not-a-member' }],
  [/^the group chat was deleted|^group chat is deactivated/i, { class: 'chat-gone', reason: 'deleted' }],
  [/^(private )?chat not found$|^PEER_ID_INVALID$/i, { class: 'chat-not-found' }],
  [
    /^(have no|not enough) (rights|write access)|^need administrator rights|^CHAT_[A-Z_]*(FORBIDDEN|RESTRICTED)$|^CHAT_ADMIN_REQUIRED$|^TOPIC_(CLOSED|DELETED)$|^message thread not found/i,
    { class: 'no-rights' },
  ],

  [/^FROZEN_METHOD_INVALID$/, { class: 'bot-stopped', reason: 'frozen' }],
  [/^Logged out$/, { class: 'bot-stopped', reason: 'unauthorized' }],

  [/^message is not modified/i, { class: 'message-unchanged' }],
  [
    /^message( to [a-z ]+)? not found|^message can't be (edited|deleted)|^MESSAGE_ID_INVALID$|^message identifier is not specified/i,
    { class: 'message-gone' },
  ],
  [/^query is too old/i, { class: 'query-expired' }],

  [
    /^(message|text|caption|message caption) is too long|^(MESSAGE|MEDIA_CAPTION)_TOO_LONG$/i,
    { class: 'content', code: 'too-long' },
  ],
  [/^(message )?text (is empty|must be non-empty)|^MESSAGE_EMPTY$/i, { class: 'content', code: 'empty' }],
  [/encoded in UTF-8/i, { class: 'content', code: 'not-utf-8' }],
  [
    /^can't parse (entities|MessageEntity)|^unsupported parse_mode|^ENTIT(Y|IES)_[A-Z_]+$|^expected an array of MessageEntity/i,
    { class: 'content', code: 'entities' },
  ],
  [
    /reply markup|keyboard|^BUTTON_[A-Z_]+$|^REPLY_MARKUP_[A-Z_]+$|inline button|^text buttons are unallowed/i,
    { class: 'content', code: 'markup' },
  ],
  [
    /^wrong (remote )?file|^wrong (type of the web page content|HTTP URL)|^failed to get HTTP URL|^can't upload file|^file (is too big|must be non-empty|of size)|^there is no [a-z ]+ in the request|^(PHOTO|IMAGE|VIDEO|MEDIA|FILE|WEBPAGE|DOCUMENT|AUDIO)_[A-Z0-9_]+$|^can't use file|^invalid file/i,
    { class: 'content', code: 'file' },
  ],
  [/link preview/i, { class: 'content', code: 'link-preview' }],
];

/**
 * A description may quote the text or a chat, so only Telegram's own constants are passed on. Numbers of more
 * than four digits are cut out of these: no identifier fits into four.
 */
function safeCode(said: string): string {
  if (!/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(said) || said.length > 64) return 'UNRECOGNISED';
  return said.replace(/\d{5,}/g, 'N');
}
