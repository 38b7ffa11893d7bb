import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { accounts, payloads, posts, translations } from '../../src/db/schema/index.ts';
import { binding } from '../../src/domain/bindings.ts';
import { newId, type PayloadId, type PostId } from '../../src/domain/ids.ts';
import type { JsonObject } from '../../src/domain/network.ts';
import { retractPost } from '../../src/services/account-deliveries/retract.ts';
import { withdrawAccountDelivery } from '../../src/services/account-deliveries/withdraw.ts';
import type { SigningContext } from '../../src/services/context.ts';
import { editPost } from '../../src/services/posts/edit.ts';
import { contentHashOf } from '../../src/services/posts/hash.ts';
import { publishPost } from '../../src/services/posts/publish.ts';
import { submitPost } from '../../src/services/posts/submit.ts';
import { must } from '../../tests/helpers/must.ts';
import type { AttackedAccount, AttackedAccounts } from './attacked-accounts.ts';
import type { Random } from './random.ts';

/** What an alteration is made in: a transaction that is rolled back. */
export interface Attack {
  readonly ctx: SigningContext;
  readonly world: AttackedAccounts;
  readonly account: AttackedAccount;
  readonly random: Random;
  /** Lets the publisher work by what is there; what goes out by it is no fault. */
  settle(): Promise<void>;
  /** The publisher looks at the time given. */
  at(instant: Temporal.Instant): void;
}

const ofPost = (postId: PostId) =>
  sql`translation_id in (select id from translations where post_id = ${postId})`;

/** Deliveries of a post's payloads as `publishPost` would have planned them, its text having gone out by its row. */
async function planByHand(ctx: SigningContext, postId: PostId): Promise<void> {
  await ctx.db.execute(
    sql`update translations set state = 'published', published_at = now() where post_id = ${postId}`,
  );
  const now = ctx.clock.now();
  await ctx.db.execute(sql`
    insert into account_deliveries
      (id, campaign_id, bot_id, post_id, payload_id, account_id, contact_id, part, state, due_at, not_after)
    select gen_random_uuid(), ${ctx.campaignId}, ${ctx.botId}, ${postId}, y.id, y.account_id, c.id, y.part, 'planned',
      ${now.toString()}::timestamptz, ${now.add({ hours: 72 }).toString()}::timestamptz
    from payloads y left join contacts c on c.account_id = y.account_id where ${ofPost(postId)}`);
}

/** What stands or was taken back, planned once more: in its own row, or in another in its place. */
async function planAgain({ ctx, account, random }: Attack): Promise<void> {
  await ctx.db.execute(sql`update translations set retracted_at = null where post_id = ${account.approved}`);
  const how = random.below(3);
  if (how > 0) {
    await ctx.db.execute(sql`delete from account_deliveries where post_id = ${account.approved}`);
    // Its payloads too, every other time.
    if (how === 2)
      await ctx.db.execute(sql`update payloads set id = gen_random_uuid() where ${ofPost(account.approved)}`);
    await planByHand(ctx, account.approved);
    return;
  }
  await ctx.db.execute(sql`
    update account_deliveries set state = 'planned', outcome = null, prepared = null, settled_at = null,
      attempted_at = null, first_attempted_at = null, look_at = null, attempts = 0, remote_id = null, retraction = null,
      retract_at = null
    where post_id = ${account.approved}`);
}

/** The words, addresses and names in a payload, each with what stands there when it is another. */
function altered(value: JsonObject[string], random: Random): JsonObject[string] {
  if (typeof value === 'string') {
    const at = random.below(value.length + 1);
    return `${value.slice(0, at)}${random.pick([...'xyz0189'])}${value.slice(at + 1)}`;
  }
  if (typeof value === 'number') return value + 1;
  if (value === null || typeof value === 'boolean') return value;
  if (isList(value)) {
    const at = random.below(value.length);
    return value.map((one, i) => (i === at ? altered(one, random) : one));
  }
  const [name = '', inner = null] = random.pick(Object.entries(value));
  return { ...value, [name]: altered(inner, random) };
}

const isList = (value: object): value is readonly JsonObject[string][] => Array.isArray(value);

/** What somebody could alter of what goes to an account. */
export const accountForgeries: Readonly<Record<string, (attack: Attack) => Promise<void>>> = {
  'a byte of a payload': async ({ ctx, account, random }) => {
    await publishPost(ctx, account.approved);
    const rows = await ctx.db.select().from(payloads).where(ofPost(account.approved));
    const { id, content } = random.pick(rows);
    let changed: JsonObject[string] = content;
    while (JSON.stringify(changed) === JSON.stringify(content)) changed = altered(content, random);
    await ctx.db.execute(
      sql`update payloads set content = ${JSON.stringify(changed)}::text::jsonb where id = ${id}`,
    );
  },
  'whose account a payload is for': async ({ ctx, account }) => {
    await publishPost(ctx, account.approved);
    const to = account.other.accountId;
    await ctx.db.execute(sql`update payloads set account_id = ${to} where ${ofPost(account.approved)}`);
    await ctx.db.execute(sql`
      update account_deliveries set account_id = ${to},
        contact_id = (select c.id from contacts c where c.account_id = ${to})
      where post_id = ${account.approved}`);
  },
  'the order of parts, and how many there are': async ({ ctx, account, random }) => {
    const rows = await ctx.db.select().from(payloads).where(ofPost(account.approved));
    const [first, second] = rows.toSorted((one, other) => one.part - other.part);
    if (first === undefined) throw new Error('nothing to forge');
    if (second === undefined || random.below(2) === 0) {
      const id = newId<PayloadId>();
      await ctx.db.insert(payloads).values({ ...first, id, part: rows.length });
      await planByHand(ctx, account.approved);
      return;
    }
    await publishPost(ctx, account.approved);
    for (const [to, from] of [
      [first, second],
      [second, first],
    ] as const)
      await ctx.db.update(payloads).set({ content: from.content }).where(eq(payloads.id, to.id));
  },
  'what a part of a thread answers': async ({ ctx, account, settle, random }) => {
    await publishPost(ctx, account.approved);
    const isFirstOut = random.below(2) === 0;
    // The rest waits for its time.
    const later = ctx.clock.now().add({ hours: 1 }).toString();
    await ctx.db.execute(sql`
      update account_deliveries set due_at = ${later}::timestamptz
      where post_id = ${account.approved} and ${isFirstOut ? sql`part > 0` : sql`true`}`);
    await settle();
    await ctx.db.execute(sql`
      update account_deliveries set state = 'sent', remote_id = 'at://did:web:another.example/app.bsky.feed.post/1#a',
        settled_at = now()
      where post_id = ${account.approved} and part = 0`);
    await ctx.db.execute(sql`
      update account_deliveries set due_at = ${ctx.clock.now().toString()}::timestamptz
      where post_id = ${account.approved}`);
  },
  'the bytes of an image': async ({ ctx, account, random }) => {
    await publishPost(ctx, account.approved);
    const [media] = await ctx.db.execute<{ id: string; content: Buffer; sha256: string }>(sql`
      select m.id, m.content, m.sha256 from media m join posts p on p.media_id = m.id where p.id = ${account.approved}`);
    if (media === undefined) throw new Error('nothing to forge');
    const bytes = Buffer.from(media.content);
    const at = bytes.length - 3 - random.below(40);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    await ctx.db.execute(
      sql`update media set content = decode(${bytes.toString('hex')}, 'hex') where id = ${media.id}`,
    );
    if (random.below(2) === 0) return;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await ctx.db.execute(sql`update media set sha256 = ${sha256} where id = ${media.id}`);
    await ctx.db.execute(sql`
      update payloads set content = replace(content::text, ${media.sha256}, ${sha256})::jsonb
      where ${ofPost(account.approved)}`);
  },
  'the end of a window': async ({ ctx, account, random, at }) => {
    await publishPost(ctx, account.forAnHour);
    const now = ctx.clock.now();
    at(now.add({ minutes: 61 + random.below(10_000) }));
    const later = now.add({ hours: 500 }).toString();
    await ctx.db.execute(sql`
      update account_deliveries set not_after = ${later}::timestamptz where post_id = ${account.forAnHour}`);
    const end = random.pick([sql`not_after`, sql`null`, sql`${later}::timestamptz`]);
    await ctx.db.execute(sql`update posts set not_after = ${end} where id = ${account.forAnHour}`);
  },
  'the end of what names none': async ({ ctx, account, random, at }) => {
    await publishPost(ctx, account.approved);
    const now = ctx.clock.now();
    at(now.add({ hours: 73 + random.below(400) }));
    await ctx.db.execute(sql`
      update account_deliveries set not_after = ${now.add({ hours: 600 }).toString()}::timestamptz
      where post_id = ${account.approved}`);
    const gap = random.below(2) * 86_400;
    await ctx.db.execute(sql`update posts set gap_seconds = ${gap} where id = ${account.approved}`);
  },
  'a delivery written by hand': async ({ ctx, account, random }) => {
    await planByHand(ctx, account.waiting);
    // As if nobody had to approve it, every other time.
    if (random.below(2) === 0)
      await ctx.db.execute(
        sql`update translations set approvals_needed = 0 where post_id = ${account.waiting}`,
      );
  },
  "another post's payload": async ({ ctx, account, random }) => {
    await publishPost(ctx, account.forAnHour);
    const of = random.below(2) === 0 ? account.forAnHour : account.waiting;
    await ctx.db.execute(sql`
      update account_deliveries set post_id = ${of},
        payload_id = (select id from payloads where ${ofPost(account.waiting)})
      where post_id = ${account.forAnHour}`);
  },
  'the approval of somebody who has left': ({ ctx, account }) => planByHand(ctx, account.ofRevoked),
  'an approval from before an edit': async ({ ctx, world, account, random }) => {
    const author = { ...world.author, db: ctx.db };
    const postId = account.forAnHour;
    must(await editPost(author, { postId, language: 'en', text: 'Not what was approved.' }));
    must(await submitPost(author, { postId, language: 'en' }));
    const [post] = await ctx.db.select().from(posts).where(eq(posts.id, postId));
    const [text] = await ctx.db.select().from(translations).where(eq(translations.postId, postId));
    if (post === undefined || text === undefined) throw new Error('no such post');
    const hash = random.below(2) === 0 ? null : await contentHashOf(ctx, post, text);
    await ctx.db.execute(sql`
      update approvals set voided_at = null, content_hash = coalesce(${hash}, content_hash) where subject_id = ${text.id}`);
    await planByHand(ctx, postId);
  },
  'what stands, planned again': async (attack) => {
    await publishPost(attack.ctx, attack.account.approved);
    await attack.settle();
    await planAgain(attack);
  },
  'what was retracted, planned again': async (attack) => {
    const { ctx, world, account, random } = attack;
    await publishPost(ctx, account.approved);
    // Before it has gone out, or after.
    if (random.below(2) === 0) await attack.settle();
    must(await retractPost({ ...world.approver, db: ctx.db }, account.approved));
    await attack.settle();
    await planAgain(attack);
  },
  'what was withdrawn, planned again': async (attack) => {
    const { ctx, world, account } = attack;
    await publishPost(ctx, account.approved);
    const [first] = await ctx.db.execute<{ id: Parameters<typeof withdrawAccountDelivery>[1] }>(
      sql`select id from account_deliveries where post_id = ${account.approved} and part = 0`,
    );
    if (first === undefined) throw new Error('nothing to forge');
    must(await withdrawAccountDelivery({ ...world.approver, db: ctx.db }, first.id));
    await planAgain(attack);
  },
  'credentials of another account': async ({ ctx, account, random }) => {
    await publishPost(ctx, account.approved);
    const { other, accountId } = account;
    const sealed = ctx.seal(JSON.stringify(other.credentials), binding.accountCredentials(accountId));
    await ctx.db.update(accounts).set({ sealedCredentials: sealed }).where(eq(accounts.id, accountId));
    if (random.below(2) === 0) return;
    // With whose account it is made to fit.
    await ctx.db.execute(sql`update accounts set remote_id = remote_id || '?' where id = ${other.accountId}`);
    await ctx.db.execute(sql`
      update accounts a set remote_id = left(o.remote_id, -1), handle = o.handle, capabilities = o.capabilities
      from accounts o where o.id = ${other.accountId} and a.id = ${accountId}`);
  },
};
