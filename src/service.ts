import type { AddressInfo } from 'node:net';
import type { Sql } from 'postgres';
import { createApi } from './api/app.ts';
import { createMetrics } from './api/metrics.ts';
import { type Bot, createBot } from './bots/telegram/bot.ts';
import { CannotStart, TelegramUnreachable, TokenRefused } from './cannot-start.ts';
import type { Config, Secret, ServiceRole } from './config.ts';
import { findingBy } from './crypto/finding.ts';
import { completeKeys, type KeyRing, type KeySection, type SenderKeys, takeSections } from './crypto/keys.ts';
import { createPartnerSecrets } from './crypto/partner-secrets.ts';
import { createOpener, createSealer } from './crypto/seal.ts';
import { type Logins, loginOf } from './db/logins.ts';
import { migrationsPending } from './db/migrate.ts';
import { openPools } from './db/pools.ts';
import type { Actor } from './domain/actor.ts';
import type { Clock } from './domain/clock.ts';
import { graphVersionState } from './domain/graph-version.ts';
import type { BotId, CampaignId } from './domain/ids.ts';
import { type Front, openFront } from './front.ts';
import { safeError } from './log.ts';
import { createHttp } from './networks/http.ts';
import { networksFor } from './networks-for.ts';
import { createScheduler } from './scheduler/scheduler.ts';
import { Courier } from './sender/courier.ts';
import { createSender } from './sender/sender.ts';
import { beatAge } from './services/beats/age.ts';
import { ensureBot, findBot } from './services/campaigns/ensure-bot.ts';
import type { Context, Log, SigningContext } from './services/context.ts';
import { sayKeysInUse } from './services/keys/in-use.ts';
import type { InboxContext } from './services/updates/inbox.ts';
import { wakeChannels } from './services/wake.ts';
import { settleInTurn } from './settle-in-turn.ts';
import { Slots } from './telegram/slots.ts';
import { createTransport, type Transport } from './telegram/transport.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly logins: Logins;
  readonly token: Secret;
  readonly keys: KeyRing;
  readonly campaignId: CampaignId;
  readonly clock: Clock;
  readonly log: Log;
  /** Where it answers over HTTP, if this process listens already; otherwise it listens as the configuration says. */
  readonly front?: Front;
}

/** The service at work in this process, with the roles that its configuration names. */
export interface Service {
  /** Where the web role listens; null without it. */
  readonly address: AddressInfo | null;
  readonly botUsername: string;
  /** A context for whoever sits at the machine, for the demo and the set-up page. */
  context(actor: Actor): SigningContext;
  /** Resolves when every update received so far has been handled. */
  handled(): Promise<void>;
  /** Takes in nothing new, finishes what is in hand within 10 s, and lets go of everything. */
  stop(): Promise<void>;
}

const sectionsOf = {
  web: ['web'],
  bot: ['bot'],
  scheduler: ['scheduler'],
  sender: ['sender'],
} as const satisfies Record<string, readonly KeySection[]>;

/** Starts the roles of a service that has been set up, in the order in which they need each other. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { config, clock, log, campaignId } = options;
  const { roles } = config;
  const keys = keysFor(options);
  const pools = openPools(options.logins, roles);
  const transport = createTransport({
    apiRoot: config.telegram.apiRoot,
    token: options.token.reveal(),
  });
  const slots = new Slots();
  const { networks, close: closeNetworks } = networksFor(config, { transport, slots });
  // Whoever connects an account over the API does not ask around in the network that we stand in.
  const outer = networksFor(config, { transport, slots }, { publicOnly: true });
  if (roles.has('sender')) warnOfGraphVersion({ config, clock, log });
  const works: (() => Promise<void>)[] = [];
  // Together, so that each has the whole of what time there is; what they all use only afterwards.
  const stop = () =>
    settleInTurn([
      works.splice(0),
      [() => transport.close(), closeNetworks, outer.close],
      [() => pools.close()],
    ]);
  try {
    const identity = await identify(options.token, transport, { db: pools.any().db, clock, campaignId });
    const sealer = createSealer(keys.public.sealing, clock);
    const shared = {
      clock,
      log,
      campaignId,
      botId: identity.botId,
      seal: sealer.seal,
      ...(config.web.staffSite !== null && { staffSite: config.web.staffSite }),
      pinned: keys.public,
      networks,
    };
    const baseOf = (role: ServiceRole) => ({ ...shared, db: pools.of(role).db });

    const keyed = keys.sender !== null ? 'sender' : keys.bot !== null ? 'bot' : null;
    if (keyed !== null) {
      const ctx: Context = { ...baseOf(keyed), actor: { kind: 'job', name: 'keys' } };
      const failed = (error: unknown) => log.warn('beat-failed', { error: safeError(error) });
      works.push(await sayKeysInUse(ctx, { epoch: keys.public.sealing.epoch, failed }));
    }

    if (keys.sender !== null) {
      const { rate } = config.telegram;
      const sender = createSender({
        ...baseOf('sender'),
        sql: pools.of('sender').sql,
        transport,
        slots,
        limiter: { freePerSecond: rate === 0 ? 'off' : rate },
        opener: createOpener(keys.sender.sealing),
      });
      await sender.start();
      works.push(() => sender.stop());
      works.push(await startCourier(baseOf('sender'), pools.of('sender').sql, keys.sender.sealing));
    }

    if (keys.scheduler !== null) {
      const signingKey = keys.scheduler.signing;
      const base = baseOf('scheduler');
      const scheduler = createScheduler({
        context: (name) => ({ ...base, actor: { kind: 'job', name }, signingKey }),
        databaseUrl: loginOf(options.logins, 'scheduler'),
        sql: pools.of('scheduler').sql,
        safeError,
      });
      await scheduler.start();
      works.push(() => scheduler.stop());
    }

    let bot: Bot | null = null;
    if (keys.bot !== null) {
      const ctx: InboxContext & { readonly actor: { readonly kind: 'subscriber' } } = {
        ...baseOf('bot'),
        signingKey: keys.bot.approvalSigning,
        actor: { kind: 'subscriber' },
        ...findingBy(keys.bot, identity.botId),
      };
      bot = createBot({
        ctx,
        transport,
        identity: { id: identity.telegramId, username: identity.username },
        mode: intakeMode(config),
        publicUrl: config.web.followersUrl,
        listen: async (channel, heard) => (await pools.of('bot').sql.listen(channel, heard)).unlisten,
        safeError,
      });
    }

    let address: AddressInfo | null = null;
    const signer = keys.web ?? keys.bot;
    if (signer !== null && (roles.has('web') || bot?.webhook)) {
      // Without the web role nothing is answered but what Telegram delivers, and whether the process is well.
      const base = baseOf(roles.has('web') ? 'web' : 'bot');
      const ending = new AbortController();
      works.push(async () => ending.abort());
      const api = createApi({
        context: () => ({ ...base, networks: outer.networks, signingKey: signer.approvalSigning }),
        ending: ending.signal,
        log,
        safeError,
        admin: roles.has('web'),
        partnerSecrets: keys.web?.partnerSecrets ? createPartnerSecrets(keys.web.partnerSecrets) : null,
        probes: probes(base, transport, roles.has('bot') || roles.has('sender')),
        metrics: createMetrics(base),
        ...(bot?.webhook && { webhook: { path: webhookPath, handle: bot.webhook } }),
      });
      const front = options.front ?? (await openFront(config.web));
      works.push(options.front === undefined ? () => front.stop() : async () => front.serve(null));
      front.serve((request) => api.fetch(request));
      address = front.address;
      log.info('listening', { port: address.port });
    }
    // Last: a webhook is announced to Telegram only once somebody listens there.
    if (bot !== null) {
      await bot.start();
      const started = bot;
      works.push(() => started.stop());
    }

    return {
      address,
      botUsername: identity.username,
      context(actor) {
        if (keys.web === null)
          throw new Error('Only a process with the web role signs what staff decide over the API.');
        return { ...baseOf('web'), actor, signingKey: keys.web.approvalSigning };
      },
      handled: async () => bot?.idle(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Begins to tell other systems what has become public; answers how that is ended. */
async function startCourier(
  base: Omit<Context, 'actor'>,
  sql: Sql,
  sealing: SenderKeys['sealing'],
): Promise<() => Promise<void>> {
  const http = createHttp({ timeoutMs: 10_000, publicOnly: true });
  const courier = new Courier({
    ctx: { ...base, actor: { kind: 'job', name: 'courier' } },
    opener: createOpener(sealing),
    post: async (url, event) => {
      const seen = await http.send({ method: 'POST', url, ...event });
      return seen.seen === 'answer' ? { status: seen.status } : { code: seen.code };
    },
  });
  const { unlisten } = await sql.listen(wakeChannels.sender, () => courier.wake());
  courier.start();
  return async () => {
    await unlisten();
    await courier.stop();
    await http.close();
  };
}

const webhookPath = '/telegram/webhook';

function intakeMode(config: Config) {
  const { intake } = config.telegram;
  if (intake.mode === 'polling') return { kind: 'polling' } as const;
  const url = new URL(webhookPath, intake.publicUrl).href;
  return { kind: 'webhook', url, secret: intake.secret.reveal() } as const;
}

/** Only the keys that this process's roles need: the others are forgotten before anything starts. */
function keysFor({ config, keys, log }: ServiceOptions) {
  const sections: KeySection[] = [...config.roles].flatMap((role) => [...sectionsOf[role]]);
  const taken = takeSections(withPartnerSecrets(keys, log), sections);
  if (!taken.ok) {
    throw new CannotStart(
      `The key file lacks the keys of: ${taken.missing.join(', ')}. Name a file that has them in KEYS_FILE, or take these roles out of ROLES. (A file of an earlier version lacks the keys of web: npm run bray -- keys complete.)`,
    );
  }
  if (taken.ring.web !== null && taken.ring.web.partnerSecrets === null) {
    throw new CannotStart(
      'The key file is of an earlier version and lacks a key of the web role. Run where the whole file is: npm run bray -- keys complete, then write this process its file anew: npm run bray -- keys part',
    );
  }
  return taken.ring;
}

/** A whole key file of an earlier version goes on as it is: the key that it lacks follows from another one in it. */
function withPartnerSecrets(keys: KeyRing, log: Log): KeyRing {
  if (keys.web?.partnerSecrets !== null || keys.public.web === null || keys.bot === null) return keys;
  log.warn('key-file-incomplete');
  return completeKeys(keys) ?? keys;
}

interface Identity {
  readonly botId: BotId;
  readonly telegramId: number;
  readonly username: string;
}

/** Asks Telegram who the token belongs to. Once that is known, Telegram may be away when we start. */
async function identify(
  token: Secret,
  transport: Transport,
  ctx: Pick<Context, 'db' | 'clock' | 'campaignId'>,
): Promise<Identity> {
  const telegramId = token.reveal().split(':')[0] ?? '';
  const outcome = await transport.call<{ id: number; username: string }>('getMe');
  if (outcome.kind === 'done') {
    const { id, username } = outcome.result;
    return { botId: await ensureBot(ctx, { telegramId: String(id), username }), telegramId: id, username };
  }
  if (outcome.kind === 'refused' && outcome.refusal.class === 'bot-stopped') {
    throw new TokenRefused(
      'Telegram does not accept the bot token. Copy it again from BotFather (/mybots) into TELEGRAM_BOT_TOKEN.',
    );
  }
  const known = await findBot(ctx, telegramId);
  if (known !== null) return { botId: known.id, telegramId: Number(telegramId), username: known.username };
  throw new TelegramUnreachable(
    'Telegram cannot be reached, and this bot was never used here before. Check the connection and TELEGRAM_API_ROOT.',
  );
}

const beatMaxAgeSeconds = 30;

function probes(ctx: Pick<Context, 'db' | 'clock'>, transport: Transport, needsTelegram: boolean) {
  const fail = (remedy: string) => ({ ok: false, remedy }) as const;
  const ok = { ok: true } as const;
  return {
    migrations: async () =>
      (await migrationsPending(ctx.db)) === 0 ? ok : fail('Restart the service: it migrates when it starts.'),
    scheduler: async () => {
      const age = await beatAge(ctx, 'scheduler');
      return age !== null && age <= beatMaxAgeSeconds
        ? ok
        : fail('No process with the scheduler role has given a sign of life. Start one.');
    },
    ...(needsTelegram && {
      telegram: async () =>
        (await transport.call('getMe', {}, { timeoutMs: 5_000 })).kind === 'done'
          ? ok
          : fail('Telegram cannot be reached or does not accept the token.'),
    }),
  };
}

/** While there is time to choose another in FACEBOOK_GRAPH_VERSION, and when there is none left. */
function warnOfGraphVersion({ config, clock, log }: Pick<ServiceOptions, 'config' | 'clock' | 'log'>): void {
  const { version } = config.facebook;
  const today = clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  const { state } = graphVersionState(version, today);
  if (state === 'ends-soon' || state === 'ended') log.warn('facebook-graph-version', { version, state });
}
