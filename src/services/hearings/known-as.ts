import { and, eq, sql } from 'drizzle-orm';
import { hearingKeys, hearingRevisions, hearings } from '../../db/schema/index.ts';
import type { SaidHearing } from '../../domain/hearing-file/said.ts';
import { type CaseId, type HearingId, parseId } from '../../domain/ids.ts';
import type { CoreContext } from '../context.ts';

/** Whose keys: those in files, or those of one partner. */
export type KeyOrigin = 'file' | (string & {});

/** A hearing as somebody else's key names it. */
export interface KnownHearing {
  readonly hearingId: HearingId;
  /** `key`: seen before; `id`: it is our own; `date`: the only one of the case on that day that has no key yet. */
  readonly by: 'key' | 'id' | 'date';
  /** The highest SEQUENCE that was seen. */
  readonly sequence: number | null;
}

/** Which hearing of ours is meant by what others say of it. */
export type FindKnown =
  | { readonly kind: 'known'; readonly hearing: KnownHearing }
  | { readonly kind: 'new' }
  /** Several hearings of the case are on that day: which is meant must be said. */
  | { readonly kind: 'unclear'; readonly count: number };

/**
 * Which hearing of a case is meant: by the key, by our own id (which our calendars give as UID), or, for one that staff
 * recorded by hand, by its day. What was recorded is never taken for another thing by a guess.
 */
export async function findKnown(
  ctx: CoreContext,
  {
    caseId,
    origin,
    said,
  }: { readonly caseId: CaseId; readonly origin: KeyOrigin; readonly said: SaidHearing },
): Promise<FindKnown> {
  const [keyed] = await ctx.db
    .select({ hearingId: hearingKeys.hearingId, sequence: hearingKeys.sequence })
    .from(hearingKeys)
    .where(
      and(eq(hearingKeys.caseId, caseId), eq(hearingKeys.origin, origin), eq(hearingKeys.key, said.key)),
    );
  if (keyed !== undefined) return { kind: 'known', hearing: { ...keyed, by: 'key' } };
  const own = parseId<HearingId>(said.key);
  if (own !== null) {
    const [found] = await ctx.db
      .select({ id: hearings.id })
      .from(hearings)
      .where(and(eq(hearings.id, own), eq(hearings.caseId, caseId), eq(hearings.campaignId, ctx.campaignId)));
    if (found !== undefined) {
      return { kind: 'known', hearing: { hearingId: found.id, by: 'id', sequence: null } };
    }
  }
  return said.localDate ? onDay(ctx, caseId, origin, said.localDate) : { kind: 'new' };
}

async function onDay(
  ctx: CoreContext,
  caseId: CaseId,
  origin: KeyOrigin,
  localDate: string,
): Promise<FindKnown> {
  const rows = await ctx.db
    .select({ hearingId: hearings.id, state: hearingRevisions.state, key: hearingKeys.key })
    .from(hearings)
    .innerJoin(hearingRevisions, eq(hearingRevisions.hearingId, hearings.id))
    .leftJoin(hearingKeys, and(eq(hearingKeys.hearingId, hearings.id), eq(hearingKeys.origin, origin)))
    .where(and(eq(hearings.caseId, caseId), eq(hearingRevisions.localDate, localDate)));
  const present = rows.filter(
    ({ state, key }) => key === null && (state === 'in_effect' || state === 'in_review'),
  );
  const found = [...new Set(present.map(({ hearingId }) => hearingId))];
  const [only] = found;
  if (only === undefined) return { kind: 'new' };
  if (found.length > 1) return { kind: 'unclear', count: found.length };
  return { kind: 'known', hearing: { hearingId: only, by: 'date', sequence: null } };
}

/** Remembers under which key a hearing is known, and the highest SEQUENCE of it. */
export async function rememberKey(
  ctx: CoreContext,
  key: {
    readonly caseId: CaseId;
    readonly origin: KeyOrigin;
    readonly key: string;
    readonly hearingId: HearingId;
    readonly sequence: number | null;
  },
): Promise<void> {
  await ctx.db
    .insert(hearingKeys)
    .values({ ...key, createdAt: ctx.clock.now() })
    .onConflictDoUpdate({
      target: [hearingKeys.caseId, hearingKeys.origin, hearingKeys.key],
      // What says no SEQUENCE takes back none that was seen.
      set: { sequence: sql`greatest(${hearingKeys.sequence}, excluded.sequence)` },
    });
}
