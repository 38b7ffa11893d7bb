import { type SQL, sql } from 'drizzle-orm';
import { broadcasts } from '../../db/schema/index.ts';
import { type DigestSlot, digestLasts } from '../../domain/digest.ts';
import { type BroadcastId, type CaseId, type DigestId, type MessageId, newId } from '../../domain/ids.ts';
import type { Language } from '../../domain/language.ts';
import { priority } from '../../domain/priority.ts';
import { dueBy } from '../broadcasts/due.ts';
import { addMessages } from '../broadcasts/messages.ts';
import { tierOf } from '../broadcasts/tier.ts';
import { findCampaign } from '../campaigns/find.ts';
import type { Context, SigningContext } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';
import { renderDigest } from './render.ts';
import type { CaseWeek } from './week.ts';

/** A digest that is due. */
export interface DueDigest {
  readonly id: DigestId;
  readonly slot: DigestSlot;
  readonly dueAt: Temporal.Instant;
}

/**
 * Plans a digest for everyone who chose its slot and follows a case with something to tell; answers how many. Followers
 * are grouped in the database by which of these cases they follow, and of each group only the cases and languages are
 * read: whoever follows the same and reads the same shares one text, and their number costs two statements. Call it in
 * the transaction that takes the digest: it is planned once.
 */
export async function planDigest(
  ctx: SigningContext,
  digest: DueDigest,
  weeks: ReadonlyMap<CaseId, CaseWeek>,
): Promise<number> {
  if (weeks.size === 0) return 0;
  await groupReaders(ctx, digest.slot, [...weeks.keys()]);
  const texts: Text[] = [];
  for (const { caseIds, languages } of await readGroups(ctx)) {
    texts.push(...(await addTexts(ctx, digest, { caseIds, languages }, weeks)));
  }
  return texts.length === 0 ? 0 : planDeliveries(ctx, digest, texts);
}

/** Who gets it, with the cases that it tells them of. The table is gone with the transaction. */
async function groupReaders(ctx: Context, slot: DigestSlot, caseIds: readonly CaseId[]): Promise<void> {
  await ctx.db.execute(sql`
    create temporary table digest_readers (subscriber_id uuid, language text, case_ids uuid[]) on commit drop`);
  await ctx.db.execute(sql`
    insert into digest_readers
    select s.id, s.language, array_agg(f.case_id order by f.case_id)
    from subscribers s join follows f on f.subscriber_id = s.id
    where s.bot_id = ${ctx.botId} and s.digest = ${slot} and s.digest <> 'off' and s.state = 'active'
      and s.kind = 'private' and f.case_id = any(${uuidArray(caseIds)})
    group by s.id`);
}

interface Group {
  readonly caseIds: readonly CaseId[];
  readonly languages: readonly Language[];
}

async function readGroups(ctx: Context): Promise<Group[]> {
  const rows = await ctx.db.execute<Record<string, unknown> & Group>(sql`
    select to_jsonb(case_ids) as "caseIds", jsonb_agg(distinct language) as languages
    from digest_readers group by case_ids order by case_ids`);
  return [...rows];
}

interface Text {
  readonly caseIds: readonly CaseId[];
  readonly language: Language;
  readonly broadcastId: BroadcastId;
  readonly contentId: MessageId;
  readonly noticeId: MessageId;
}

async function addTexts(
  ctx: SigningContext,
  digest: DueDigest,
  { caseIds, languages }: Group,
  weeks: ReadonlyMap<CaseId, CaseWeek>,
): Promise<Text[]> {
  const told = caseIds.flatMap((caseId) => weeks.get(caseId) ?? []);
  const broadcastId = newId<BroadcastId>();
  const notAfter = digest.dueAt.add(digestLasts);
  await ctx.db.insert(broadcasts).values({
    id: broadcastId,
    campaignId: ctx.campaignId,
    botId: ctx.botId,
    kind: 'digest',
    digestId: digest.id,
    digestCaseIds: [...caseIds],
    priority: priority.digest,
    state: 'running',
    notAfter,
    createdAt: ctx.clock.now(),
  });
  const texts = languages.map((reader) => ({
    reader,
    textLanguage: reader,
    message: renderDigest(reader, told),
  }));
  const [added = []] = await addMessages(ctx, [{ broadcastId, notAfter, texts }]);
  return added.flatMap(({ reader: language, partIds: [contentId], noticeId }) =>
    contentId === undefined ? [] : [{ caseIds, language, broadcastId, contentId, noticeId }],
  );
}

/** Whoever is erased, stops, or follows less at this moment is left out, as when alerts are planned. */
async function planDeliveries(ctx: Context, digest: DueDigest, texts: readonly Text[]): Promise<number> {
  await ctx.db.execute(sql`
    create temporary table digest_texts
      (case_ids uuid[], language text, broadcast_id uuid, content_id uuid, notice_id uuid) on commit drop`);
  for (let i = 0; i < texts.length; i += 1000) {
    const rows = texts.slice(i, i + 1000).map(row);
    await ctx.db.execute(sql`insert into digest_texts values ${sql.join(rows, sql`, `)}`);
  }
  const { zone } = await findCampaign(ctx);
  const notAfter = digest.dueAt.add(digestLasts);
  const dueAt = await dueBy(ctx, { zone, notAfter });
  const result = await ctx.db.execute(sql`
    insert into deliveries
      (id, bot_id, broadcast_id, message_id, subscriber_id, part, state, tier, due_at, not_after)
    select gen_random_uuid(), s.bot_id, t.broadcast_id, case when s.discreet then t.notice_id else t.content_id end,
      s.id, 0, 'planned', ${tierOf}, ${dueAt}, ${notAfter.toString()}::timestamptz
    from digest_readers r
    join digest_texts t on t.case_ids = r.case_ids and t.language = r.language
    join subscribers s on s.id = r.subscriber_id
    where s.state = 'active' and s.digest = ${digest.slot} and (
      select count(*) from follows f where f.subscriber_id = s.id and f.case_id = any(r.case_ids)
    ) = cardinality(r.case_ids)
    for key share of s`);
  return result.count;
}

function row({ caseIds, language, broadcastId, contentId, noticeId }: Text): SQL {
  return sql`(${uuidArray(caseIds)}, ${language}, ${broadcastId}::uuid, ${contentId}::uuid, ${noticeId}::uuid)`;
}
