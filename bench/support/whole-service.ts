import { join } from 'node:path';
import type { RunningStandIn } from '../../sandbox/telegram/start.ts';
import { writeKeyFile } from '../../src/crypto/key-file.ts';
import { issueToken } from '../../src/services/staff/issue-token.ts';
import type { BenchCampaign } from './campaign.ts';
import { freePort, type ServiceProcess, startServiceProcess } from './service-process.ts';

/** What Telegram sends along to the webhook of these services. */
export const WEBHOOK_SECRET = 'w'.repeat(40);

/** What the whole service is started on. */
export interface ServicePlace {
  readonly folder: string;
  readonly dataFolder: string;
  readonly telegram: RunningStandIn;
  readonly bot: { readonly id: number; readonly token: string };
  readonly campaign: BenchCampaign;
  /** What it writes to its log; by default all that it can. A line for each of a million requests is a third of the work. */
  readonly logLevel?: 'debug' | 'warn';
}

/** How to start the whole service here, by a webhook; `token`: for its API. */
export async function serviceStarter({
  folder,
  dataFolder,
  telegram,
  bot,
  campaign,
  logLevel = 'debug',
}: ServicePlace): Promise<{
  readonly origin: string;
  readonly token: string;
  start(): Promise<ServiceProcess>;
}> {
  const keyFile = join(folder, 'keys.json');
  const kept = await writeKeyFile(keyFile, campaign.ring);
  if (!kept.ok) throw new Error(kept.fault);
  // With a token for the API a campaign counts as set up.
  const token = await issueToken(campaign.author, campaign.author.actor.id);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const start = () =>
    startServiceProcess(port, {
      DATA_FOLDER: dataFolder,
      KEYS_FILE: keyFile,
      LOG_LEVEL: logLevel,
      PUBLIC_URL: origin,
      TELEGRAM_API_ROOT: telegram.url,
      TELEGRAM_BOT_TOKEN: bot.token,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_RATE: '0',
      TELEGRAM_WEBHOOK_SECRET: WEBHOOK_SECRET,
    });
  return { origin, token, start };
}

/** Resolves when the service has told Telegram where its webhook is. */
export function hasWebhook({ standIn }: RunningStandIn): boolean {
  return standIn.counts().setWebhook?.accepted === 1;
}

/** As if they had started the bot: it may write to them. */
export function letWrite({ standIn }: RunningStandIn, chats: readonly number[]): void {
  for (const bot of standIn.core.bots.values()) {
    for (const id of chats) {
      const person = standIn.core.people.get(id);
      if (person !== undefined) standIn.core.privateChat(bot, person).state = 'started';
    }
  }
}
