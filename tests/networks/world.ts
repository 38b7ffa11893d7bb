import { asc, eq, sql } from 'drizzle-orm';
import { createOpener } from '../../src/crypto/seal.ts';
import { accountDeliveries, accounts, payloads } from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import type { AccountId, ContactId, MediaId, PostId } from '../../src/domain/ids.ts';
import type { Language } from '../../src/domain/language.ts';
import type { NetworkName, Networks } from '../../src/domain/network.ts';
import type { ContentWarning } from '../../src/domain/words.ts';
import { Publisher } from '../../src/sender/publisher.ts';
import { dueForAccounts, nextAccountDue } from '../../src/services/account-deliveries/due.ts';
import { recoverAccountDeliveries } from '../../src/services/account-deliveries/recover.ts';
import { connectAccount } from '../../src/services/accounts/connect.ts';
import { addContacts } from '../../src/services/contacts/add.ts';
import type { Context } from '../../src/services/context.ts';
import { addMedia } from '../../src/services/media/add.ts';
import { createPost } from '../../src/services/posts/create.ts';
import { decidePost } from '../../src/services/posts/decide.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { setPostAccounts } from '../../src/services/posts/set-accounts.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { type TestStaff, testCampaign } from '../helpers/campaign.ts';
import { must } from '../helpers/must.ts';
import { taggedImage } from '../helpers/tagged-image.ts';

export type PublishingWorld = Awaited<ReturnType<typeof publishingWorld>>;

/** A sender that publishes, under an epoch of its own; one that dies records nothing any more. */
export interface TestPublisher {
  readonly publisher: Publisher;
  readonly epoch: number;
  /** It renews its lease too late, though nobody has followed it; or in time again. */
  lapse(isLapsed: boolean): void;
  die(): void;
}

/** A campaign whose posts go to accounts. End it with `close()`. */
export async function publishingWorld(networks: Networks) {
  const campaign = await testCampaign();
  const withNetworks = <C extends Context>(ctx: C): C => ({ ...ctx, networks });
  const author = as(await campaign.staff(['author', 'admin', 'coordinator']));
  const approver = as(await campaign.staff(['approver']));
  const second = as(await campaign.staff(['approver']));
  const opener = createOpener(campaign.keys.sender.sealing);
  const sender = withNetworks(campaign.sender);
  let epoch = 0;

  function as(member: TestStaff): TestStaff {
    return { id: member.id, ctx: withNetworks(member.ctx) };
  }

  async function newPublisher(over: Partial<Context> = {}): Promise<TestPublisher> {
    epoch += 1;
    await campaign.db.execute(sql`
      insert into leases (bot_id, holder, epoch, expires_at)
      values (${campaign.botId}, 'test', ${epoch}, now() + interval '1 hour')
      on conflict (bot_id) do update set epoch = excluded.epoch`);
    const lost = new AbortController();
    const mine = epoch;
    let lapsed = false;
    const lease = { epoch: mine, valid: () => !lapsed && !lost.signal.aborted, lost: lost.signal };
    const ctx = { ...sender, ...over };
    await recoverAccountDeliveries(ctx, mine);
    return {
      publisher: new Publisher({ ctx, lease, opener }),
      epoch: mine,
      lapse(isLapsed) {
        lapsed = isLapsed;
      },
      die: () => lost.abort(),
    };
  }

  const deliveriesOf = (postId: PostId) =>
    campaign.db
      .select()
      .from(accountDeliveries)
      .where(eq(accountDeliveries.postId, postId))
      .orderBy(asc(accountDeliveries.dueAt), asc(accountDeliveries.part));

  return {
    ...campaign,
    networks,
    job: withNetworks(campaign.job),
    sender,
    author,
    approver,
    second,
    newPublisher,
    deliveriesOf,

    async connect(
      network: NetworkName,
      credentials: Readonly<Record<string, string>>,
      language: Language = 'en',
      over: Networks = networks,
    ): Promise<AccountId> {
      const ctx = { ...author.ctx, networks: over };
      return must(await connectAccount(ctx, { network, language, credentials })).accountId;
    },

    /** Why nothing goes out on an account; null: it does. */
    async stoppedFor(accountId: AccountId): Promise<string | null> {
      const [row] = await campaign.db.select().from(accounts).where(eq(accounts.id, accountId));
      return row?.stoppedFor ?? null;
    },

    async addContact(accountId: AccountId, address: string): Promise<ContactId> {
      const facts = { name: 'A. B.', outlet: 'The Paper', topic: 'courts', source: 'asked' };
      const contact = { ...facts, address, consentedOn: '2009-01-01', consent: 'by phone' };
      const { contactIds } = must(await addContacts(author.ctx, { accountId, contacts: [contact] }));
      const [id] = contactIds;
      if (id === undefined) throw new Error('nobody was added');
      return id;
    },

    /** Other credentials in an account's row, as if the way to its network had changed. */
    async reseal(accountId: AccountId, credentials: Readonly<Record<string, string>>): Promise<void> {
      const sealed = campaign.ctx.seal(JSON.stringify(credentials), binding.accountCredentials(accountId));
      await campaign.db.update(accounts).set({ sealedCredentials: sealed }).where(eq(accounts.id, accountId));
    },

    /** Of an upload that tells where it was taken and by whom. */
    async image(background = 'red', side = 9): Promise<MediaId> {
      const upload = await taggedImage(background, side);
      return must(await addMedia(author.ctx, { upload })).mediaId;
    },

    /** A post in its languages, submitted; `approve` and `publish` take it further. */
    async post(
      accountIds: readonly AccountId[],
      texts: Readonly<Partial<Record<Language, string>>>,
      more: {
        readonly mediaId?: MediaId;
        readonly alt?: string;
        readonly gapSeconds?: number;
        readonly notBefore?: Temporal.Instant;
        readonly notAfter?: Temporal.Instant;
        readonly embargoUntil?: Temporal.Instant;
        readonly warning?: ContentWarning;
      } = {},
    ): Promise<PostId> {
      const [source = 'en', ...others] = Object.keys(texts) as Language[];
      const { postId } = must(
        await createPost(author.ctx, {
          caseId: campaign.caseId,
          sourceLanguage: source,
          text: texts[source] ?? '',
          mediaId: more.mediaId ?? null,
          alt: more.alt ?? null,
          notBefore: more.notBefore ?? null,
          notAfter: more.notAfter ?? null,
          embargoUntil: more.embargoUntil ?? null,
          warning: more.warning ?? null,
        }),
      );
      for (const language of others)
        must(await editPost(author.ctx, { postId, language, text: texts[language] ?? '' }));
      const gapSeconds = more.gapSeconds ?? 0;
      must(await setPostAccounts(author.ctx, { postId, accountIds, gapSeconds }));
      return postId;
    },

    async approve(postId: PostId, language: Language = 'en'): Promise<void> {
      const { translationId } = must(await submitPost(author.ctx, { postId, language }));
      const version = await versionOf(translationId);
      must(await decidePost(approver.ctx, { translationId, version, decision: 'approved' }));
    },

    async publish(postId: PostId) {
      return publishPost(withNetworks(campaign.job), postId);
    },

    payloadsOf: () => campaign.db.select().from(payloads).orderBy(asc(payloads.part)),

    /** Publishes what is due, and goes on in time until nothing waits for its time any more. */
    async settle({ publisher }: TestPublisher, upTo = 60): Promise<void> {
      for (let rounds = 0; rounds < upTo; rounds++) {
        await publisher.round();
        await publisher.idle();
        const open = await campaign.db.execute(sql`
          select 1 from account_deliveries d join accounts a on a.id = d.account_id
          where (d.state = 'planned' and a.state = 'active') or d.state = 'attempting'
            or (d.state = 'unknown' and d.look_at is not null) or d.retraction = 'asked' limit 1`);
        if (open.length === 0) return;
        if ((await dueForAccounts(sender, [])).length > 0) continue;
        const next = await nextAccountDue(sender);
        if (next !== null) campaign.clock.set(next);
      }
    },
  };

  async function versionOf(id: string): Promise<number> {
    const [row] = await campaign.db.execute<{ version: number }>(
      sql`select version from translations where id = ${id}`,
    );
    if (row === undefined) throw new Error('no such text');
    return row.version;
  }
}
