import { machineMonotonic } from '../../sandbox/telegram/clock.ts';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { type Config, parseConfig, Secret } from '../../src/config.ts';
import type { KeyRing } from '../../src/crypto/keys.ts';
import { openDatabase } from '../../src/db/client.ts';
import { loginsOf } from '../../src/db/logins.ts';
import { campaigns } from '../../src/db/schema/index.ts';
import type { StaffActor } from '../../src/domain/actor.ts';
import type { CampaignId } from '../../src/domain/ids.ts';
import { languages } from '../../src/domain/language.ts';
import { type Front, openFront } from '../../src/front.ts';
import { type Service, startService } from '../../src/service.ts';
import { createCampaign } from '../../src/services/campaigns/create.ts';
import { actingAs, type Context, type Log, type StaffContext } from '../../src/services/context.ts';
import { wakeChannels } from '../../src/services/wake.ts';
import type { DemoNetwork } from '../networks/network.ts';
import { openDemoNetworks } from '../networks/open.ts';
import { ReplayClock } from '../time/replay-clock.ts';
import { settled } from './settled.ts';

export interface WorldOptions {
  /** A fresh, migrated database. */
  readonly databaseUrl: string;
  readonly keys: KeyRing;
  /** What the clock reads at first. */
  readonly at: Temporal.Instant;
  /** The campaign's zone. */
  readonly zone: string;
  readonly log: Log;
}

/** Networks that stand in, Telegram the first of them, the service at work against them, and a clock of another year. */
export interface World {
  readonly clock: ReplayClock;
  readonly telegram: RunningStandIn;
  readonly bot: { readonly id: number; readonly username: string };
  /** Where posts go beside the followers. */
  readonly networks: readonly DemoNetwork[];
  readonly service: Service;
  /** For whoever sits at the machine. */
  readonly operator: Context;
  as(staff: StaffActor): StaffContext;
  /** Resolves once nothing is left to be done now. */
  settle(): Promise<void>;
  /**
   * Resolves with the monotonic millisecond at which the service next commits something that changes what is due,
   * such as a decision on a hearing or on a post.
   */
  nextDecision(): Promise<number>;
  /** Calls back at every new reading of the clock; returns how to stop. */
  onShift(listener: (now: Temporal.Instant) => void): () => void;
  /** Ends service and stand-ins in order. */
  end(): Promise<void>;
}

/** Builds a world. What it started is ended again when the rest fails. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const telegram = await startTelegramStandIn();
  const { standIn } = telegram;
  const bot = standIn.createBot({ username: 'bray_demo_bot', firstName: 'Bray', inline: true });
  const listeners = new Set<(now: Temporal.Instant) => void>();
  let settle = async (): Promise<void> => undefined;
  const clock = new ReplayClock({
    at: options.at,
    settle: () => settle(),
    onShift: (now, rate) => {
      standIn.setClock({ now: now.epochMilliseconds, rate });
      for (const listener of listeners) listener(now);
    },
  });
  standIn.setClock({ now: options.at.epochMilliseconds, rate: 0 });
  const networks = await openDemoNetworks({ now: () => clock.now(), telegram, botId: bot.id });
  // Open before the service: what goes out by e-mail names where to unsubscribe.
  const front = await openFront({ host: '127.0.0.1', port: 0 });
  const endOutside = async () => {
    await front.stop();
    await Promise.all([telegram, ...networks].map((one) => one.close()));
  };
  try {
    const service = await startService({
      config: configFor(telegram.url, front, networks),
      front,
      logins: loginsOf(options.databaseUrl),
      token: new Secret(bot.token),
      keys: options.keys,
      campaignId: await foundCampaign(options, clock),
      clock,
      log: options.log,
    });
    settle = () => settled({ standIn, service, clock });
    const operator = service.context({ kind: 'operator' });
    const ear = await listenForDecisions(options.databaseUrl);
    return {
      nextDecision: ear.next,
      clock,
      telegram,
      bot,
      networks,
      service,
      operator,
      as: (staff) => actingAs(operator, staff),
      settle: () => settle(),
      onShift(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      async end() {
        clock.stop();
        await ear.close();
        await service.stop();
        await endOutside();
      },
    };
  } catch (error) {
    clock.stop();
    await endOutside();
    throw error;
  }
}

/** The service tells its scheduler of every decision, on commit; whoever listens too knows when it took effect. */
async function listenForDecisions(
  databaseUrl: string,
): Promise<{ next(): Promise<number>; close(): Promise<void> }> {
  const { sql, close } = openDatabase(databaseUrl, { poolSize: 1 });
  let decided = Promise.withResolvers<number>();
  await sql.listen(wakeChannels.scheduler, () => {
    decided.resolve(machineMonotonic());
    decided = Promise.withResolvers<number>();
  });
  return { next: () => decided.promise, close };
}

/** The service is configured as anywhere else, by an environment; nothing of the real one gets in. */
function configFor(apiRoot: string, { address }: Front, networks: readonly DemoNetwork[]): Config {
  const parsed = parseConfig({
    PORT: '0',
    PUBLIC_URL: `http://127.0.0.1:${address.port}`,
    TELEGRAM_API_ROOT: apiRoot,
    TELEGRAM_MODE: 'polling',
    ...Object.assign({}, ...networks.map(({ environment }) => environment)),
  });
  if (parsed.ok) return parsed.config;
  throw new Error(`The demo configures itself wrongly: ${parsed.faults.map(({ name }) => name).join(', ')}`);
}

async function foundCampaign(options: WorldOptions, clock: ReplayClock): Promise<CampaignId> {
  const database = openDatabase(options.databaseUrl, { poolSize: 1 });
  try {
    const founded = await createCampaign(
      { db: database.db, clock },
      { name: 'Bray (demo)', languages: [...languages], zone: options.zone },
    );
    if (founded.ok) {
      // Off by default; the demo is to show all three, and the bot leaves a channel of its own where it may be in none.
      await database.db
        .update(campaigns)
        .set({ attendanceAllowed: true, inlineAllowed: true, groupsAllowed: true });
      return founded.value.campaignId;
    }
    throw new Error(`The demo's campaign was refused: ${founded.refusal.code}.`);
  } finally {
    await database.close();
  }
}
