import { z } from 'zod';
import { RATE_MODELS } from '../limits.ts';
import type { TelegramStandIn } from '../stand-in.ts';
import { MEMBER_STATUSES } from '../world.ts';

/*
 * The control API: POST /control/<operation> with its input as a JSON object, or GET /control/<operation>?name=value
 * for those that only look. Inputs are the same as those of TelegramStandIn's methods.
 */

const id = z.coerce.number().int();
const bot = id.optional();
const count = z.coerce.number().int().min(0).optional();
const text = z.string();
const flag = z.boolean();
const newChat = {
  id: id.optional(),
  title: text.optional(),
  username: text.optional(),
  owner: id,
  members: z.array(id).optional(),
};
const accepted = flag.default(false);

const fault = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('refuse') }),
  z.strictObject({ kind: z.literal('reset'), accepted }),
  z.strictObject({ kind: z.literal('stall'), ms: z.number().min(0), accepted }),
  z.strictObject({ kind: z.literal('status'), status: z.number().int().min(500).max(599), accepted }),
  z.strictObject({ kind: z.literal('html'), status: z.number().int().default(502), accepted }),
  z.strictObject({ kind: z.literal('truncated') }),
  z.strictObject({ kind: z.literal('too many requests'), retryAfter: z.number().int().min(0).nullable() }),
  z.strictObject({ kind: z.literal('bad request'), description: text }),
  z.strictObject({ kind: z.literal('frozen') }),
  z.strictObject({ kind: z.literal('unauthorized') }),
]);

const rates = z
  .strictObject({
    model: z.enum(RATE_MODELS),
    perSecond: z.number().positive(),
    paidPerSecond: z.number().positive(),
    chatPerSecond: z.number().positive(),
    chatBurst: z.number().int().positive(),
    groupPerMinute: z.number().int().positive(),
    bucket: z.number().int().positive(),
    silentDelayMs: z.number().min(0),
  })
  .partial();

/** One operation: what it takes and what it does. `looks` marks those that change nothing and also answer GET. */
interface Operation<Schema, Result> {
  readonly looks: boolean;
  readonly input: Schema;
  /** Throws a ZodError when the input is not what the schema says. */
  readonly run: (standIn: TelegramStandIn, input: unknown) => Result;
}

type Run<Schema extends z.ZodType, Result> = (standIn: TelegramStandIn, input: z.output<Schema>) => Result;

function acts<Schema extends z.ZodType, Result>(
  input: Schema,
  run: Run<Schema, Result>,
  looks = false,
): Operation<Schema, Result> {
  return { looks, input, run: (standIn, given) => run(standIn, input.parse(given)) };
}

function looks<Schema extends z.ZodType, Result>(
  input: Schema,
  run: Run<Schema, Result>,
): Operation<Schema, Result> {
  return acts(input, run, true);
}

const ofBot = z.strictObject({ bot });
const userAndBot = z.strictObject({ user: id, bot });

export const operations = {
  'create-bot': acts(
    z.strictObject({
      token: text.optional(),
      username: text.optional(),
      firstName: text.optional(),
      readsAllGroupMessages: flag.optional(),
      inline: flag.optional(),
      inlineFeedback: flag.optional(),
    }),
    (s, input) => s.createBot(input),
  ),
  'create-user': acts(
    z.strictObject({
      id: id.optional(),
      firstName: text.optional(),
      lastName: text.optional(),
      username: text.optional(),
      languageCode: text.optional(),
    }),
    (s, input) => s.createUser(input),
  ),
  'create-users': acts(
    z.strictObject({
      count: z.number().int().min(1),
      bot,
      state: z.enum(['never started', 'started', 'blocked']).optional(),
      languages: z.array(text).optional(),
    }),
    (s, input) => s.createUsers(input),
  ),
  'create-group': acts(z.strictObject({ ...newChat, supergroup: flag.optional() }), (s, input) =>
    s.createGroup(input),
  ),
  'create-channel': acts(z.strictObject(newChat), (s, input) => s.createChannel(input)),
  'migrate-group': acts(z.strictObject({ chat: id }), (s, input) => s.migrateGroup(input)),
  'delete-group': acts(z.strictObject({ chat: id }), (s, input) => s.deleteGroup(input)),
  'set-member': acts(
    z.strictObject({
      chat: id,
      user: id,
      status: z.enum(MEMBER_STATUSES),
      rights: z.record(z.string(), flag).optional(),
      by: id.optional(),
    }),
    (s, input) => s.setMember(input),
  ),
  'user-sends': acts(
    z.strictObject({ user: id, text, bot, chat: id.optional(), replyTo: id.optional() }),
    (s, input) => s.userSends(input),
  ),
  'user-sends-other': acts(
    z.strictObject({
      user: id,
      other: z.enum(['photo', 'sticker', 'voice', 'location']),
      bot,
      chat: id.optional(),
    }),
    (s, input) => s.userSendsOther(input),
  ),
  'user-edits': acts(z.strictObject({ user: id, messageId: id, text, bot }), (s, input) =>
    s.userEdits(input),
  ),
  'user-starts': acts(z.strictObject({ user: id, bot, payload: text.optional() }), (s, input) =>
    s.userStarts(input),
  ),
  'user-taps': acts(
    z.strictObject({
      user: id,
      messageId: id,
      button: z.union([
        z.strictObject({ row: z.number().int().min(0), column: z.number().int().min(0) }),
        z.strictObject({ data: text }),
      ]),
      bot,
      chat: id.optional(),
    }),
    (s, input) => s.userTaps(input),
  ),
  'user-blocks': acts(userAndBot, (s, input) => s.userBlocks(input)),
  'user-unblocks': acts(userAndBot, (s, input) => s.userUnblocks(input)),
  'user-deactivates': acts(z.strictObject({ user: id }), (s, input) => s.userDeactivates(input)),
  'user-asks-inline': acts(
    z.strictObject({ user: id, query: text, offset: text.optional(), chat: id.optional(), bot }),
    (s, input) => s.userAsksInline(input),
  ),
  'user-chooses-inline': acts(
    z.strictObject({ user: id, queryId: text, resultId: text, chat: id.optional(), bot }),
    (s, input) => s.userChoosesInline(input),
  ),
  'inline-answer': looks(z.strictObject({ queryId: text, bot }), (s, input) => s.inlineAnswer(input)),
  'channel-posts': acts(z.strictObject({ chat: id, text }), (s, input) => s.channelPosts(input)),
  clock: acts(
    z.strictObject({
      now: z.union([z.iso.datetime({ offset: true }), z.number()]).nullable(),
      rate: z.number().min(0).optional(),
    }),
    (s, input) => s.setClock(input),
  ),
  rates: acts(rates, (s, input) => s.setRates(definedOnly(input))),
  hold: acts(z.strictObject({ bot, held: flag }), (s, input) => s.hold(input)),
  replay: acts(z.strictObject({ updateId: id, bot }), (s, input) => s.replay(input)),
  'add-fault': acts(
    z.strictObject({
      fault,
      bot,
      method: text.optional(),
      chat: id.optional(),
      times: z.number().int().min(1).optional(),
      skip: z.number().int().min(0).optional(),
    }),
    (s, input) => s.addFault(input),
  ),
  'clear-faults': acts(z.strictObject({}), (s) => s.clearFaults()),
  'go-down': acts(z.strictObject({ ms: z.number().min(0) }), (s, input) => s.goDown(input)),
  bots: looks(z.strictObject({}), (s) => s.bots()),
  chats: looks(z.strictObject({ bot, from: count, limit: count }), (s, input) => s.chats(input)),
  messages: looks(z.strictObject({ chat: id, bot }), (s, input) => s.messages(input)),
  commands: looks(z.strictObject({ user: id, chat: id.optional(), bot }), (s, input) => s.commandsFor(input)),
  ledger: looks(z.strictObject({ bot, chat: id.optional(), since: count, limit: count }), (s, input) =>
    s.ledger(input),
  ),
  counts: looks(ofBot, (s, input) => s.counts(input)),
  tallies: looks(ofBot, (s, input) => s.tallies(input)),
  'messages-per-chat': looks(ofBot, (s, input) => s.messagesPerChat(input)),
  busiest: looks(z.strictObject({ bot, windowMs: z.coerce.number().positive().optional() }), (s, input) =>
    s.busiest(input),
  ),
  refusals: looks(z.strictObject({ bot, since: count }), (s, input) => s.refusals(input)),
  'unknown-parameters': looks(z.strictObject({}), (s) => s.unknownParameters()),
  updates: looks(ofBot, (s, input) => s.updates(input)),
  'forget-files': acts(z.strictObject({}), (s) => s.forgetFiles()),
  file: looks(z.strictObject({ fileId: text, bot }), (s, input) => s.file(input)),
  files: looks(z.strictObject({}), (s) => s.files()),
  process: looks(z.strictObject({}), (s) => s.process()),
  faults: looks(z.strictObject({}), (s) => s.faults()),
};

/** What the control API offers, for a typed client in another process. */
export type Operations = typeof operations;
export type OperationName = keyof Operations;
export type OperationInput<Name extends OperationName> = z.input<Operations[Name]['input']>;
export type OperationResult<Name extends OperationName> = ReturnType<Operations[Name]['run']>;

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys whose value is undefined. */
function definedOnly<T extends object>(input: T): Defined<T> {
  const defined: Defined<T> = {};
  for (const key in input) {
    const value = input[key];
    if (isDefined(value)) defined[key] = value;
  }
  return defined;
}

const isDefined = <T>(value: T): value is Exclude<T, undefined> => value !== undefined;
