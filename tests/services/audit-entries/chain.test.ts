import { PassThrough } from 'node:stream';
import { eq, TransactionRollbackError } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { generateKeys } from '../../../src/crypto/keys.ts';
import { auditEntries, auditLinks } from '../../../src/db/schema/index.ts';
import { chainStart, linkAfter } from '../../../src/domain/audit-chain.ts';
import type { AuditVerb } from '../../../src/domain/audit-verb.ts';
import { audit } from '../../../src/services/audit.ts';
import { chainAuditEntries } from '../../../src/services/audit-entries/chain.ts';
import { exportAudit, headOfLine } from '../../../src/services/audit-entries/export.ts';
import { signAuditHead } from '../../../src/services/audit-entries/sign-head.ts';
import { verifyAudit } from '../../../src/services/audit-entries/verify.ts';
import { type Database, inTransaction } from '../../../src/services/context.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';

let campaign: TestCampaign;
beforeEach(async () => {
  campaign = await testCampaign();
});
afterEach(() => campaign.close());

async function write(count: number, verb: AuditVerb = 'posts/edit'): Promise<void> {
  for (let i = 0; i < count; i++)
    await audit(campaign.operator, { verb, subject: { type: 'test', id: String(i) }, details: { i } });
}

const verdict = (kept: Parameters<typeof verifyAudit>[1]['kept'] = []) =>
  verifyAudit(campaign.job, { key: campaign.keys.public.scheduler, kept });

async function exported(): Promise<string[]> {
  const out = new PassThrough();
  const chunks = out.toArray();
  await exportAudit(campaign.job, out);
  out.end();
  return Buffer.concat(await chunks)
    .toString('utf8')
    .trimEnd()
    .split('\n');
}

describe('the audit chain', () => {
  test('links what is committed, in order, once, whoever asks; and is signed when something was added', async () => {
    await write(5);
    const linked = await Promise.all([1, 2, 3].map(() => chainAuditEntries(campaign.job)));
    expect(linked.reduce((sum, count) => sum + count, 0)).toBe(5);
    expect(await signAuditHead(campaign.job)).toBe(5);
    expect(await signAuditHead(campaign.job)).toBeNull();
    await write(1);
    expect(await signAuditHead(campaign.job)).toBe(6);
    expect(await verdict()).toEqual({ links: 6, heads: 2, signedTo: 6, faults: [] });
  });

  test('an entry that is committed after a later one is linked behind it, and nobody waits', async () => {
    await inTransaction(campaign.operator, async (early) => {
      await audit(early, { verb: 'cases/close', subject: { type: 'test', id: null } });
      await write(1, 'cases/create');
      expect(await chainAuditEntries(campaign.job)).toBe(1);
    });
    expect(await chainAuditEntries(campaign.job)).toBe(1);
    const order = await campaign.sql`
      select e.verb from audit_links l join audit_entries e on e.id = l.entry_id order by l.position`;
    expect(order.map(({ verb }) => verb)).toEqual(['cases/create', 'cases/close']);
    expect((await verdict()).faults).toEqual([]);
  });

  test('what waits too long to be linked or signed is told', async () => {
    await write(2);
    campaign.clock.advance({ minutes: 11 });
    expect((await verdict()).faults.map(({ code }) => code)).toEqual(['not-linked', 'not-linked']);
    await chainAuditEntries(campaign.job);
    expect((await verdict()).faults).toEqual([]);
    campaign.clock.advance({ hours: 3 });
    expect((await verdict()).faults).toEqual([{ code: 'not-signed', position: 1 }]);
  });

  test('an export has every entry and head, and brings to light what was taken away with its heads', async () => {
    await write(3);
    await signAuditHead(campaign.job);
    const lines = await exported();
    expect(lines).toHaveLength(1 + 3 + 1 + 1);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ end: true, entries: 3, heads: 1 });
    const kept = lines.flatMap((line) => headOfLine(line) ?? []);
    expect(kept).toHaveLength(1);
    expect((await verdict(kept)).faults).toEqual([]);
    await campaign.sql`delete from audit_heads`;
    await campaign.sql`delete from audit_links where position > 1`;
    await campaign.sql`delete from audit_entries where id not in (select entry_id from audit_links)`;
    expect((await verdict()).faults).toEqual([]);
    expect((await verdict(kept)).faults).toEqual([{ code: 'cut-off', position: 3 }]);
  });

  test('a head that another key signed counts for nothing', async () => {
    await write(1);
    await signAuditHead({ ...campaign.job, signingKey: generateKeys().scheduler.signing });
    expect((await verdict()).faults).toEqual([{ code: 'head-not-signed', position: 1 }]);
  });

  test('any entry that is changed, removed, put elsewhere or slipped in is found, also when the hashes are made anew', async () => {
    const length = 12;
    await write(length);
    await signAuditHead(campaign.job);
    const place = fc.integer({ min: 1, max: length });
    const changed = fc.constantFrom(
      `verb = verb || 'x'`,
      `at = at + interval '1 microsecond'`,
      `actor_kind = 'staff'`,
      `actor = 'somebody'`,
      `subject_id = subject_id || '0'`,
      `subject_type = ''`,
      `details = details || '{"i": 1000}'`,
      `details = '{}'`,
      `campaign_id = null`,
    );
    const tampering = fc.oneof(
      fc
        .tuple(place, changed)
        .map(([at, set]) => [
          `update audit_entries set ${set} where id = (select entry_id from audit_links where position = ${at})`,
        ]),
      place.map((at) => [
        `create temp table gone on commit drop as select entry_id from audit_links where position = ${at}`,
        `delete from audit_links where position = ${at}`,
        `delete from audit_entries where id in (select entry_id from gone)`,
      ]),
      place.map((at) => [
        `create temp table gone on commit drop as select entry_id from audit_links where position >= ${at}`,
        `delete from audit_links where position >= ${at}`,
        `delete from audit_entries where id in (select entry_id from gone)`,
      ]),
      place
        .filter((at) => at > 1)
        .map((at) => [
          `update audit_links set position = -1 where position = ${at}`,
          `update audit_links set position = ${at} where position = 1`,
          `update audit_links set position = 1 where position = -1`,
        ]),
      place.map((at) => [
        `update audit_links set position = -position - 1 where position >= ${at}`,
        `update audit_links set position = -position where position < 0`,
        `insert into audit_entries select gen_random_uuid(), campaign_id, at, actor_kind, actor, verb, subject_type,
          subject_id, details from audit_entries limit 1`,
        `insert into audit_links select ${at}, id, '' from audit_entries
          where id not in (select entry_id from audit_links)`,
      ]),
    );
    await fc.assert(
      fc.asyncProperty(tampering, fc.boolean(), async (statements, hashesAnew) => {
        let found: string[] = [];
        await campaign.db
          .transaction(async (tx) => {
            for (const statement of statements) await tx.execute(statement);
            if (hashesAnew) await makeHashesAnew(tx);
            const { faults } = await verifyAudit(
              { ...campaign.job, db: tx },
              { key: campaign.keys.public.scheduler },
            );
            found = faults.map(({ code }) => code);
            tx.rollback();
          })
          .catch((error: unknown) => {
            if (!(error instanceof TransactionRollbackError)) throw error;
          });
        expect(found).not.toEqual([]);
        if (hashesAnew) expect(['written-anew', 'cut-off']).toContain(found[0]);
      }),
      { numRuns: 60 },
    );
    expect((await verdict()).faults).toEqual([]);
  });
});

/** What somebody can do who writes to the database and has read this program, but has no key. */
async function makeHashesAnew(db: Database): Promise<void> {
  const rows = await db
    .select()
    .from(auditLinks)
    .innerJoin(auditEntries, eq(auditEntries.id, auditLinks.entryId))
    .orderBy(auditLinks.position);
  let place = chainStart;
  const links = rows.map(({ audit_entries: entry }) => {
    place = linkAfter(place, entry);
    return { ...place, entryId: entry.id };
  });
  await db.delete(auditLinks);
  if (links.length > 0) await db.insert(auditLinks).values(links);
}
