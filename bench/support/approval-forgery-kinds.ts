import { eq, sql } from 'drizzle-orm';
import { generateKeys } from '../../src/crypto/keys.ts';
import { sign } from '../../src/crypto/signing.ts';
import { approvals, posts, translations } from '../../src/db/schema/index.ts';
import { approvalContent } from '../../src/domain/approval-content.ts';
import type { HearingId, PostId } from '../../src/domain/ids.ts';
import type { SigningContext } from '../../src/services/context.ts';
import { contentHashOf } from '../../src/services/posts/hash.ts';
import type { Random } from './random.ts';

/** A campaign that somebody attacks who can write to its database and has read this program, but has no key of ours. */
export interface Attacked {
  /** As the scheduler works. */
  readonly job: SigningContext;
  /** Approved, and not gone out yet; with an image. */
  readonly approved: PostId;
  /** In review; nobody has approved it. */
  readonly waiting: PostId;
  /** Rejected by a second person. */
  readonly rejected: PostId;
  /** Approved by somebody who has left since. */
  readonly ofRevoked: PostId;
  /** A press release that two people approved, and that has not gone out yet. */
  readonly release: PostId;
  /** Approved, its announcement due. */
  readonly hearing: HearingId;
}

type Forge = (ctx: SigningContext, world: Attacked, random: Random) => Promise<PostId | HearingId>;

/** The hash that an approval of a post's text as it stands would have, as whoever has read this program makes it. */
async function hashNow(ctx: SigningContext, postId: PostId): Promise<string> {
  const [post] = await ctx.db.select().from(posts).where(eq(posts.id, postId));
  const [text] = await ctx.db.select().from(translations).where(eq(translations.postId, postId));
  if (post === undefined || text === undefined) throw new Error('no such post');
  return contentHashOf(ctx, post, text);
}

const ofPost = (postId: PostId) => sql`subject_id in (select id from translations where post_id = ${postId})`;

/** With the hash in the approval made to fit, every other time. */
async function fitHash(ctx: SigningContext, postId: PostId, random: Random): Promise<void> {
  if (random.below(2) === 0) return;
  await ctx.db.execute(
    sql`update approvals set content_hash = ${await hashNow(ctx, postId)} where ${ofPost(postId)}`,
  );
}

const secondOf = (postId: PostId) => sql`
  id = (select id from approvals where ${ofPost(postId)} order by decided_at desc, id desc limit 1)`;

const firstOf = (postId: PostId) => sql`
  select * from approvals where ${ofPost(postId)} order by decided_at, id limit 1`;

const approvedState = (ctx: SigningContext, postId: PostId) =>
  ctx.db.execute(sql`update translations set state = 'approved' where post_id = ${postId}`);

/** What somebody could alter of approvals and of what was approved; each answers what may not go out by it. */
export const approvalForgeries: Readonly<Record<string, Forge>> = {
  'a byte of the text': async (ctx, { approved }, random) => {
    const [text] = await ctx.db.select().from(translations).where(eq(translations.postId, approved));
    const words = [...(text?.text ?? '')];
    const at = random.below(words.length);
    words[at] = random.pick([...'abcxyz0189'].filter((letter) => letter !== words[at]));
    await ctx.db.execute(sql`update translations set text = ${words.join('')} where post_id = ${approved}`);
    await fitHash(ctx, approved, random);
    return approved;
  },
  'the case': async (ctx, { approved }, random) => {
    await ctx.db.execute(sql`
      update posts set case_id = (select id from cases c where c.id <> posts.case_id limit 1) where id = ${approved}`);
    await fitHash(ctx, approved, random);
    return approved;
  },
  'the name of the case': async (ctx, { approved }, random) => {
    await ctx.db.execute(
      sql`update cases set name = jsonb_build_object('en', ${`Name ${random.below(1e6)}`}::text)`,
    );
    await fitHash(ctx, approved, random);
    return approved;
  },
  'the image': async (ctx, { approved }, random) => {
    await ctx.db.execute(
      random.below(2) === 0
        ? sql`update posts set media_id = null where id = ${approved}`
        : sql`update posts set media_id = (select id from media m where m.id <> posts.media_id limit 1) where id = ${approved}`,
    );
    await fitHash(ctx, approved, random);
    return approved;
  },
  'what the image is said to show': async (ctx, { approved }, random) => {
    await ctx.db.execute(
      sql`update translations set alt = ${`Seen ${random.below(1e6)}`} where post_id = ${approved}`,
    );
    await fitHash(ctx, approved, random);
    return approved;
  },
  'the window': async (ctx, { approved }, random) => {
    const column = random.pick(['not_before', 'not_after']);
    const shift = (random.below(1e6) + 1) * (column === 'not_before' ? -1 : 1);
    await ctx.db.execute(sql`
      update posts set ${sql.raw(column)} = ${ctx.clock.now().toString()}::timestamptz + ${shift} * interval '1 second'
      where id = ${approved}`);
    await fitHash(ctx, approved, random);
    return approved;
  },
  'an approval of another text, moved': async (ctx, { approved, waiting }, random) => {
    const hash = random.below(2) === 0 ? null : await hashNow(ctx, waiting);
    await ctx.db.execute(sql`
      update approvals set subject_id = (select id from translations where post_id = ${waiting}),
        content_hash = coalesce(${hash}, content_hash)
      where ${ofPost(approved)}`);
    await approvedState(ctx, waiting);
    return waiting;
  },
  'an approval of another text, copied': async (ctx, { approved, waiting }) => {
    await ctx.db.execute(sql`
      insert into approvals (id, campaign_id, subject_type, subject_id, content_hash, staff_id, decision, via,
        decided_at, signature, role_signature)
      select gen_random_uuid(), campaign_id, subject_type, (select id from translations where post_id = ${waiting}),
        ${await hashNow(ctx, waiting)}, staff_id, decision, via, decided_at, signature, role_signature
      from approvals where ${ofPost(approved)}`);
    await approvedState(ctx, waiting);
    return waiting;
  },
  "the author's own": async (ctx, { approved }) => {
    await ctx.db.execute(sql`
      update approvals set staff_id = (select author_id from posts where id = ${approved}) where ${ofPost(approved)}`);
    return approved;
  },
  'an author who makes somebody else the author': async (ctx, { waiting }) => {
    await approvedState(ctx, waiting);
    await ctx.db.execute(sql`
      insert into approvals (id, campaign_id, subject_type, subject_id, content_hash, staff_id, decision, via, decided_at)
      select gen_random_uuid(), p.campaign_id, 'translation', t.id, ${await hashNow(ctx, waiting)}, p.author_id,
        'approved', 'bot', now()
      from posts p join translations t on t.post_id = p.id where p.id = ${waiting}`);
    await ctx.db.execute(sql`
      update posts set author_id = (select id from staff s where s.id <> posts.author_id limit 1) where id = ${waiting}`);
    return waiting;
  },
  'one that an own key has signed': async (ctx, { waiting }, random) => {
    const keys = generateKeys();
    const [text] = await ctx.db.select().from(translations).where(eq(translations.postId, waiting));
    const [member] = await ctx.db.execute<{ id: string }>(sql`
      select id from staff where revoked_at is null and 'approver' = any(roles) order by random() limit 1`);
    if (text === undefined || member === undefined) throw new Error('nothing to forge');
    const decision = {
      id: crypto.randomUUID(),
      campaignId: ctx.campaignId,
      subjectType: 'translation',
      subjectId: text.id,
      contentHash: (await hashNow(ctx, waiting)) as typeof approvals.$inferSelect.contentHash,
      staffId: member.id as typeof approvals.$inferSelect.staffId,
      decision: 'approved',
      via: random.pick(['bot', 'api', 'console'] as const),
      decidedAt: ctx.clock.now(),
    } as const;
    const key = keys.web.approvalSigning;
    // As if by one of ours, every other time.
    const keyId = random.below(2) === 0 ? key.id : (ctx.pinned.web?.id ?? key.id);
    const signature = Buffer.from(sign(key, 'approval', approvalContent(decision))).toString('base64url');
    await ctx.db.insert(approvals).values({ ...decision, roleSignature: { keyId, signature } });
    await approvedState(ctx, waiting);
    return waiting;
  },
  'a byte of the signature': async (ctx, { approved }, random) => {
    const [row] = await ctx.db.select().from(approvals).where(ofPost(approved));
    if (row?.roleSignature == null) throw new Error('not signed');
    const bytes = Buffer.from(row.roleSignature.signature, 'base64url');
    const at = random.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    const roleSignature = { ...row.roleSignature, signature: bytes.toString('base64url') };
    await ctx.db.update(approvals).set({ roleSignature }).where(eq(approvals.id, row.id));
    return approved;
  },
  'when, by which way and under which number it was decided': async (ctx, { approved }, random) => {
    const set = random.pick([
      `decided_at = decided_at + interval '${random.below(1e6) + 1} microseconds'`,
      `via = 'bot'`,
      `id = gen_random_uuid()`,
      `role_signature = null`,
    ]);
    await ctx.db.execute(sql`update approvals set ${sql.raw(set)} where ${ofPost(approved)}`);
    return approved;
  },
  'a rejection that is made an approval': async (ctx, { rejected }) => {
    await ctx.db.execute(sql`update approvals set decision = 'approved' where ${ofPost(rejected)}`);
    await approvedState(ctx, rejected);
    return rejected;
  },
  'the approval of somebody who has left': (_, { ofRevoked }) => Promise.resolve(ofRevoked),
  'the second approval, removed': async (ctx, { release }, random) => {
    await ctx.db.execute(
      random.below(2) === 0
        ? sql`delete from approvals where ${secondOf(release)}`
        : sql`update approvals set voided_at = now() where ${secondOf(release)}`,
    );
    return release;
  },
  'the second approval, that of the first person once more': async (ctx, { release }, random) => {
    await ctx.db.execute(sql`delete from approvals where ${secondOf(release)}`);
    // As theirs, and as somebody else's.
    const staff = random.pick([
      sql`one.staff_id`,
      sql`(select s.id from staff s where s.id <> one.staff_id and s.revoked_at is null
        and 'approver' = any(s.roles) order by random() limit 1)`,
    ]);
    await ctx.db.execute(sql`
      insert into approvals (id, campaign_id, subject_type, subject_id, content_hash, staff_id, decision, via,
        decided_at, signature, role_signature)
      select gen_random_uuid(), campaign_id, subject_type, subject_id, content_hash, ${staff}, decision, via,
        decided_at, signature, role_signature
      from (${firstOf(release)}) one`);
    return release;
  },
  'the second approval, of another version or another post': async (ctx, { release, approved }, random) => {
    if (random.below(2) === 0) {
      await ctx.db.execute(sql`
        update approvals set content_hash = repeat('0', length(content_hash)) where ${secondOf(release)}`);
      return release;
    }
    await ctx.db.execute(sql`delete from approvals where ${secondOf(release)}`);
    await ctx.db.execute(sql`
      update approvals set subject_id = (select id from translations where post_id = ${release}),
        content_hash = (select content_hash from (${firstOf(release)}) one)
      where ${ofPost(approved)}`);
    return release;
  },
  'one approval, and fewer asked for': async (ctx, { release }, random) => {
    await ctx.db.execute(sql`delete from approvals where ${secondOf(release)}`);
    const how = random.below(4);
    if (how !== 1) await ctx.db.execute(sql`update campaigns set approval_policy = '{"press_release": 1}'`);
    if (how !== 0)
      await ctx.db.execute(sql`update translations set approvals_needed = 1 where post_id = ${release}`);
    if (how === 3) await ctx.db.execute(sql`update posts set kind = 'update' where id = ${release}`);
    await fitHash(ctx, release, random);
    return release;
  },
  "a hearing's facts": async (ctx, { hearing }, random) => {
    const set = random.pick([
      `local_time = '${String(random.below(24)).padStart(2, '0')}:07'`,
      `room = '${random.below(1e6)}'`,
      `court = '{"en":"Court ${random.below(1e6)}"}'`,
      `outcome = '{"en":"Guilty."}'`,
      `sources = '["nobody"]'`,
    ]);
    await ctx.db.execute(sql`update hearing_revisions set ${sql.raw(set)} where hearing_id = ${hearing}`);
    return hearing;
  },
  "a hearing's persons": async (ctx, { hearing }, random) => {
    await ctx.db.execute(sql`
      insert into persons (id, case_id, position, name)
      select gen_random_uuid(), case_id, 9, jsonb_build_object('en', ${`Person ${random.below(1e6)}`}::text)
      from hearings where id = ${hearing}`);
    return hearing;
  },
};
