import { setTimeout as delay } from 'node:timers/promises';
import { type Language, languages } from '../../src/domain/language.ts';
import { benchCampaign, benchDatabase } from './campaign.ts';
import { type RunningStandIn, spawnSender, spawnStandIn } from './processes.ts';

export interface TenThousandFigures {
  readonly followers: number;
  readonly languages: number;
  readonly kills: number;
  /** From the first message to the last record, the times without a sender included. */
  readonly seconds: number;
  /** Messages a second while a sender was sending. */
  readonly rate: number;
  /** The most that any second held; Telegram's limit is 30. */
  readonly busiestSecond: number;
  readonly tooManyRequests: number;
  /** By Telegram's ledger. */
  readonly accepted: number;
  /** Followers whom the text did not reach and of whom nobody is told: neither accepted nor in doubt. */
  readonly lost: number;
  readonly twice: number;
  /** Deliveries parked for a person: under way at a kill. */
  readonly unknown: number;
  /** Of these, how many had arrived all the same. */
  readonly unknownArrived: number;
  readonly wrongLanguage: number;
  /** From the kill to the first message of the next sender. */
  readonly longestGapMs: number;
}

export interface TenThousandOptions {
  readonly followers: number;
  /** How often the sender is killed with SIGKILL, evenly spread. */
  readonly kills: number;
  readonly progress: (line: string) => void;
  /** A database to use instead of one of its own. */
  readonly databaseUrl?: string;
}

/** Runs it against real processes: PostgreSQL, the stand-in, and senders that are killed. */
export async function tenThousand(options: TenThousandOptions): Promise<TenThousandFigures> {
  const given = options.databaseUrl;
  const database = given === undefined ? await benchDatabase() : { url: given, close: async () => undefined };
  const standIn = await spawnStandIn('sliding log');
  try {
    return await measure(options, database.url, standIn);
  } finally {
    await standIn.kill();
    await database.close();
  }
}

async function measure(
  { followers, kills, progress }: TenThousandOptions,
  databaseUrl: string,
  standIn: RunningStandIn,
): Promise<TenThousandFigures> {
  const { control } = standIn;
  const bot = await control.run('create-bot', { username: 'bray_bench_bot' });
  const { firstId } = await control.run('create-users', {
    count: followers,
    bot: bot.id,
    state: 'started',
    languages: [...languages],
  });
  const campaign = await benchCampaign(databaseUrl, bot);
  await campaign.addFollowers(firstId, followers);
  const planned = await campaign.publish(texts());
  progress(`${planned} deliveries planned for ${followers} followers`);

  const order = {
    databaseUrl,
    apiRoot: standIn.url,
    token: bot.token,
    botId: campaign.botId,
    campaignId: campaign.campaignId,
    keys: campaign.keys,
    limiter: {},
    connections: 64,
  };
  let gaps = 0;
  let longestGapMs = 0;
  let sender = await spawnSender(order);
  await reached(1);
  const began = performance.now();
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      await reached(Math.floor((followers * kill) / (kills + 1)));
      await sender.kill();
      const killedAt = performance.now();
      const before = await accepted();
      progress(`killed after ${before} messages`);
      sender = await spawnSender(order);
      await reached(before + 1);
      const gap = performance.now() - killedAt;
      gaps += gap;
      longestGapMs = Math.max(longestGapMs, gap);
    }
    await settled();
  } finally {
    await sender.stop();
  }
  const seconds = (performance.now() - began) / 1000;
  return { ...(await judge(seconds)), longestGapMs: Math.round(longestGapMs) };

  async function accepted(): Promise<number> {
    return (await control.run('counts', {})).sendMessage?.accepted ?? 0;
  }

  async function reached(count: number): Promise<void> {
    for (let said = 0; ; ) {
      const now = await accepted();
      if (now >= count) return;
      if (now - said >= 1000) {
        said = now;
        progress(`${now} messages`);
      }
      await delay(20);
    }
  }

  async function settled(): Promise<void> {
    for (;;) {
      const [left] = await campaign.sql<{ count: number }[]>`
        select count(*)::int as count from deliveries where state in ('planned', 'attempting')`;
      if (left?.count === 0) return;
      await delay(200);
    }
  }

  async function judge(elapsed: number) {
    const counts = (await control.run('counts', {})).sendMessage;
    const perChat = new Map(await control.run('messages-per-chat', {}));
    const unknown = await campaign.chatsIn('unknown');
    const sent = await campaign.chatsIn('sent');
    const wrongLanguage = await inWrongLanguage(sent);
    const chats = Array.from({ length: followers }, (_, i) => firstId + i);
    const reachedChat = (chat: number) => (perChat.get(chat) ?? 0) > 0;
    await campaign.close();
    return {
      followers,
      languages: languages.length,
      kills,
      seconds: round(elapsed),
      rate: round((counts?.accepted ?? 0) / (elapsed - gaps / 1000)),
      busiestSecond: await control.run('busiest', {}),
      tooManyRequests: counts?.tooManyRequests ?? 0,
      accepted: counts?.accepted ?? 0,
      lost: chats.filter((chat) => !reachedChat(chat) && !unknown.has(chat)).length,
      twice: [...perChat.values()].filter((messages) => messages > 1).length,
      unknown: unknown.size,
      unknownArrived: [...unknown.keys()].filter(reachedChat).length,
      wrongLanguage,
    };
  }

  async function inWrongLanguage(sent: ReadonlyMap<number, Language>): Promise<number> {
    let wrong = 0;
    for (const [chat, language] of sent) {
      const [message] = await control.run('messages', { chat });
      if (!String(message?.text).includes(`#${language}`)) wrong += 1;
    }
    return wrong;
  }
}

function texts(): Record<Language, string> {
  const text = (language: Language) => `The court has set a date. #${language}`;
  return Object.fromEntries(languages.map((language) => [language, text(language)])) as Record<
    Language,
    string
  >;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
