import type { Telegram } from 'telegraf/types';
import { onTestFinished } from 'vitest';
import type { TelegramStandIn } from '../../../sandbox/telegram/stand-in.ts';
import {
  type RunningStandIn,
  type StandInOptions,
  startTelegramStandIn,
} from '../../../sandbox/telegram/start.ts';

/** What a method answers when all is well, by the types of a library that we did not write. */
export type ResultOf<M extends string> = M extends keyof Telegram ? ReturnType<Telegram[M]> : unknown;

/** What the Bot API answers; a test knows by `ok` which half of it is there. */
export interface ApiAnswer<R = unknown> {
  status: number;
  ok: boolean;
  result: R;
  error_code: number;
  description: string;
  parameters: { retry_after?: number; migrate_to_chat_id?: number };
}

export interface Bench {
  url: string;
  running: RunningStandIn;
  standIn: TelegramStandIn;
  bot: { id: number; token: string; username: string };
  /** A person who has started the bot; the update that this made is gone. */
  user: number;
  call<M extends string>(method: M, parameters?: object): Promise<ApiAnswer<ResultOf<M>>>;
  /** A body of any kind to a method. */
  raw<M extends string>(method: M, init: RequestInit): Promise<ApiAnswer<ResultOf<M>>>;
}

/** A stand-in of its own with one bot and one person, ended with the test. Limits are off unless they are asked for. */
export async function bench(options: StandInOptions = {}): Promise<Bench> {
  const running = await startTelegramStandIn({ rates: { model: 'off' }, ...options });
  onTestFinished(() => running.close());
  const { standIn, url } = running;
  const bot = standIn.createBot({ username: 'bray_test_bot', inline: true });
  const user = standIn.createUser({ firstName: 'Leyla', languageCode: 'az' }).id;
  standIn.userStarts({ user });
  standIn.core.bots.get(bot.id)!.inbox.dropAll();
  const raw = async <M extends string>(method: M, init: RequestInit): Promise<ApiAnswer<ResultOf<M>>> => {
    const response = await fetch(`${url}/bot${bot.token}/${method}`, init);
    const body = (await response.json()) as Omit<ApiAnswer<ResultOf<M>>, 'status'>;
    return { status: response.status, ...body };
  };
  return {
    url,
    running,
    standIn,
    bot,
    user,
    raw,
    call: (method, parameters = {}) =>
      raw(method, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(parameters),
      }),
  };
}

/** Waits until `condition` holds; fails the test after five seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('what was waited for did not happen');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
