import type { CallOutcome } from '../../../domain/outcome.ts';
import type { InboxContext } from '../../../services/updates/inbox.ts';
import { type IncomingUpdate, receiveUpdates } from '../../../services/updates/receive.ts';
import type { Transport } from '../../../telegram/transport.ts';
import { allowedUpdates, readHead } from '../update-facts.ts';

export interface PollingDeps {
  readonly ctx: InboxContext;
  readonly transport: Transport;
  readonly safeError: (error: unknown) => string;
}

export interface PollingOptions {
  /** How long Telegram may hold a poll open, in seconds; 50 at most (Bot API 10.3). Default 50. */
  readonly timeoutSeconds?: number;
  /** The first wait after something went wrong, in milliseconds; doubles with every failure. Default 500. */
  readonly firstWaitMs?: number;
  /** The longest such wait, in milliseconds; default 30,000. */
  readonly longestWaitMs?: number;
}

/** Long polling that runs until it is stopped. */
export interface Polling {
  /** Gives up the open poll at once; updates that were not persisted come again at the next start. */
  stop(): Promise<void>;
}

/**
 * Fetches updates for as long as it runs. A batch is on disk before the next poll confirms it, so none is lost
 * whenever the process ends; one that comes twice is known by its number. Whatever fails (the network, the
 * database, another poller with the same token), it waits, longer each time, and goes on.
 */
export function startPolling(deps: PollingDeps, options: PollingOptions = {}): Polling {
  const { ctx, transport } = deps;
  const { timeoutSeconds = 50, firstWaitMs = 500, longestWaitMs = 30_000 } = options;
  const end = new AbortController();
  let failures = 0;
  const loop = run();

  async function run(): Promise<void> {
    // A webhook that is still set would make every poll a conflict.
    await untilDone(() =>
      transport.call('deleteWebhook', { drop_pending_updates: false }, { signal: end.signal }),
    );
    let offset: number | undefined;
    while (!end.signal.aborted) offset = (await pollOnce(offset)) ?? offset;
  }

  async function untilDone(call: () => Promise<CallOutcome<unknown>>): Promise<void> {
    while (!end.signal.aborted) {
      const outcome = await call();
      if (outcome.kind === 'done') {
        failures = 0;
        return;
      }
      await backOff(outcome);
    }
  }

  /** The offset that confirms what is now on disk; null when nothing new is. */
  async function pollOnce(offset: number | undefined): Promise<number | null> {
    const outcome = await transport.call<unknown[]>(
      'getUpdates',
      {
        timeout: timeoutSeconds,
        limit: 100,
        allowed_updates: allowedUpdates,
        ...(offset === undefined ? {} : { offset }),
      },
      { signal: end.signal },
    );
    if (end.signal.aborted) return null;
    if (outcome.kind !== 'done') {
      await backOff(outcome);
      return null;
    }
    try {
      const updates = outcome.result.map(incoming);
      await receiveUpdates(ctx, { updates });
      failures = 0;
      return updates.length === 0 ? null : Math.max(...updates.map(({ updateId }) => updateId)) + 1;
    } catch (error) {
      ctx.log.error('update-not-persisted', { error: deps.safeError(error) });
      await wait();
      return null;
    }
  }

  async function backOff(outcome: Exclude<CallOutcome<unknown>, { kind: 'done' }>): Promise<void> {
    if (end.signal.aborted) return;
    const refusal = outcome.kind === 'refused' ? outcome.refusal : null;
    ctx.log.warn('polling-failed', {
      outcome: outcome.kind,
      fault: refusal === null && outcome.kind !== 'refused' ? outcome.code : (refusal?.class ?? ''),
    });
    await wait(refusal?.class === 'rate-limited' ? refusal.retryAfterSeconds * 1000 : 0);
  }

  /** Twice as long after every failure in a row, at least `atLeastMs`; ends at once when stopped. */
  async function wait(atLeastMs = 0): Promise<void> {
    const ms = Math.max(atLeastMs, Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 16)));
    failures += 1;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        end.signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      end.signal.addEventListener('abort', done);
    });
  }

  return {
    async stop() {
      end.abort();
      await loop;
    },
  };
}

function incoming(update: unknown): IncomingUpdate {
  const head = readHead(update);
  // Confirming past it would lose it, and not confirming would stop everything behind it: it is our transport or
  // Telegram's server that is broken.
  if (head === null) throw new Error('Telegram sent an update without a number.');
  return { updateId: head.updateId, chatId: head.chat?.id ?? null, body: JSON.stringify(update) };
}
