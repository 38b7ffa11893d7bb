import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Clock } from '../domain/clock.ts';
import type { BotId, CampaignId } from '../domain/ids.ts';
import type { Networks } from '../domain/network.ts';
import { safeError } from '../domain/safe-error.ts';
import { Bell } from '../services/bell.ts';
import type { Context, Database, Log, PinnedKeys, Seal } from '../services/context.ts';
import type { Opener } from '../services/deliveries/open.ts';
import { wakeChannels } from '../services/wake.ts';
import type { LimiterOptions } from '../telegram/limiter.ts';
import type { Slots } from '../telegram/slots.ts';
import type { Transport } from '../telegram/transport.ts';
import { Counters } from './counters.ts';
import { Dispatcher } from './dispatcher.ts';
import { type Lease, takeLease } from './lease.ts';
import { Publisher } from './publisher.ts';

export interface SenderDeps {
  readonly db: Database;
  /** For LISTEN, which takes a connection of its own. */
  readonly sql: Sql;
  /** Tells what is due. Leases and pacing go by its `monotonic`, which no replay shifts. */
  readonly clock: Clock;
  readonly log: Log;
  /** The token's. Not closed here. */
  readonly transport: Transport;
  /** How fast the token may send. Default: Telegram's free rate, what the bot's Stars buy, bursts of 3 to a chat. */
  readonly limiter?: LimiterOptions;
  /** Opens what was sealed to the sender's key: no other role has one. */
  readonly opener: Opener;
  readonly seal: Seal;
  readonly pinned: PinnedKeys;
  readonly networks: Networks;
  /** Where a network that goes by this bot asks for its slots; none, where no network does. */
  readonly slots?: Slots;
  readonly botId: BotId;
  readonly campaignId: CampaignId;
  /** Requests under way at once; no more than the transport has connections. Default: the transport's default, 64. */
  readonly concurrency?: number;
}

/** What a sender is doing and has done, as numbers. Counters count since it was made; flags are 0 or 1. */
export interface SenderStats extends Readonly<Counters> {
  /** 1 while this process is the sender of the token. */
  readonly holding: number;
  /** Of the lease; 0 when none is held. */
  readonly epoch: number;
  readonly held: number;
  readonly underWay: number;
  readonly unrecorded: number;
  /** The present speed in messages a second; Infinity when nothing paces. */
  readonly perSecond: number;
  readonly frozenForMs: number;
  /** Under this lease. */
  readonly starsSpent: number;
  /** 1 while Telegram refuses the token or has frozen the bot: nothing is sent until it takes the bot again. */
  readonly botStopped: number;
}

/** The sender role of one bot token. */
export interface Sender {
  /** Begins to stand by for the token's lease, and to send once it is had. Called a second time it does nothing. */
  start(): void;
  /**
   * Takes nothing new, waits until what is under way is recorded (8 s at most), gives the lease back. Never
   * rejects; safe to call twice, or without `start`.
   */
  stop(): Promise<void>;
  stats(): SenderStats;
}

const DEFAULT_CONCURRENCY = 64;
/** Telegram tolerates "short bursts" to a chat: enough for a handler that edits a message and sends two. */
const CHAT_BURST = 3;
/** How long the end of listening may take. */
const UNLISTEN_MS = 1000;
/** After a fault of ours the token is left alone for so long. */
const AFTER_FAULT_MS = 1000;

/** A sender that begins when it is started and has no lease yet. */
export function createSender(deps: SenderDeps): Sender {
  const ctx: Context = {
    db: deps.db,
    clock: deps.clock,
    log: deps.log,
    actor: { kind: 'job', name: 'sender' },
    campaignId: deps.campaignId,
    botId: deps.botId,
    seal: deps.seal,
    pinned: deps.pinned,
    networks: deps.networks,
  };
  const stop = new AbortController();
  const bell = new Bell();
  const counters = new Counters();
  let running: Promise<void> | undefined;
  let listening = false;
  let unlisten: (() => Promise<void>) | undefined;
  let lease: Lease | undefined;
  let dispatcher: Dispatcher | undefined;
  let publisher: Publisher | undefined;

  function wake(): void {
    bell.ring();
    dispatcher?.wake();
    publisher?.wake();
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      void listen();
      const taken = await takeLease(ctx, { holder: randomUUID(), stop: stop.signal, bell });
      if (taken === null) break;
      counters.takeOvers += 1;
      ctx.log.info('lease-taken', { epoch: taken.epoch });
      await hold(taken);
    }
    // A database that is away would keep it waiting for ever.
    await Promise.race([unlisten?.(), delay(UNLISTEN_MS, undefined, { ref: false })]);
  }

  async function hold(taken: Lease): Promise<void> {
    lease = taken;
    dispatcher = new Dispatcher({
      ctx,
      lease: taken,
      counters,
      transport: deps.transport,
      opener: deps.opener,
      limiter: { chatBurst: CHAT_BURST, paid: {}, ...deps.limiter },
      concurrency: deps.concurrency ?? DEFAULT_CONCURRENCY,
      ...(deps.slots && { slots: deps.slots }),
    });
    const over = new AbortController();
    publisher = new Publisher({ ctx, lease: taken, opener: deps.opener });
    const publishing = publisher.run(AbortSignal.any([stop.signal, over.signal]));
    try {
      await dispatcher.run(stop.signal);
      ctx.log.info(taken.lost.aborted ? 'lease-lost' : 'sender-stopped', { epoch: taken.epoch });
    } catch (error) {
      ctx.log.error('sender-fault', { epoch: taken.epoch, error: safeError(error) });
      await delay(AFTER_FAULT_MS);
    }
    over.abort();
    // An orderly end waits for what is being published. Otherwise nothing does: alerts would wait with it.
    if (stop.signal.aborted) await publishing;
    lease = undefined;
    dispatcher = undefined;
    publisher = undefined;
    await release(taken);
  }

  async function release(taken: Lease): Promise<void> {
    try {
      await taken.release();
    } catch (error) {
      // It ends by itself, a term from now.
      ctx.log.warn('lease-not-released', { epoch: taken.epoch, error: safeError(error) });
    }
  }

  /** Until this succeeds (it is tried with every lease) the sender looks by itself, twice a second. */
  async function listen(): Promise<void> {
    if (listening) return;
    listening = true;
    try {
      const listened = await deps.sql.listen(wakeChannels.sender, wake, wake);
      unlisten = () => listened.unlisten().catch(notListening);
    } catch (error) {
      listening = false;
      notListening(error);
    }
  }

  function notListening(error: unknown): void {
    ctx.log.warn('not-listening', { error: safeError(error) });
  }

  return {
    start() {
      running ??= run();
    },
    async stop() {
      stop.abort();
      bell.ring();
      await running;
    },
    stats() {
      const idle = {
        held: 0,
        underWay: 0,
        unrecorded: 0,
        perSecond: 0,
        frozenForMs: 0,
        starsSpent: 0,
        botStopped: 0,
      };
      return {
        ...counters,
        ...(dispatcher?.state() ?? idle),
        holding: lease?.valid() === true ? 1 : 0,
        epoch: lease?.epoch ?? 0,
      };
    },
  };
}
