import { findCampaign } from '../../services/campaigns/find.ts';
import type { InboxContext } from '../../services/updates/inbox.ts';
import { rekeyUpdates } from '../../services/updates/rekey.ts';
import { wakeChannels } from '../../services/wake.ts';
import type { Transport } from '../../telegram/transport.ts';
import { type Polling, type PollingOptions, startPolling } from './intake/polling.ts';
import { createWebhook } from './intake/webhook.ts';
import { startWorker, type Worker, type WorkerOptions } from './intake/worker.ts';
import { publishProfile } from './profile.ts';
import { type BotIdentity, createUpdateHandler, type UpdateHandler } from './update.ts';
import { allowedUpdates, readHead } from './update-facts.ts';

/** How updates reach us. */
export type IntakeMode =
  | { readonly kind: 'polling'; readonly options?: PollingOptions }
  | {
      readonly kind: 'webhook';
      /** The https address under which `webhook` is mounted, as Telegram is to call it. */
      readonly url: string;
      /** 1–256 of `A-Za-z0-9_-` (Bot API 10.3, setWebhook). */
      readonly secret: string;
    };

export interface BotDeps {
  /** Of the bot role: with inbox key, index key and public sealing key; the actor is a subscriber. */
  readonly ctx: InboxContext;
  readonly transport: Transport;
  readonly identity: BotIdentity;
  readonly mode: IntakeMode;
  /** The https address at which followers reach the web role, without a slash at the end; null where there is none. */
  readonly publicUrl: string | null;
  /** Listens to a NOTIFY channel of the database; answers how to stop. */
  readonly listen: (channel: string, heard: () => void) => Promise<() => Promise<void>>;
  readonly safeError: (error: unknown) => string;
  readonly worker?: WorkerOptions;
  /** Instead of the one with all our handlers; for tests. */
  readonly handler?: UpdateHandler;
}

/** The bot as the process that runs it sees it. */
export interface Bot {
  /** To be mounted at the webhook's address; null when polling. */
  readonly webhook: ((request: Request) => Promise<Response>) | null;
  /** Begins to receive and handle. What was persisted and not handled before the last end is handled first. */
  start(): Promise<void>;
  /** Resolves when everything that can be handled now has been; for tests and the demo's replay. */
  idle(): Promise<void>;
  /** Receives nothing more, finishes what is in hand, and leaves the rest for the next start. */
  stop(): Promise<void>;
}

/** Connections that Telegram opens to our webhook at most (Bot API 10.3 allows 1–100). */
const webhookConnections = 20;

/** How long to wait before telling Telegram again what it did not take in, in milliseconds. */
const tellAgainMs = 60_000;

/** The bot role: takes updates in, handles them, and leaves what it says to the sender. */
export function createBot(deps: BotDeps): Bot {
  const { ctx, transport, mode, safeError, identity, publicUrl } = deps;
  const handler = deps.handler ?? createUpdateHandler(identity);
  const webhook = mode.kind === 'webhook' ? createWebhook({ ctx, secret: mode.secret, safeError }) : null;
  const end = new AbortController();
  const running: { worker?: Worker; polling?: Polling; unlisten?: () => Promise<void> } = {};
  let telling: Promise<unknown> = Promise.resolve();

  async function start(): Promise<void> {
    const { name: campaign } = await findCampaign(ctx);
    await rekeyUpdates(ctx, (body) => readHead(JSON.parse(body))?.chat?.id ?? null);
    const worker = startWorker({ ctx, transport, identity, publicUrl, handler, safeError }, deps.worker);
    running.worker = worker;
    running.unlisten = await deps.listen(wakeChannels.bot, worker.poke);
    if (mode.kind === 'polling') running.polling = startPolling({ ctx, transport, safeError }, mode.options);
    telling = Promise.all([
      mode.kind === 'webhook' ? untilTold('set-webhook', () => setWebhook(mode)) : null,
      untilTold('set-profile', async () => publishProfile(transport, campaign, end.signal)),
    ]);
  }

  async function setWebhook({ url, secret }: Extract<IntakeMode, { kind: 'webhook' }>): Promise<boolean> {
    const outcome = await transport.call(
      'setWebhook',
      {
        url,
        secret_token: secret,
        allowed_updates: allowedUpdates,
        max_connections: webhookConnections,
        drop_pending_updates: false,
      },
      { signal: end.signal },
    );
    return outcome.kind === 'done';
  }

  /** Telegram may be unreachable when we start: then it is told later, and everything else goes on. */
  async function untilTold(what: string, tell: () => Promise<boolean>): Promise<void> {
    while (!end.signal.aborted && !(await tell())) {
      if (end.signal.aborted) return;
      ctx.log.warn('telegram-not-told', { method: what });
      await sleep(tellAgainMs, end.signal);
    }
  }

  return {
    webhook,
    start,
    async idle() {
      await running.worker?.idle();
    },
    async stop() {
      end.abort();
      await Promise.all([running.polling?.stop(), running.unlisten?.(), telling]);
      await running.worker?.stop();
    },
  };
}

/** Resolves after `ms`, or at once when aborted. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
