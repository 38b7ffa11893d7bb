import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type RunningStandIn, startTelegramStandIn } from '../../sandbox/telegram/start.ts';
import { systemClock } from '../../src/clock.ts';
import { findingBy } from '../../src/crypto/finding.ts';
import { writeKeyFile } from '../../src/crypto/key-file.ts';
import { generateKeys } from '../../src/crypto/keys.ts';
import { createSealer } from '../../src/crypto/seal.ts';
import type { StaffId } from '../../src/domain/ids.ts';
import type { Language } from '../../src/domain/language.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { ensureBot } from '../../src/services/campaigns/ensure-bot.ts';
import { foundCampaign } from '../../src/services/campaigns/found.ts';
import type { BotContext } from '../../src/services/context.ts';
import { addStaff, createStaffLink } from '../../src/services/staff/add.ts';
import { issueToken } from '../../src/services/staff/issue-token.ts';
import { type TestDatabase, testDatabase } from '../helpers/database.ts';
import { type ServiceTrial, serviceTrial } from './process.ts';

/** A service that has been set up by the command line: keys without passphrase, a campaign, two persons, a bot. */
export interface ReadyService {
  readonly telegram: RunningStandIn;
  readonly bot: { readonly id: number; readonly token: string };
  readonly database: TestDatabase;
  readonly trial: ServiceTrial;
  /** The bot role's context, as whoever sits at the machine. */
  readonly ctx: BotContext;
  /** The coordinator's token for the admin API. */
  readonly token: string;
  /** Start parameters that link the chats of the two persons. */
  readonly links: { readonly coordinator: string; readonly second: string };
  close(): Promise<void>;
}

export async function readyService(
  env: Readonly<Record<string, string>> = {},
  stand: Parameters<typeof startTelegramStandIn>[0] = {},
): Promise<ReadyService> {
  const telegram = await startTelegramStandIn(stand);
  const bot = telegram.standIn.createBot({ username: 'free_the_donkeys_bot' });
  const database = await testDatabase();
  const trial = await serviceTrial({
    TELEGRAM_API_ROOT: telegram.url,
    TELEGRAM_BOT_TOKEN: bot.token,
    DATABASE_URL: database.url,
    ...env,
  });
  const keys = generateKeys();
  const keyFile = join(trial.folder, 'data', 'keys.json');
  await mkdir(dirname(keyFile), { recursive: true });
  await writeKeyFile(keyFile, keys);

  const reads: Language[] = ['az', 'en', 'fa'];
  const core = { db: database.db, clock: systemClock, log: silent };
  const founded = await foundCampaign(core, {
    campaign: { name: 'Free the Donkeys', languages: reads, zone: 'Asia/Baku' },
    coordinator: { name: 'Leyla', reads, language: 'az' },
  });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const { campaignId, staffId } = founded.value;
  const botId = await ensureBot({ ...core, campaignId }, { telegramId: String(bot.id), username: 'x' });
  const ctx: BotContext = {
    ...core,
    campaignId,
    botId,
    actor: { kind: 'operator' },
    seal: createSealer(keys.public.sealing, systemClock).seal,
    pinned: keys.public,
    signingKey: keys.bot.approvalSigning,
    networks: openNetworks().networks,
    ...findingBy(keys.bot, botId),
  };
  const second = await addStaff(ctx, { name: 'Əli', roles: ['approver', 'author'], reads, language: 'az' });
  if (!second.ok) throw new Error(second.refusal.code);
  const linkOf = async (id: StaffId) => `staff_${await createStaffLink(ctx, id)}`;
  return {
    telegram,
    bot,
    database,
    trial,
    ctx,
    token: await issueToken(ctx, staffId),
    links: { coordinator: await linkOf(staffId), second: await linkOf(second.value.staffId) },
    async close() {
      await trial.close();
      await database.close();
      await telegram.close();
    },
  };
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
