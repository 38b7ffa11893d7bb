/*
 * How punctually posts stand on their accounts: 120 posts whose windows open one after the other within a minute, each
 * approved and signed, each going to an account on Mastodon, one on Bluesky and a press list. Measured is, for each of the
 * 360, the time from the instant at which the window opened until the network's stand-in has accepted it and that is
 * recorded; nothing is refused. `publish` is the 99th percentile. Scheduler and sender are processes of their own.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { BlueskyStandIn } from '../../sandbox/bluesky/stand-in.ts';
import { MailServerStandIn } from '../../sandbox/email/stand-in.ts';
import { MastodonStandIn } from '../../sandbox/mastodon/stand-in.ts';
import type { AccountId } from '../../src/domain/ids.ts';
import type { NetworkName } from '../../src/domain/network.ts';
import { openNetworks } from '../../src/networks/index.ts';
import { connectAccount } from '../../src/services/accounts/connect.ts';
import { addContacts } from '../../src/services/contacts/add.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { setPostAccounts } from '../../src/services/posts/set-accounts.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { must } from '../../tests/helpers/must.ts';
import type { Bench, Measurement } from '../support/bench.ts';
import { type BenchCampaign, benchCampaign } from '../support/campaign.ts';
import { type Figure, figure, median, percentile } from '../support/figures.ts';
import { benchMail } from '../support/mail.ts';
import { spawnScheduler, spawnSender, spawnStandIn } from '../support/processes.ts';
import { until } from '../support/until.ts';

export interface PublishSizes {
  readonly posts: number;
  readonly overMs: number;
}

export const publish: Measurement = {
  name: 'publish',
  measure: (bench) =>
    measurePublish(bench, bench.quick ? { posts: 12, overMs: 6_000 } : { posts: 120, overMs: 60_000 }),
};

/** From the last approval until the first window opens: the processes are at rest by then. */
const QUIET_MS = 2_000;
/** A post is approved in less; the windows lie ahead of all approvals. */
const APPROVED_WITHIN_MS = 250;

async function measurePublish(
  bench: Pick<Bench, 'server' | 'say'>,
  { posts, overMs }: PublishSizes,
): Promise<Figure[]> {
  await using telegram = await spawnStandIn('off');
  const bot = await telegram.control.run('create-bot', { username: 'bray_bench_bot' });
  await using campaign = await benchCampaign(await bench.server.create(), bot);
  await using accounts = await connectAccounts(campaign);
  const order = campaign.senderOrder({ url: telegram.url, token: bot.token }, { limiter: {} });
  await using sender = await spawnSender(order);
  await using _scheduler = await spawnScheduler(order);
  await until('the lease', () => sender.stats()?.holding === 1, { every: 50 });

  const first = campaign.ctx.clock.now().add({ milliseconds: QUIET_MS + posts * APPROVED_WITHIN_MS });
  for (let number = 0; number < posts; number++) {
    const opens = first.add({ milliseconds: Math.round((number * overMs) / posts) });
    await accounts.approve(`The court has set a date (${number}).`, opens);
  }
  const ahead = first.since(campaign.ctx.clock.now()).total('milliseconds');
  if (ahead < QUIET_MS / 2) throw new Error('the approvals took until the first window opened');
  bench.say(`publish: ${posts} posts are approved`);
  await delay(ahead);
  const wanted = posts * accounts.count;
  await until(`${wanted} publishes`, async () => (await latenesses()).length >= wanted, { every: 500 });
  const ms = await latenesses();
  const slowest = Math.max(...ms);
  bench.say(`publish: median ${median(ms).toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms`);
  const against = { unit: 'ms', against: 'a second', againstValue: 1000 };
  return [
    figure({ figure: 'publish', value: percentile(ms, 0.99), ...against }, { valueAtMost: 1000 }),
    figure({ figure: 'publish.median', value: median(ms), ...against }, { valueAtMost: 1000 }),
  ];

  /** Of what stands, in milliseconds. Whatever ends otherwise, or takes a second try, ends the run. */
  async function latenesses(): Promise<number[]> {
    const rows = await campaign.sql<{ state: string; attempts: number; late: number | null }[]>`
      select d.state, d.attempts,
        (extract(epoch from d.settled_at - p.not_before) * 1000)::float8 as late
      from account_deliveries d join posts p on p.id = d.post_id`;
    if (
      rows.some(({ state, attempts }) => ['failed', 'unknown', 'cancelled'].includes(state) || attempts > 1)
    )
      throw new Error('a publish was refused, or took more than one try');
    return rows.flatMap(({ state, late }) => (state === 'sent' && late !== null ? [late] : []));
  }
}

/** An account on each network, and what it takes to approve a post that goes to all of them. */
async function connectAccounts(campaign: BenchCampaign) {
  const mastodon = await MastodonStandIn.start();
  const bluesky = await BlueskyStandIn.start();
  const mail = await MailServerStandIn.start();
  const { networks, close } = openNetworks({ email: benchMail });
  const coordinator = { ...campaign.people().coordinator, networks };
  const [author, approver] = [campaign.author, campaign.approver].map((ctx) => ({ ...ctx, networks }));
  if (author === undefined || approver === undefined) throw new Error('nobody is there');

  async function connect(network: NetworkName, credentials: Record<string, string>): Promise<AccountId> {
    return must(await connectAccount(coordinator, { network, language: 'en', credentials })).accountId;
  }

  const { token } = mastodon.createAccount('bray');
  const { handle: identifier, password } = bluesky.createAccount('bray');
  const from = 'press@campaign.example';
  const list = await connect('email', { server: mail.url, user: 'press', password: mail.password, from });
  const reader = {
    address: 'reader@paper.example',
    name: '',
    outlet: 'The Paper',
    topic: '',
    source: 'asked',
  };
  const contacts = [{ ...reader, consentedOn: '2009-01-01', consent: 'by phone' }];
  must(await addContacts(coordinator, { accountId: list, contacts }));
  const accountIds = [
    await connect('mastodon', { server: mastodon.url, token }),
    await connect('bluesky', { server: bluesky.url, identifier, password }),
    list,
  ];

  return {
    count: accountIds.length,

    async approve(text: string, notBefore: Temporal.Instant): Promise<void> {
      const { caseId } = campaign;
      const written = { caseId, sourceLanguage: 'en', text, notBefore, notAfter: null } as const;
      const { postId } = must(await createPost(author, written));
      must(await setPostAccounts(author, { postId, accountIds, gapSeconds: 0 }));
      const { translationId } = must(await submitPost(author, { postId, language: 'en' }));
      must(await decidePost(approver, { translationId, version: 2, decision: 'approved' }));
    },

    async [Symbol.asyncDispose]() {
      await close();
      for (const standIn of [mastodon, bluesky, mail]) await standIn.close();
    },
  };
}
