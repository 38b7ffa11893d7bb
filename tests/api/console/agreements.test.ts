import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaigns, cases } from '../../../src/db/schema/index.ts';
import { setApprovalPolicy } from '../../../src/services/campaigns/set-approvals.ts';
import { setReserve } from '../../../src/services/campaigns/set-reserve.ts';
import { createCase } from '../../../src/services/cases/create.ts';
import { askForStaff } from '../../../src/services/staff-requests/ask.ts';
import { nameSuccessor } from '../../../src/services/successions/name.ts';
import type { TestStaff } from '../../helpers/campaign.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { must } from '../../helpers/must.ts';
import { type ConsoleWorld, consoleWorld } from './world.ts';

let world: ConsoleWorld;
let leyla: TestStaff;
let first: KeyHolder;
let second: KeyHolder;

beforeAll(async () => {
  world = await consoleWorld();
  leyla = await world.staff(['author', 'coordinator'], { name: 'Leyla' });
  first = await withKey(world, leyla, world.site);
  second = await withKey(world, await world.staff(['approver'], { name: 'Murad' }), world.site);
});
afterAll(() => world.close());

const page = async (by: KeyHolder, path: string) => (await world.send(by, path)).text();

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** Sends the form of a page that takes a key, signed as it asks for. */
async function agrees(by: KeyHolder, path: string): Promise<number> {
  const found =
    /<form method="post" action="([^"]+)" data-passkey="get" data-options="([^"]+)">(.*?)<\/form>/s.exec(
      await page(by, path),
    );
  if (found === null) throw new Error('There is nothing to agree to.');
  const [, action = '', options = '', body = ''] = found;
  const fields = [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const sent = new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]));
  sent.set('answer', by.key.sign(JSON.parse(plain(options)).challenge));
  return (await world.send(by, action, { method: 'POST', body: sent })).status;
}

test('whoever has one key only is told so, and offered nothing that would be refused', async () => {
  const nigar = await world.staff(['approver', 'admin'], { name: 'Nigar' });
  const third = await withKey(world, nigar, world.site);
  const admin = await world.staff(['admin']);
  must(await nameSuccessor(admin.ctx, { staffId: leyla.id, roles: ['admin'] }));
  must(await askForStaff(admin.ctx, { kind: 'replace-keys', staffId: leyla.id }));
  must(await setReserve(leyla.ctx, { bot: null, channel: 'bray_old_news' }));
  const { caseId } = must(
    await createCase(leyla.ctx, {
      slug: 'the-singer',
      name: { en: 'The singer' },
      summary: { en: 'On trial for a song.' },
      country: 'AZ',
      zone: 'Asia/Baku',
      fictional: false,
      persons: [],
    }),
  );
  must(await setApprovalPolicy(leyla.ctx, { update: 1, press_release: 1 }));
  const offers = async () => {
    let found = 0;
    for (const where of ['reserve', `cases/${caseId}`, 'approval-policy', 'staff']) {
      const shown = await page(third, `/console/${where}`);
      found += shown.match(/action="[^"]+\/agreements"|name="agreeing"/g)?.length ?? 0;
    }
    return found;
  };
  expect(await offers()).toBe(5);
  expect(await page(third, '/console')).toContain('Asked for by');
  await world.sql`update passkeys set created_at = created_at - interval '7 days' where staff_id = ${nigar.id}`;
  expect(await offers()).toBe(0);
  const home = await page(third, '/console');
  expect(home).toContain('so you can approve nothing');
  expect(home).not.toContain('Asked for by');
  await third.addKey();
  expect(await offers()).toBe(5);
  await world.sql`update cases set agreed_by = opened_by`;
  must(await setReserve(leyla.ctx, { bot: null, channel: null }));
});

test('what stands in reserve is agreed to by a second person’s key, on a page that says who named what', async () => {
  must(await setReserve(leyla.ctx, { bot: null, channel: 'bray_news' }));
  expect(await page(first, '/console/reserve')).not.toContain('data-passkey');
  expect(await page(first, '/console')).not.toContain('Asked for by');
  const shown = await page(second, '/console/reserve');
  for (const said of ['Leyla', '@bray_news']) expect(shown).toContain(said);
  expect(await page(second, '/console')).toContain('Asked for by');
  expect(await agrees(second, '/console/reserve')).toBe(303);
  expect(await world.db.select({ channel: campaigns.reserveChannel }).from(campaigns)).toEqual([
    { channel: 'bray_news' },
  ]);
  expect(await page(second, '/console/reserve')).not.toContain('data-passkey');
});

test('a case is agreed to by a second person’s key, on a page with its words in every language', async () => {
  const { caseId } = must(
    await createCase(leyla.ctx, {
      slug: 'the-pupil',
      name: { en: 'The pupil', fa: 'دانش‌آموز' },
      summary: { en: 'On trial for a drawing.', ru: 'Судят за рисунок.' },
      country: 'AZ',
      zone: 'Asia/Baku',
      fictional: false,
      persons: [{ name: { en: 'Nigar Aliyeva' }, shownAs: 'minor', note: null }],
    }),
  );
  const path = `/console/cases/${caseId}`;
  expect(await page(first, path)).not.toContain('data-passkey');
  const shown = await page(second, path);
  for (const said of ['the-pupil', 'دانش‌آموز', 'Судят за рисунок.', 'Nigar Aliyeva', 'Leyla']) {
    expect(shown).toContain(said);
  }
  expect(await page(second, '/console')).toContain(path);
  expect(await page(second, '/console/cases')).toContain('Waits for a second person');
  expect(await agrees(second, path)).toBe(303);
  const [row] = await world.db.select().from(cases).where(eq(cases.id, caseId));
  expect(row?.agreedBy).not.toBeNull();
  expect(await page(second, path)).not.toContain('Waits for a second person');
});
