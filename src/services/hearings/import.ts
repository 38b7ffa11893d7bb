import { factRecorders, hasRole } from '../../domain/actor.ts';
import { resolveStart } from '../../domain/hearing-time.ts';
import type { CaseId, HearingId } from '../../domain/ids.ts';
import { done, type Result, refused } from '../../domain/result.ts';
import { newUuid } from '../../domain/uuid.ts';
import { audit } from '../audit.ts';
import { findCaseBySlug } from '../cases/find.ts';
import { lockCase } from '../cases/lock.ts';
import { inTransaction, type StaffContext } from '../context.ts';
import { rememberKey } from './known-as.ts';
import { lockHearingsOf } from './lock.ts';
import { type HearingImport, type ImportItem, planImport } from './plan-import.ts';
import { writeWeighed } from './write.ts';

export type ImportHearingsRefusal =
  | { readonly code: 'not-a-recorder' }
  /** Some rows cannot be taken, and nothing was. */
  | { readonly code: 'rows-refused'; readonly items: readonly ImportItem[] };

/**
 * Records what a file says as revisions in review, by the staff member who imports it: a second person decides on each
 * as on any other. All or nothing; with `withoutRefused` all but the rows that are refused. To import the same file
 * again changes nothing. Whoever is asked gets what is soonest first.
 */
export async function importHearings(
  ctx: StaffContext,
  input: HearingImport & { readonly withoutRefused: boolean },
): Promise<Result<{ readonly items: readonly ImportItem[] }, ImportHearingsRefusal>> {
  if (!hasRole(ctx.actor, ...factRecorders)) return refused({ code: 'not-a-recorder' });
  return inTransaction(ctx, async (tx) => {
    await lockCases(tx, input);
    const items = await planImport(tx, input, tx.actor.name);
    const refusals = items.filter(({ weighed }) => weighed.outcome === 'refused');
    if (refusals.length > 0 && !input.withoutRefused) return refused({ code: 'rows-refused', items });
    for (const item of items.toSorted(bySoonest)) await take(tx, item);
    const count = (outcome: string) => items.filter(({ weighed }) => weighed.outcome === outcome).length;
    await audit(tx, {
      verb: 'hearings/import',
      subject: { type: 'import', id: newUuid() },
      details: {
        rows: items.length,
        new: count('new'),
        changed: count('changed'),
        refused: refusals.length,
      },
    });
    return done({ items });
  });
}

/** The cases that the file is about, in one order, and their hearings: nobody records between weighing and taking. */
async function lockCases(ctx: StaffContext, { rows, caseSlug }: HearingImport): Promise<void> {
  const named = rows.map((row) => ('said' in row ? (row.said.caseSlug ?? caseSlug) : null));
  const slugs = new Set(named.filter((slug) => slug !== null));
  for (const slug of [...slugs].toSorted()) {
    const found = await findCaseBySlug(ctx, slug);
    if (found === undefined) continue;
    await lockCase(ctx, found.id);
    await lockHearingsOf(ctx, found.id);
  }
}

function bySoonest(a: ImportItem, b: ImportItem): number {
  const start = ({ weighed }: ImportItem): number => {
    const at = 'facts' in weighed ? resolveStart(weighed.facts)?.earliest : undefined;
    return at?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER;
  };
  return start(a) - start(b);
}

async function take(ctx: StaffContext, item: ImportItem): Promise<void> {
  const { weighed, of, key, sequence } = item;
  if (of === null || key === null) return;
  const hearingId = await record(ctx, of.id, item);
  const known = hearingId ?? ('hearing' in weighed ? weighed.hearing.hearingId : null);
  if (known === null || weighed.outcome === 'older') return;
  await rememberKey(ctx, { caseId: of.id, origin: 'file', key, hearingId: known, sequence });
}

/** The id of the hearing that was recorded or revised; null where there was nothing to do. */
async function record(ctx: StaffContext, caseId: CaseId, { weighed }: ImportItem): Promise<HearingId | null> {
  if (weighed.outcome !== 'new' && weighed.outcome !== 'changed') return null;
  return (await writeWeighed(ctx, caseId, weighed)).hearingId;
}
