import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaigns, cases } from '../../../src/db/schema/index.ts';
import { setReserve } from '../../../src/services/campaigns/set-reserve.ts';
import { createCase } from '../../../src/services/cases/create.ts';
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
