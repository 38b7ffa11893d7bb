import { afterAll, beforeAll, expect, test } from 'vitest';
import { verbText } from '../../../src/api/console/html/audit-verb.ts';
import { languages } from '../../../src/domain/language.ts';
import { type ArgsOf, type MessageKey, translate } from '../../../src/i18n/index.ts';
import { actOnBroadcast } from '../../../src/services/broadcasts/act.ts';
import { readBroadcast } from '../../../src/services/broadcasts/progress.ts';
import { broadcastRow, deliveryRows } from '../../helpers/broadcasts.ts';
import { browser, closePages } from '../../helpers/chromium.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { type ConsoleWorld, consoleWorld } from './world.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  [world] = await Promise.all([consoleWorld(), browser()]);
});
afterAll(async () => {
  await world.close();
  await closePages();
});

const say = <K extends MessageKey>(key: K, ...args: ArgsOf<K>) => translate('en', key, ...args);

async function signedIn(name: string): Promise<KeyHolder> {
  return withKey(world, await world.staff(['coordinator', 'approver', 'admin'], { name }), world.site);
}

const pageOf = async (holder: KeyHolder, path: string) => (await world.send(holder, path)).text();

test('on an open page the numbers of what runs move and its buttons follow, without a reload; without JavaScript by asking again', async () => {
  const boss = await world.staff(['coordinator', 'approver']);
  const { cookie } = await withKey(world, boss, world.site);
  const id = await broadcastRow(world, boss);
  await deliveryRows(world, id, { count: 100, state: 'planned' });
  const session = { name: '__Host-bray', value: cookie, url: 'https://localhost', secure: true };
  const context = await (await browser()).newContext({ locale: 'en' });
  await context.addCookies([session]);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  let loads = 0;
  page.on('load', () => loads++);

  await page.goto(`${world.site.origin}/console/broadcasts`);
  const row = page.locator(`[data-broadcast="${id}"]`);
  const button = (action: 'pause' | 'resume') =>
    row.getByRole('button', { name: say('console-broadcast-do', { action }), exact: false });
  await row.getByText(say('console-delivery-count', { state: 'planned', count: '100' })).waitFor();
  expect(await button('pause').isVisible()).toBe(true);
  expect(await button('resume').isVisible()).toBe(false);

  await world.sql`update deliveries set state = 'sent', outcome = 'sent' where broadcast_id = ${id}`;
  await row.getByText(say('console-delivery-count', { state: 'sent', count: '100' })).waitFor();
  await world.sql`update broadcasts set state = 'paused' where id = ${id}`;
  await row.getByText(say('console-broadcast-state', { state: 'paused' })).waitFor();
  await button('resume').waitFor();
  expect(await button('pause').isVisible()).toBe(false);
  await world.sql`update broadcasts set state = 'finished' where id = ${id}`;
  await row.getByText(say('console-broadcast-state', { state: 'finished' })).waitFor();
  await expect.poll(() => page.locator('[data-running]').count()).toBe(0);
  expect(loads).toBe(1);
  expect(errors).toEqual([]);

  const plain = await (await browser()).newContext({ javaScriptEnabled: false });
  await plain.addCookies([session]);
  const still = await plain.newPage();
  await still.goto(`${world.site.origin}/console/broadcasts`);
  await still.getByText(say('console-delivery-count', { state: 'sent', count: '100' })).waitFor();
});

test('a page that is left open does not keep its session from ending, and hears nothing after it', async () => {
  const holder = await signedIn('Leyla');
  const id = await broadcastRow(world, await world.staff(['author']), { state: 'paused' });
  const listen = () => {
    const gone = new AbortController();
    const path = `/console/broadcasts/progress?of=${id}`;
    return world.send(holder, path, { signal: gone.signal }).then((answer) => {
      gone.abort();
      return answer;
    });
  };
  world.clock.advance({ minutes: 10 });
  expect((await listen()).headers.get('content-type')).toContain('text/event-stream');
  world.clock.advance({ minutes: 6 });
  expect((await listen()).status).toBe(303);
  expect((await world.send(holder, '/console/broadcasts')).status).toBe(303);
});

test('what one person asked for is said with who asked, and no longer once they have left the staff', async () => {
  const reader = await signedIn('Reader');
  const asker = await world.staff(['coordinator'], { name: 'Əli' });
  const broadcastId = await broadcastRow(world, asker, { kind: 'alert' });
  const asked = await actOnBroadcast(asker.ctx, { broadcastId, action: 'pause' });
  expect(asked).toMatchObject({ ok: true, value: { effect: 'awaits-second-person' } });
  const request = { action: 'pause', by: asker.id };
  expect(await readBroadcast(asker.ctx, broadcastId)).toMatchObject({ request });
  expect(await pageOf(reader, '/console/broadcasts')).toMatch(/Əli.* wants to pause this/);
  await world.sql`update staff set revoked_at = now() where id = ${asker.id}`;
  expect(await readBroadcast(asker.ctx, broadcastId)).toMatchObject({ request: null });
  expect(await pageOf(reader, '/console/broadcasts')).not.toContain('wants to pause this');
});

test('a page marks itself in the list of pages, and one below it the section that it belongs to', async () => {
  const reader = await signedIn('Reader');
  const id = await broadcastRow(world, await world.staff(['author']), { state: 'finished' });
  for (const [path, marked] of [
    ['/console', '<a href="/console" aria-current="page">'],
    ['/console/broadcasts', '<a href="/console/broadcasts" aria-current="page">'],
    [`/console/broadcasts/${id}/dead-letters`, '<a href="/console/broadcasts" aria-current="true">'],
    ['/console/expired-alerts', '<a href="/console/broadcasts" aria-current="true">'],
    ['/console/posts/new', '<a href="/console/posts" aria-current="true">'],
    [`/console/cases/${world.caseId}`, '<a href="/console/cases" aria-current="true">'],
  ] as const) {
    const shown = await pageOf(reader, path);
    expect(shown, path).toContain(marked);
    expect(shown.match(/<nav class="pages"[\s\S]*?<\/nav>/)?.[0].match(/aria-current/g), path).toHaveLength(
      1,
    );
  }
});

test('the audit log tells each verb in the reader’s words, beside the code word by which it is searched', async () => {
  const reader = await signedIn('Reader');
  const shown = await pageOf(reader, '/console/audit');
  expect(shown).toContain(verbText('en', 'staff/add'));
  expect(shown).toContain('>staff/add</code>');
  expect(new Set(languages.map((language) => verbText(language, 'posts/edit'))).size).toBe(languages.length);
  expect(verbText('en', 'posts/of-an-older-version')).toBeNull();
});
