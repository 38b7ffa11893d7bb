import { and, asc, eq, gt, lt, notExists } from 'drizzle-orm';
import { type VerifyingKey, verify } from '../../crypto/signing.ts';
import type { Database } from '../../db/client.ts';
import { auditEntries, auditHeads, auditLinks } from '../../db/schema/index.ts';
import { type ChainPlace, chainStart, headContent, linkAfter } from '../../domain/audit-chain.ts';
import type { CoreContext } from '../context.ts';

/** A signed end of the chain, as a row or as an export has it. */
export type AuditHead = typeof auditHeads.$inferSelect;

/** What is wrong with the chain. `position`: of the link. */
export type AuditFault =
  /** An entry, its place or its link is not what was linked. */
  | { readonly code: 'altered'; readonly position: number; readonly entryId: string }
  /** Links are gone from before this one. */
  | { readonly code: 'links-missing'; readonly position: number }
  /** There is a link, and its entry is gone. */
  | { readonly code: 'entry-missing'; readonly position: number; readonly entryId: string }
  /** There is an entry which was never linked, although the job has had the time. */
  | { readonly code: 'not-linked'; readonly entryId: string }
  /** The signature of a head is not by the key that is pinned. */
  | { readonly code: 'head-not-signed'; readonly position: number }
  /** The chain ends before what was signed. */
  | { readonly code: 'cut-off'; readonly position: number }
  /** The chain at this place is another than the one that was signed. */
  | { readonly code: 'written-anew'; readonly position: number }
  /** There are old links which no head covers. */
  | { readonly code: 'not-signed'; readonly position: number };

/** What was read of the chain, and all that does not fit. */
export interface AuditVerdict {
  readonly links: number;
  readonly heads: number;
  /** Up to where it is signed; 0: nowhere. */
  readonly signedTo: number;
  /** In the order in which they were found, `MOST_FAULTS` at most. */
  readonly faults: readonly AuditFault[];
}

/** Who has so many need not be told of more. */
const MOST_FAULTS = 100;

const PAGE = 2000;
/** The job links every minute and signs every hour; what is older than this has been passed over. */
const linkedWithin = Temporal.Duration.from({ minutes: 10 });
const signedWithin = Temporal.Duration.from({ hours: 3 });

/**
 * Goes through the whole audit log as it stands at one moment and finds every entry that was changed, removed or put
 * elsewhere. `key` must come from outside the database. Whoever can write to the database can take away the newest
 * heads with all that they cover; `kept` are heads from an export, which bring that to light too.
 */
export async function verifyAudit(
  ctx: Pick<CoreContext, 'db' | 'clock'>,
  { key, kept = [] }: { readonly key: VerifyingKey; readonly kept?: readonly AuditHead[] },
): Promise<AuditVerdict> {
  return ctx.db.transaction(
    async (db) => {
      const faults: AuditFault[] = [];
      const own = await db.select().from(auditHeads).orderBy(asc(auditHeads.position));
      const heads = new Map<number, AuditHead[]>();
      let signedTo = 0;
      for (const head of [...own, ...kept]) {
        const { position, keyId, signature } = head;
        if (keyId !== key.id || !verify(key, 'audit-head', headContent(head), signature)) {
          faults.push({ code: 'head-not-signed', position });
          continue;
        }
        signedTo = Math.max(signedTo, position);
        heads.set(position, [...(heads.get(position) ?? []), head]);
      }
      const places = await walk(db, faults, ({ position, hash }) => {
        const other = heads.get(position)?.some((head) => head.hash !== hash) ?? false;
        if (other) faults.push({ code: 'written-anew', position });
        heads.delete(position);
      });
      for (const position of heads.keys()) faults.push({ code: 'cut-off', position });
      const now = ctx.clock.now();
      faults.push(...(await unlinked(db, now)), ...(await unsigned(db, signedTo, now)));
      return { links: places, heads: own.length, signedTo, faults: faults.slice(0, MOST_FAULTS) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

/** Walks along the links; answers how many there are. */
async function walk(db: Database, faults: AuditFault[], visit: (place: ChainPlace) => void): Promise<number> {
  let count = 0;
  let place = chainStart;
  for (;;) {
    const page = await db
      .select({ link: auditLinks, entry: auditEntries })
      .from(auditLinks)
      .leftJoin(auditEntries, eq(auditEntries.id, auditLinks.entryId))
      .where(gt(auditLinks.position, place.position))
      .orderBy(asc(auditLinks.position))
      .limit(PAGE);
    for (const { link, entry } of page) {
      const { position, hash, entryId } = link;
      count += 1;
      if (position !== place.position + 1) faults.push({ code: 'links-missing', position });
      if (entry === null) faults.push({ code: 'entry-missing', position, entryId });
      else if (position === place.position + 1 && linkAfter(place, entry).hash !== hash)
        faults.push({ code: 'altered', position, entryId });
      // On with what stands there, so that one fault is not told as many.
      place = { position, hash };
      visit(place);
    }
    if (page.length < PAGE) return count;
  }
}

async function unlinked(db: Database, now: Temporal.Instant): Promise<AuditFault[]> {
  const link = db
    .select({ id: auditLinks.entryId })
    .from(auditLinks)
    .where(eq(auditLinks.entryId, auditEntries.id));
  const rows = await db
    .select({ entryId: auditEntries.id })
    .from(auditEntries)
    .where(and(lt(auditEntries.at, now.subtract(linkedWithin)), notExists(link)))
    .limit(MOST_FAULTS);
  return rows.map(({ entryId }) => ({ code: 'not-linked', entryId }));
}

async function unsigned(db: Database, signedTo: number, now: Temporal.Instant): Promise<AuditFault[]> {
  const [first] = await db
    .select({ position: auditLinks.position })
    .from(auditLinks)
    .innerJoin(auditEntries, eq(auditEntries.id, auditLinks.entryId))
    .where(and(gt(auditLinks.position, signedTo), lt(auditEntries.at, now.subtract(signedWithin))))
    .orderBy(asc(auditLinks.position))
    .limit(1);
  return first === undefined ? [] : [{ code: 'not-signed', position: first.position }];
}
