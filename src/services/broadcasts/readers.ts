import { sql } from 'drizzle-orm';
import type { CaseId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { Context } from '../context.ts';
import { uuidArray } from '../deliveries/statement.ts';

/** Of more followers than this nobody asks what they read: it would take longer than to render for all. */
const LOOKED_AT = 1000;

/** Who reads of a case. */
export interface Readers {
  /** In which languages: all there are where it has many followers, and English where it has none. */
  readonly languages: readonly Language[];
  /** It has so many followers that nobody counted them. */
  readonly many: boolean;
}

/** Who reads of each of these cases. */
export async function readersOf(
  ctx: Context,
  caseIds: Iterable<CaseId>,
): Promise<ReadonlyMap<CaseId, Readers>> {
  const asked = [...new Set(caseIds)];
  if (asked.length === 0) return new Map();
  // In the order of the index, and one subscriber after the other: what PostgreSQL knows is how many followers a case has
  // in the mean, and for one with few it would go through all that there are.
  const rows = await ctx.db.execute<{ caseId: CaseId; language: Language | null; count: number }>(sql`
    select asked.case_id as "caseId", s.language, count(*)::int as count
    from unnest(${uuidArray(asked)}) as asked(case_id)
    cross join lateral (
      select f.subscriber_id from follows f where f.case_id = asked.case_id
      order by f.case_id, f.subscriber_id limit ${LOOKED_AT}) f
    left join lateral (
      select s.language from subscribers s
      where s.id = f.subscriber_id and s.bot_id = ${ctx.botId} and s.state = 'active' offset 0) s on true
    group by asked.case_id, s.language order by s.language`);
  const found = Map.groupBy(rows, ({ caseId }) => caseId);
  return new Map(asked.map((caseId) => [caseId, readers(found.get(caseId) ?? [])]));
}

/** `counts`: the followers who read a language; null: those whom nothing is sent. */
function readers(counts: readonly { readonly language: Language | null; readonly count: number }[]): Readers {
  const found = counts.reduce((sum, { count }) => sum + count, 0);
  if (found >= LOOKED_AT) return { languages, many: true };
  const read = counts.flatMap(({ language }) => language ?? []);
  return { languages: read.length === 0 ? ['en'] : read, many: false };
}
