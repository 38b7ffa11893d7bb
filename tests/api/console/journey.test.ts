import { eq } from 'drizzle-orm';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { approvals, campaigns, passkeys, statistics } from '../../../src/db/schema/index.ts';
import { caseWordsHash } from '../../../src/domain/case-words.ts';
import { direction, type Language } from '../../../src/domain/language.ts';
import type { Statistic } from '../../../src/domain/statistics.ts';
import { formatSeconds } from '../../../src/i18n/format.ts';
import { type ArgsOf, type MessageKey, translate } from '../../../src/i18n/index.ts';
import { offerDecision } from '../../../src/services/approvals/offer.ts';
import { readReserve } from '../../../src/services/campaigns/read-reserve.ts';
import { setReserve } from '../../../src/services/campaigns/set-reserve.ts';
import { createCase } from '../../../src/services/cases/create.ts';
import { findCaseOrNone, personsOf } from '../../../src/services/cases/find.ts';
import { invite } from '../../../src/services/invitations/invite.ts';
import { liftPause } from '../../../src/services/pauses/lift.ts';
import { standingPauses } from '../../../src/services/pauses/standing.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { publishPost } from '../../../src/services/posts/publish.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { setStaffLanguage } from '../../../src/services/staff/set-language.ts';
import { axe } from '../../helpers/axe.ts';
import { broadcastRow, deliveryRows } from '../../helpers/broadcasts.ts';
import type { TestStaff } from '../../helpers/campaign.ts';
import { browser, closePages } from '../../helpers/chromium.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { must } from '../../helpers/must.ts';
import { type ConsoleWorld, consoleWorld } from './world.ts';

let world: ConsoleWorld;

beforeAll(async () => {
  [world] = await Promise.all([consoleWorld(), browser()]);
});
afterAll(async () => {
  await world.close();
  await closePages();
});

/** Where screenshots go that a person looks at; nowhere unless asked for. */
const shots = process.env.CONSOLE_SHOTS;
// Four languages, two widths, by light and in the dark.
if (shots !== undefined) vi.setConfig({ testTimeout: 1_200_000 });

/** A browser with an authenticator built in; `plugIn` gives it another. */
async function deviceOf(context: BrowserContext) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const plugIn = (transport: 'internal' | 'usb') =>
    cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  await plugIn('internal');
  return { page, plugIn };
}

/** Whoever sits before it: finds things by what is written, in their language. */
function person(page: Page, language: () => Language) {
  const text = <K extends MessageKey>(key: K, ...args: ArgsOf<K>) => translate(language(), key, ...args);
  return {
    async heading<K extends MessageKey>(key: K, ...args: ArgsOf<K>) {
      await page.getByRole('heading', { level: 1, name: text(key, ...args), exact: true }).waitFor();
    },
    button: (key: 'button-approve') => page.getByRole('button', { name: text(key), exact: true }),
    async press<K extends MessageKey>(key: K, ...args: ArgsOf<K>) {
      await page.getByRole('button', { name: text(key, ...args), exact: true }).click();
    },
    async told<K extends MessageKey>(key: K, ...args: ArgsOf<K>) {
      await page
        .getByText(text(key, ...args), { exact: true })
        .first()
        .waitFor();
    },
    /** In order for everybody, in the direction of its script, and no wider than a phone. */
    async fits(name: string) {
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        const { dir, wide } = await page.evaluate(() => ({
          dir: document.documentElement.dir,
          wide: document.documentElement.scrollWidth > innerWidth,
        }));
        expect({ name, dir, wide }).toEqual({ name, dir: direction(language()), wide: false });
        if (shots !== undefined) {
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const path = `${shots}/${name}-${language()}-${width}-${colorScheme}.png`;
            await page.screenshot({ path, fullPage: true });
          }
        }
      }
      // Light where it is read from the left, dark where it is read from the right: each rule is tried in both.
      await page.emulateMedia({ colorScheme: direction(language()) === 'ltr' ? 'light' : 'dark' });
      expect(await axe(page), name).toEqual([]);
    },
  };
}

test('in a real browser with a real key: from the invitation to an approval, a pause, and back', async () => {
  const author = await world.staff(['author', 'translator']);
  const leyla = await world.staff(['approver'], { name: 'Leyla', reads: ['en', 'fa', 'az'] });
  const second = await world.staff(['approver'], { name: 'علی' });
  const { postId, translationId } = await world.waitingText(author, 'en', 'The court sat on Monday.');
  await decidePost(second.ctx, { translationId, version: 1, decision: 'approved' });
  const text = String.raw`The court sat **today**. \<script>alert(1)\</script>`;
  expect(await editPost(author.ctx, { postId, language: 'en', text })).toMatchObject({ ok: true });
  await submitPost(author.ctx, { postId, language: 'en' });
  await world.waitingText(author, 'fa', 'دادگاه امروز برگزار شد.');
  await world.waitingFacts(author);
  await world.waitingIncident(author);

  let language: Language = 'en';
  const context = await (await browser()).newContext({ locale: 'en' });
  const { page, plugIn } = await deviceOf(context);
  const me = person(page, () => language);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));

  await page.goto(`${world.site.origin}/console`);
  await me.heading('console-sign-in-title');
  await me.fits('sign-in');

  const invited = await invite(world.siteOperator, leyla.id);
  if (!invited.ok) throw new Error(invited.refusal.code);
  await page.goto(`${world.site.origin}/console/invitations/${invited.value.code}`);
  await me.heading('console-invitation-title', { name: 'Leyla' });
  await me.fits('invitation');
  await me.press('console-invitation-button');
  await me.told('console-note', { what: 'key-added' });
  await plugIn('usb');
  await me.press('console-keys-add');
  await page.getByText(translate(language, 'console-keys-remove', { number: '2' })).waitFor();
  await me.fits('keys');
  expect(await world.db.$count(passkeys, eq(passkeys.staffId, leyla.id))).toBe(2);

  await page.getByRole('link', { name: translate(language, 'console-waiting-title'), exact: true }).click();
  await me.heading('console-waiting-title');
  await me.fits('waiting');

  // By the keyboard alone: the first stop leads past everything to the content.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  await page
    .getByRole('link', { name: /English/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await me.told('console-decide-how');
  expect(await page.locator('ins').allInnerTexts()).not.toEqual([]);
  expect(await page.locator('.message script').count()).toBe(0);
  await me.fits('approval');
  await me.button('button-approve').focus();
  await page.keyboard.press('Enter');
  await me.told('console-note', { what: 'approved' });
  const given = await world.db.select().from(approvals).where(eq(approvals.staffId, leyla.id));
  expect(given).toMatchObject([{ via: 'console', signature: { kind: 'passkey' } }]);
  const job = { ...world.job, staffSite: world.site };

  // One tap stops it; two people start it again.
  await me.press('button-pause-all');
  await me.told('console-note', { what: 'paused' });
  await me.fits('paused');
  expect(await publishPost(job, postId)).toMatchObject({ published: [] });
  await me.press('button-pause-lift');
  await me.told('console-note', { what: 'lift-asked' });
  const [pause] = await standingPauses(world.operator);
  if (pause === undefined) throw new Error('Nothing is paused.');
  await liftPause(second.ctx, { pauseId: pause.id });
  expect(await publishPost(job, postId)).toMatchObject({ published: ['en'], unapproved: [] });

  await page.locator('#language').selectOption('fa');
  await me.press('console-choose');
  language = 'fa';
  await me.heading('console-waiting-title');
  await me.fits('waiting');
  await page.locator('main a[href*="/hearings/"]').click();
  await me.told('console-decide-how');
  await me.fits('facts');
  await me.press('button-approve');
  await me.told('console-note', { what: 'approved' });
  await page.locator('main a[href*="/incidents/"]').click();
  await me.told('console-decide-how');
  await me.fits('incident');
  await me.press('button-approve');
  await me.told('console-note', { what: 'approved' });
  await page.locator('main a[href*="/fa/approval"]').click();
  await me.fits('approval');
  await me.press('button-reject');
  await me.told('console-note', { what: 'rejected' });

  await me.press('console-sign-out');
  language = 'en';
  await me.heading('console-sign-in-title');
  await page.goto(`${world.site.origin}/console/keys`);
  await me.press('console-sign-in-button');
  language = 'fa';
  await me.heading('console-keys-title');
  expect(errors).toEqual([]);
});

test('every page is in order in both directions of writing, and one writes, hands over and invites without JavaScript', async () => {
  const boss = await world.staff(['author', 'translator', 'admin', 'coordinator', 'approver'], {
    name: 'Arif',
  });
  const { cookie } = await withKey(world, boss, world.site);
  const context = await (await browser()).newContext({ locale: 'en', javaScriptEnabled: false });
  // Cookies know no port; one that is for TLS only can be put in by an address with it.
  const session = { name: '__Host-bray', value: cookie, url: 'https://localhost', secure: true };
  await context.addCookies([session]);
  const page = await context.newPage();
  const me = person(page, () => 'en');

  await page.goto(`${world.site.origin}/console/posts/new`);
  await page.locator('#text').fill('We heard\n\n<b>it</b>');
  await me.press('console-edit-save');
  await page.getByRole('alert').waitFor();
  expect(await page.locator('#text').inputValue()).toContain('We heard');
  await page.locator('#text').fill('We **heard** from them.');
  await me.press('console-edit-save');
  await me.told('console-note', { what: 'saved' });
  const editor = new URL(page.url()).pathname;
  await page.goto(world.site.origin + editor.replace(/en$/, 'sheet'));
  await page.locator('#warning').selectOption('death');
  await page.locator('#notAfter').fill('2009-12-24T18:00');
  await me.press('console-edit-save');
  await me.told('console-note', { what: 'saved' });
  await page.goto(world.site.origin + editor.replace(/en$/, 'sheet'));
  const buffer = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  await page.locator('#image').setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer });
  await me.press('console-image-use');
  await me.told('console-note', { what: 'saved' });
  await me.told('console-image-undescribed');
  await page.goto(world.site.origin + editor);
  await me.press('console-submit-undescribed');
  await me.told('console-note', { what: 'submitted' });

  await page.goto(`${world.site.origin}/console/staff`);
  await page.locator('#name').fill('Aysel');
  await page.locator('form[action="/console/staff/invitations"] input[value="author"]').check();
  await page.locator('input[name="reads"][value="az"]').check();
  await me.press('console-staff-invite');
  await me.told('console-note', { what: 'asked' });

  // Fewer approvals are asked for by one, and hold once another agrees.
  await page.goto(`${world.site.origin}/console/approval-policy`);
  await me.told('console-policy-waiting', { texts: 1 });
  await page.locator('#press_release').selectOption('1');
  await me.press('console-edit-save');
  await me.told('console-note', { what: 'asked' });
  const nigar = await withKey(world, await world.staff(['coordinator']), world.site);
  const agree = (by: Pick<KeyHolder, 'cookie'>) =>
    world.send(by, '/console/approval-policy', {
      method: 'POST',
      body: new URLSearchParams({ update: '1', press_release: '1', agreeing: 'yes' }),
    });
  expect((await agree({ cookie })).status).toBe(422);
  expect(await (await world.send(nigar, '/console/approval-policy')).text()).toContain(
    translate('en', 'button-agree'),
  );
  expect((await agree(nigar)).status).toBe(303);
  expect(await world.db.select({ policy: campaigns.approvalPolicy }).from(campaigns)).toEqual([
    { policy: { update: 1, press_release: 1 } },
  ]);

  // What stands in reserve is named by one, and waits before whoever may agree, with their key.
  await page.goto(`${world.site.origin}/console/reserve`);
  await page.locator('#channel').fill('t.me/bray_news');
  await me.press('console-edit-save');
  await me.told('console-note', { what: 'asked' });
  expect(await page.locator('[data-passkey]').count()).toBe(0);
  expect(await (await world.send({ cookie }, '/console')).text()).not.toContain(
    translate('en', 'console-waiting-agreements'),
  );
  await page.locator('#bot').fill('a name with spaces');
  await me.press('console-edit-save');
  await page.getByRole('alert').waitFor();
  const before = await (await world.send(nigar, '/console')).text();
  expect(before).toContain(translate('en', 'console-waiting-by', { name: 'Arif' }));
  const { asked } = await readReserve(nigar.ctx);
  const offer = (await offerDecision(nigar.ctx, asked!.contentHash)).find(
    (one) => one.decision === 'approved',
  );
  const agreement = new URLSearchParams({
    request: asked!.id,
    approval: offer!.approvalId,
    answer: nigar.key.sign(offer!.options.challenge),
  });
  const agreesToReserve = (body: URLSearchParams) =>
    world.send(nigar, '/console/reserve/agreements', { method: 'POST', body });
  expect((await agreesToReserve(new URLSearchParams({ request: asked!.id }))).status).toBe(400);
  expect((await agreesToReserve(agreement)).status).toBe(303);
  expect(await world.db.select({ channel: campaigns.reserveChannel }).from(campaigns)).toEqual([
    { channel: 'bray_news' },
  ]);
  expect((await agreesToReserve(agreement)).status).toBe(409);

  // A case is opened by one, and waits before whoever may agree, with their key.
  const opens = async (by: Pick<TestStaff, 'ctx'>, slug: string) => {
    const persons = [
      { name: { en: 'Leyla Aliyeva', fa: 'لیلا علی‌اوا' }, shownAs: 'minor' as const, note: null },
    ];
    const name = { en: 'The pupil', fa: 'دانش‌آموز', ru: 'Школьница' };
    const summary = {
      en: 'A pupil is on trial for a drawing.',
      fa: 'دانش‌آموزی به‌خاطر یک نقاشی محاکمه می‌شود.',
    };
    const where = { country: 'AZ', zone: 'Asia/Baku', fictional: false };
    return must(await createCase(by.ctx, { slug, name, summary, persons, ...where })).caseId;
  };
  const openedId = await opens(boss, 'the-pupil');
  const casePage = async (by: Pick<KeyHolder, 'cookie'>) =>
    (await world.send(by, `/console/cases/${openedId}`)).text();
  expect(await casePage({ cookie })).not.toContain('data-passkey');
  expect(await casePage(nigar)).toContain('data-passkey');
  expect(await (await world.send(nigar, '/console')).text()).toContain(`/console/cases/${openedId}`);
  const found = await findCaseOrNone(nigar.ctx, openedId);
  const said = caseWordsHash({ ...found!, persons: await personsOf(nigar.ctx, openedId) });
  const agreedTo = (await offerDecision(nigar.ctx, said)).find((one) => one.decision === 'approved');
  const answered = await world.send(nigar, `/console/cases/${openedId}/agreements`, {
    method: 'POST',
    body: new URLSearchParams({
      approval: agreedTo!.approvalId,
      answer: nigar.key.sign(agreedTo!.options.challenge),
    }),
  });
  expect(answered.status).toBe(303);
  expect(await casePage(nigar)).not.toContain(translate('en', 'console-case-waits'));
  const waitingId = await opens(nigar, 'another-pupil');
  // One more waits, to be looked at below.
  await setReserve(nigar.ctx, { bot: 'second_bot', channel: 'bray_news' });

  // A hearing is recorded, once what followers would be told was looked at.
  await page.goto(`${world.site.origin}/console/cases/${world.caseId}`);
  await page.getByRole('link', { name: translate('en', 'console-facts-hearing', { what: 'new' }) }).click();
  await page.locator('#court-en').fill('Baku Court of Appeal');
  await page.locator('#date').fill('2009-12-22');
  await page.locator('#time').fill('10:00');
  await page.locator('#sources').fill('IRFS');
  await me.press('console-facts-look');
  await me.told('console-facts-told');
  await me.press('console-edit-submit');
  await me.told('console-note', { what: 'submitted' });
  const hearing = new URL(page.url()).pathname.replace('/1/approval', '/new');
  const { incidentId } = await world.waitingIncident(boss);
  await world.unknownDelivery(boss);
  const out = await world.outOnAccounts(boss);
  const outPage = `/console/posts/${out.postId}`;
  const broadcastId = await broadcastRow(world, boss, { kind: 'alert', state: 'finished' });
  await deliveryRows(world, broadcastId, { count: 25, state: 'failed', outcome: 'no-rights' });

  await keepDays(world);
  // A day of which nothing is known is a gap as wide as a day, and each plot has its numbers as a table behind it.
  await world.db.delete(statistics).where(eq(statistics.day, '2009-11-05'));
  const numbers = await (await world.send({ cookie }, '/console/statistics')).text();
  for (const [nothing, shown] of [
    ['<tr><td>5 November 2009</td><td>–</td></tr>', 3],
    ['<svg', 4],
    ['<bdi>10 November 2009</bdi>', 3],
    [`<tr><td>6 November 2009</td><td>${formatSeconds('en', 0.184)}</td></tr>`, 1],
    ['<tr><td>6 November 2009</td><td>910</td></tr>', 1],
  ] as const)
    expect([nothing, numbers.split(nothing).length - 1]).toEqual([nothing, shown]);

  // axe runs as a script of the page: the same pages in a window that has them.
  const seeing = await (await browser()).newContext();
  await seeing.addCookies([session]);
  const sight = await seeing.newPage();
  const post = editor.replace(/\/en$/, '');
  const pages = {
    posts: '/console/posts',
    'posts-new': '/console/posts/new',
    post,
    'post-sheet': `${post}/sheet`,
    editor,
    'post-out': outPage,
    retraction: `${outPage}/retraction`,
    'retraction-nowhere': `${post}/retraction`,
    'retraction-mail': `${outPage}/accounts/${out.accountIds[1]}/retraction`,
    cases: '/console/cases',
    case: `/console/cases/${world.caseId}`,
    'case-waiting': `/console/cases/${waitingId}`,
    'hearing-new': `/console/cases/${world.caseId}/hearings/new`,
    hearing,
    'incident-new': `/console/cases/${world.caseId}/incidents/new`,
    incident: `/console/incidents/${incidentId}/revisions/new`,
    calendar: '/console/calendar',
    broadcasts: '/console/broadcasts',
    'dead-letters': `/console/broadcasts/${broadcastId}/dead-letters`,
    accounts: '/console/accounts',
    expired: '/console/expired-alerts',
    statistics: '/console/statistics',
    staff: '/console/staff',
    'approval-policy': '/console/approval-policy',
    reserve: '/console/reserve',
    audit: '/console/audit',
  };
  const read: readonly Language[] = shots === undefined ? ['en', 'fa'] : ['en', 'fa', 'az', 'ru'];
  for (const language of read) {
    await setStaffLanguage(world.operator, { staffId: boss.id, language });
    const looks = person(sight, () => language);
    for (const [at, [name, path]] of Object.entries(pages).entries()) {
      // Every page in one direction or in the other; in both for a person who looks.
      if (shots === undefined && at % 2 === (language === 'fa' ? 0 : 1)) continue;
      await sight.goto(world.site.origin + path);
      await looks.fits(name);
    }
  }
});

/** Thirty days in numbers, as the job keeps them. */
async function keepDays({ db, campaignId, caseId, clock }: ConsoleWorld): Promise<void> {
  const today = clock.now().toZonedDateTimeISO('Asia/Baku').toPlainDate();
  const rows = Array.from({ length: 30 }, (_, ago): Statistic[] => {
    const day = today.subtract({ days: ago }).toString();
    const followers = 1030 - 30 * ago;
    return [
      { day, kind: 'followers', about: '', value: followers },
      { day, kind: 'case-followers', about: caseId, value: followers },
      { day, kind: 'language-followers', about: 'az', value: followers - 100 },
      { day, kind: 'language-followers', about: 'fa', value: null },
      { day, kind: 'hour-messages', about: String(ago % 24).padStart(2, '0'), value: 20 * (ago + 1) },
      { day, kind: 'hour-messages', about: String((ago + 3) % 24).padStart(2, '0'), value: 800 },
      { day, kind: 'alert-half-within', about: '', value: 180 + ago },
      { day, kind: 'alert-99-within', about: '', value: 2400 + ago },
    ];
  }).flat();
  await db.insert(statistics).values(rows.map((row) => ({ campaignId, ...row })));
}
