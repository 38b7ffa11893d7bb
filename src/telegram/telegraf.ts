import { Context, Telegraf, Telegram } from 'telegraf';
import type { Telegram as Methods, Opts, UserFromGetMe } from 'telegraf/types';
import type { Failure } from '../domain/outcome.ts';
import { takeUploads } from './telegraf-uploads.ts';
import type { Transport } from './transport.ts';

/**
 * What a call that was not carried out throws inside telegraf, whose methods promise a result. It names the
 * method and the outcome's class and carries no parameters, since errors end in logs.
 */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly method: string;
  readonly outcome: Failure;

  constructor(method: string, outcome: Failure) {
    super(
      `${method}: ${outcome.kind} (${outcome.kind === 'refused' ? outcome.refusal.class : outcome.code})`,
    );
    this.method = method;
    this.outcome = outcome;
  }
}

/** A constructor of telegraf contexts, for bots that extend `Context`. */
export type ContextType<C extends Context> = new (...args: ConstructorParameters<typeof Context>) => C;

/**
 * A telegraf bot all of whose calls (`ctx.reply`, `bot.telegram.getMe`, …) go through `transport`; it never
 * learns the token. Hand it updates with `handleUpdate(update)`. `launch` and `webhookCallback` are not for use:
 * its polling confirms updates whose handlers threw, and its webhook acknowledges them (telegraf 4.16.3, read and
 * seen in November 2026). What a handler throws comes out of `handleUpdate`, unless `catch` was given a handler;
 * nothing is printed.
 */
export function createTelegraf(transport: Transport, botInfo: UserFromGetMe): Telegraf<Context>;
export function createTelegraf<C extends Context>(
  transport: Transport,
  botInfo: UserFromGetMe,
  contextType: ContextType<C>,
): Telegraf<C>;
export function createTelegraf(
  transport: Transport,
  botInfo: UserFromGetMe,
  contextType: ContextType<Context> = Context,
): Telegraf<Context> {
  const client = createTelegram(transport);
  const bot = new Telegraf('', { contextType: withClient(contextType, client) });
  bot.botInfo = botInfo;
  bot.telegram = client;
  // Without this telegraf prints the whole update, and with it names and texts, when a handler throws.
  bot.catch((error) => {
    throw error;
  });
  return bot;
}

/** A telegraf client that calls through `transport`, also for code that has no bot: throws CallFailed. */
export function createTelegram(transport: Transport): Telegram {
  return new TransportTelegram(transport);
}

class TransportTelegram extends Telegram {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    // A reply in the webhook's response would tell nothing of its outcome, and would pass by the transport.
    super('', { webhookReply: false });
    this.#transport = transport;
  }

  override async callApi<M extends keyof Methods>(
    method: M,
    payload: Opts<M>,
  ): Promise<ReturnType<Methods[M]>> {
    const { params, uploads } = await takeUploads(payload);
    const outcome = await this.#transport.call<ReturnType<Methods[M]>>(method, params, { uploads });
    if (outcome.kind === 'done') return outcome.result;
    throw new CallFailed(method, outcome);
  }
}

/** telegraf makes a client of its own for every update; this puts ours in its place. */
function withClient<C extends Context>(contextType: ContextType<C>, client: Telegram): ContextType<C> {
  return new Proxy(contextType, {
    construct: (target, [update, , botInfo], newTarget) =>
      Reflect.construct(target, [update, client, botInfo], newTarget),
  });
}
