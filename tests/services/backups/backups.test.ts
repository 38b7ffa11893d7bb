import { PassThrough, Readable, Writable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restoreBackup } from '../../../src/services/backups/restore.ts';
import { backedUpTables, notBackedUp } from '../../../src/services/backups/tables.ts';
import { writeBackup } from '../../../src/services/backups/write.ts';
import { enqueueCall } from '../../../src/services/calls/enqueue.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { type TestCampaign, testCampaign } from '../../helpers/campaign.ts';
import { type TestDatabase, testDatabase } from '../../helpers/database.ts';
import { approvedPost } from '../../helpers/posts.ts';

let campaign: TestCampaign;
let empty: TestDatabase;
beforeEach(async () => {
  [campaign, empty] = await Promise.all([testCampaign(), testDatabase()]);
});
afterEach(async () => {
  await Promise.all([campaign.close(), empty.close()]);
});

async function backup(): Promise<Buffer> {
  const out = new PassThrough();
  const chunks = out.toArray();
  await writeBackup(campaign.sql, out);
  out.end();
  return Buffer.concat(await chunks);
}

/** In small pieces, so that lines and characters are cut in the middle. */
function inPieces(bytes: Buffer, size = 7): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces);
}

async function dump(of: { sql: TestDatabase['sql'] }, table: string): Promise<string[]> {
  const rows = await of.sql`select t::text as row from ${of.sql(table)} t`;
  return rows.map(({ row }) => String(row)).sort();
}

describe('a backup', () => {
  test('names every table there is, as held or as left out for a reason', async () => {
    const found = await campaign.db.execute<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    expect(found.map(({ name }) => name).sort()).toEqual([...backedUpTables, ...notBackedUp].sort());
  });

  test('is written to its end through a slow disk, wherever in a buffer a table ends', async () => {
    const slow = () =>
      new Writable({ highWaterMark: 1, write: (_chunk, _encoding, taken) => setImmediate(taken) });
    for (let i = 0; i < 5; i += 1) {
      await campaign.sql`
        insert into audit_entries (id, campaign_id, at, actor_kind, verb, subject_type, details)
        select gen_random_uuid(), ${campaign.campaignId}, now(), 'operator', 'x', 'x',
          jsonb_build_object('x', repeat('x', 1000))
        from generate_series(1, 30)`;
      expect((await writeBackup(campaign.sql, slow())).audit_entries).toBeGreaterThanOrEqual(30 * (i + 1));
    }
  });

  test('comes back row for row, whatever stands in the texts', async () => {
    const author = await campaign.staff(['author']);
    await campaign.followers('fa', 3);
    for (const text of ['tab\there \\. and \\N', '\\.', 'سلام **دنیا** 🫏', 'line\n\nline']) {
      const made = await createPost(author.ctx, {
        caseId: campaign.caseId,
        sourceLanguage: 'en',
        text,
        notBefore: null,
        notAfter: null,
      });
      expect(made.ok).toBe(true);
    }
    const restored = await restoreBackup(empty.sql, inPieces(await backup()), campaign.clock.now());
    expect(restored.ok).toBe(true);
    // The one row that it adds says so.
    expect(
      await empty.sql`delete from audit_entries where verb = 'backups/restore' returning actor_kind`,
    ).toEqual([{ actor_kind: 'operator' }]);
    for (const table of backedUpTables) expect(await dump(empty, table)).toEqual(await dump(campaign, table));
  });

  test.each([0.3, 0.9, 0.999])('cut short at %d of its length is refused whole', async (share) => {
    await campaign.followers('en', 5);
    const whole = await backup();
    const cut = whole.subarray(0, Math.floor(whole.length * share));
    const restored = await restoreBackup(empty.sql, inPieces(cut), campaign.clock.now());
    expect(restored).toMatchObject({ ok: false });
    for (const table of backedUpTables) expect(await dump(empty, table)).toEqual([]);
  });

  test('is not put on top of what is there', async () => {
    const restored = await restoreBackup(campaign.sql, inPieces(await backup()), campaign.clock.now());
    expect(restored).toEqual({ ok: false, refusal: { code: 'not-empty', table: 'campaigns' } });
  });

  test('that is none is refused', async () => {
    const restored = await restoreBackup(
      empty.sql,
      Readable.from([Buffer.from('hello\n')]),
      campaign.clock.now(),
    );
    expect(restored).toEqual({ ok: false, refusal: { code: 'not-a-backup' } });
  });

  test('still deletes what was being deleted when it was made', async () => {
    await enqueueCall(campaign.ctx, {
      chatId: '77',
      action: { do: 'delete', messageId: 1 },
      purpose: 'deletion',
    });
    await campaign.sql`update calls set state = 'attempting', epoch = 9`;
    const restored = await restoreBackup(empty.sql, inPieces(await backup()), campaign.clock.now());
    expect(restored.ok).toBe(true);
    expect(await empty.sql`select state, epoch from calls`).toEqual([{ state: 'planned', epoch: null }]);
  });

  test('sends nothing a second time: what was approved needs its approval anew', async () => {
    await approvedPost(campaign, { notBefore: campaign.clock.now().add({ hours: 1 }) });

    const restored = await restoreBackup(empty.sql, inPieces(await backup()), campaign.clock.now());
    expect(restored).toMatchObject({ ok: true, value: { textsToApproveAgain: 1 } });
    expect(await empty.sql`select state from translations`).toEqual([{ state: 'in_review' }]);
    expect(await empty.sql`select 1 from approvals where voided_at is null`).toHaveLength(0);
  });
});
