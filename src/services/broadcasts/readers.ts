import { sql } from 'drizzle-orm';
import type { CaseId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { Context } from '../context.ts';

/** Of more followers than this nobody asks what they read: it would take longer than to render for all. */
const LOOKED_AT = 1000;

/** In which languages a case has active followers; all there are where it has many, and English where it has none. */
export async function readersOf(ctx: Context, caseId: CaseId): Promise<readonly Language[]> {
  const rows = await ctx.db.execute<{ language: Language; count: number }>(sql`
    select language, count(*)::int as count from (
      select s.language from follows f join subscribers s on s.id = f.subscriber_id
      where f.case_id = ${caseId} and s.bot_id = ${ctx.botId} and s.state = 'active' limit ${LOOKED_AT}) followers
    group by language order by language`);
  const found = rows.reduce((sum, { count }) => sum + count, 0);
  if (found >= LOOKED_AT) return languages;
  return rows.length === 0 ? ['en'] : rows.map(({ language }) => language);
}
