import { and, eq, notInArray, type SQL, sql } from 'drizzle-orm';
import { campaigns, cases } from '../../db/schema/index.ts';
import { factDeciders } from '../../domain/actor.ts';
import type { CaseId, StaffId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** Whoever recorded facts does not decide on them: of fewer nobody may be left to ask. */
const NEEDED = 2;

/** Lets one transaction at a time change who works on which case. */
export async function lockLimits(ctx: CoreContext): Promise<void> {
  await ctx.db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.id, ctx.campaignId))
    .for('no key update');
}

/**
 * The slugs of the open cases on which fewer than two people could be asked in the bot to decide on facts once `without`
 * worked on none but `keeps`.
 */
export async function casesLosingDeciders(
  ctx: CoreContext,
  { without, keeps }: { readonly without: StaffId; readonly keeps: readonly CaseId[] },
): Promise<string[]> {
  const rows = await ctx.db
    .select({ slug: cases.slug })
    .from(cases)
    .where(
      and(
        eq(cases.campaignId, ctx.campaignId),
        eq(cases.status, 'open'),
        notInArray(cases.id, [...keeps]),
        sql`${count(ctx, sql`s.id <> ${without} and ${worksOn(sql`${cases}.id`)}`)} < ${NEEDED}`,
      ),
    )
    .orderBy(cases.slug);
  return rows.map(({ slug }) => slug);
}

/**
 * Whether so many people are limited to other cases that fewer than two could be asked about this one, though the campaign
 * has them; null: about a case that is to be made.
 */
export async function isLeftToNobody(ctx: CoreContext, caseId: CaseId | null): Promise<boolean> {
  const [counts] = await ctx.db.execute<{ all: number; here: number }>(
    sql`select ${count(ctx, sql`true`)} as all, ${count(ctx, worksOn(sql`${caseId}::uuid`))} as here`,
  );
  return counts !== undefined && counts.here < NEEDED && counts.here < counts.all;
}

const deciding = sql.join(
  factDeciders.map((role) => sql`${role}`),
  sql`, `,
);

function count(ctx: CoreContext, which: SQL): SQL {
  return sql`(select count(*)::int from staff s where s.campaign_id = ${ctx.campaignId} and s.revoked_at is null
    and s.bot_id is not null and s.roles && array[${deciding}] and ${which})`;
}

function worksOn(ofCase: SQL): SQL {
  return sql`(not exists (select 1 from staff_cases l where l.staff_id = s.id)
    or exists (select 1 from staff_cases l where l.staff_id = s.id and l.case_id = ${ofCase}))`;
}
