import type { CaseId } from '../../src/domain/ids.ts';
import { type BenchCampaign, benchCampaign, benchTexts } from './campaign.ts';
import { type RunningStandIn, spawnStandIn } from './processes.ts';
import type { Server } from './server.ts';

/** A campaign whose case a million follow. */
export interface Million extends AsyncDisposable {
  readonly campaign: BenchCampaign;
  readonly databaseUrl: string;
  readonly followers: number;
  /** A Telegram that knows all of them, and keeps every message with its instant. */
  readonly standIn: RunningStandIn;
  readonly telegram: { readonly url: string; readonly token: string };
  /** A second case, which so many of the followers follow too. */
  caseOf(followers: number): Promise<CaseId>;
  /** Leaves one broadcast to all who follow the case, nothing of it sent, and none beside it. */
  planOnly(caseId: CaseId): Promise<void>;
}

/** Takes a minute or two: a million chats are sealed one by one, as they must be to be opened again. */
export async function makeMillion(options: {
  readonly server: Server;
  readonly say: (line: string) => void;
  readonly followers: number;
}): Promise<Million> {
  const { server, say, followers } = options;
  say(`a campaign with ${followers} followers is made …`);
  const standIn = await spawnStandIn('off', 'full');
  const { control } = standIn;
  const bot = await control.run('create-bot', { username: 'bray_bench_bot' });
  const { firstId } = await control.run('create-users', { count: followers, bot: bot.id, state: 'started' });
  const databaseUrl = await server.create();
  const campaign = await benchCampaign(databaseUrl, bot);
  await campaign.addFollowers(firstId, followers);
  let posts = 0;
  let cases = 0;

  return {
    campaign,
    databaseUrl,
    followers,
    standIn,
    telegram: { url: standIn.url, token: bot.token },
    async caseOf(few) {
      cases += 1;
      const caseId = await campaign.addCase(`of-${few}-${cases}`);
      await campaign.sql`
        insert into follows (subscriber_id, case_id, created_at)
        select id, ${caseId}, created_at from subscribers order by chat_index limit ${few}`;
      return caseId;
    },
    async planOnly(caseId) {
      await campaign.sql`truncate deliveries`;
      await campaign.sql`update broadcasts set state = 'cancelled' where state = 'running'`;
      posts += 1;
      await campaign.publish(benchTexts(posts), caseId);
      await campaign.sql`vacuum analyze deliveries`;
    },
    async [Symbol.asyncDispose]() {
      await campaign.close();
      await standIn.kill();
      await server.drop(databaseUrl);
    },
  };
}
