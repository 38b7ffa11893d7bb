import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { auditEntries, auditHeads, auditLinks } from '../../db/schema/index.ts';
import { headContent } from '../../domain/audit-chain.ts';
import type { ContentHash } from '../../domain/canonical.ts';
import type { CoreContext } from '../context.ts';
import type { AuditHead } from './verify.ts';

const PAGE = 2000;

/**
 * Writes the linked audit log as lines of JSON: what it is, one line an entry in the order of the chain, one line a
 * signed head, and how many there were. No names and no texts are in it: the entries hold none.
 */
export async function exportAudit(
  ctx: Pick<CoreContext, 'db' | 'clock'>,
  out: Writable,
): Promise<{ readonly entries: number; readonly heads: number }> {
  const line = async (value: unknown) => {
    if (!out.write(`${JSON.stringify(value)}\n`)) await once(out, 'drain');
  };
  return ctx.db.transaction(
    async (db) => {
      await line({ format: 'bray audit', version: 1, exportedAt: ctx.clock.now().toString() });
      let entries = 0;
      let last = 0;
      for (;;) {
        const page = await db
          .select({ link: auditLinks, entry: auditEntries })
          .from(auditLinks)
          .innerJoin(auditEntries, eq(auditEntries.id, auditLinks.entryId))
          .where(gt(auditLinks.position, last))
          .orderBy(asc(auditLinks.position))
          .limit(PAGE);
        for (const { link, entry } of page) {
          await line({
            position: link.position,
            hash: link.hash,
            entry: { ...entry, at: entry.at.toString() },
          });
          last = link.position;
        }
        entries += page.length;
        if (page.length < PAGE) break;
      }
      const heads = await db.select().from(auditHeads).orderBy(asc(auditHeads.position));
      for (const head of heads) {
        const signature = Buffer.from(head.signature).toString('base64url');
        await line({ head: { ...headContent(head), keyId: head.keyId, signature } });
      }
      await line({ end: true, entries, heads: heads.length });
      return { entries, heads: heads.length };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

const headLine = z.object({
  head: z.object({
    position: z.int().positive(),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    signedAt: z.string(),
    keyId: z.string(),
    signature: z.base64url(),
  }),
});

/** The head on a line of an export; null for every other line. */
export function headOfLine(line: string): AuditHead | null {
  if (!line.startsWith('{"head":')) return null;
  const parsed = headLine.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { position, hash, signedAt, keyId, signature } = parsed.data.head;
  return {
    position,
    hash: hash as ContentHash,
    signedAt: Temporal.Instant.from(signedAt),
    keyId,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
