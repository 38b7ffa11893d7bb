import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accounts, persons, postAccounts, textClaims } from '../../../src/db/schema/index.ts';
import { type AccountId, type CaseId, newId, type PersonId } from '../../../src/domain/ids.ts';
import type { Language } from '../../../src/domain/language.ts';
import { formatList } from '../../../src/i18n/format.ts';
import { translate } from '../../../src/i18n/index.ts';
import { pruneDrafts } from '../../../src/scheduler/jobs/prune-drafts.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { keepDraft } from '../../../src/services/posts/keep-draft.ts';
import { readPost } from '../../../src/services/posts/read.ts';
import { reviewText } from '../../../src/services/posts/review.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { setStaffLanguage } from '../../../src/services/staff/set-language.ts';
import { axe } from '../../helpers/axe.ts';
import type { TestStaff } from '../../helpers/campaign.ts';
import { browser, closePages } from '../../helpers/chromium.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { must } from '../../helpers/must.ts';
import { type ConsoleWorld, consoleWorld } from './world.ts';

let world: ConsoleWorld;
let author: TestStaff;
let holder: KeyHolder;

beforeAll(async () => {
  [world] = await Promise.all([consoleWorld(), browser()]);
  author = await world.staff(['author'], { name: 'Emin' });
  holder = await withKey(world, author, world.site);
});
afterAll(async () => {
  await world.close();
  await closePages();
});

const get = (path: string) => world.send(holder, path);
const post = (path: string, fields: Record<string, string>) =>
  world.send(holder, path, { method: 'POST', body: new URLSearchParams(fields) });

async function write(text = 'The court sat.') {
  const made = await createPost(author.ctx, {
    caseId: world.caseId,
    sourceLanguage: 'en',
    text,
    notBefore: null,
    notAfter: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.postId;
}

/** The values of a page's fields, as its form sends them. */
function fieldsIn(page: string): Record<string, string> {
  const unescaped = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const areas = [...page.matchAll(/<textarea id="[^"]+" name="([^"]+)"[^>]*>\n([^<]*)</g)];
  return Object.fromEntries(
    [...hidden, ...areas].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

test('paragraph by paragraph: what the source changed since is marked until it is written anew or said to fit', async () => {
  const postId = await write('They were "heard".\n\nThe court\'s room is 5.\n\nThe verdict comes.');
  const address = `/console/posts/${postId}/de`;
  const page = async () => (await get(address)).text();
  const checkOf = async () =>
    (await readPost(author.ctx, postId))?.translations.find(({ language }) => language === 'de');
  const tally = (all: number, missing: number, changed: number) =>
    translate('en', 'console-paragraph-tally', {
      all: String(all),
      missing: String(missing),
      changed: String(changed),
    });
  const empty = await page();
  expect(empty).toContain(tally(3, 3, 0));
  const first = { ...fieldsIn(empty), 'text-0': 'Sie wurden gehört.', 'text-1': 'Saal 5.' };
  expect((await post(address, first)).status).toBe(303);
  expect(await page()).toContain(tally(3, 1, 0));
  expect(await checkOf()).toMatchObject({ text: 'Sie wurden gehört.\n\nSaal 5.', check: 'draft' });

  const changed = "They were heard.\n\nThe court's room is 7.\n\nThe verdict comes.";
  // From a page of before the change: what it was translated from is what its writer saw.
  const before = { ...fieldsIn(await page()), 'text-2': 'Das Urteil kommt.' };
  await editPost(author.ctx, { postId, language: 'en', text: changed });
  expect((await post(address, before)).status).toBe(303);
  expect(await checkOf()).toMatchObject({ check: 'stale' });
  const marked = await page();
  expect(marked).toContain(tally(3, 0, 2));
  expect(marked).toContain('</span>5</del>');

  // Untouched it stays marked; said to fit, or written anew, it is not any more.
  expect((await post(address, fieldsIn(marked))).status).toBe(303);
  expect(await page()).toContain(tally(3, 0, 2));
  expect((await post(address, { ...fieldsIn(await page()), 'fits-0': 'yes' })).status).toBe(303);
  expect(await page()).toContain(tally(3, 0, 1));
  expect((await post(address, { ...fieldsIn(await page()), 'text-1': 'Saal 7.' })).status).toBe(303);
  expect(await page()).toContain(tally(3, 0, 0));
  expect(await checkOf()).toMatchObject({
    check: 'draft',
    text: 'Sie wurden gehört.\n\nSaal 7.\n\nDas Urteil kommt.',
  });

  // What stands in a paragraph and not in its translation is named beneath it.
  const lacking = (fact: string) =>
    translate('en', 'console-paragraph-lacks', { facts: formatList('en', [fact]) });
  expect(await page()).not.toContain(lacking('7'));
  expect((await post(address, { ...fieldsIn(await page()), 'text-1': 'Saal 5.' })).status).toBe(303);
  expect(await page()).toContain(lacking('7'));
  expect((await post(address, { ...fieldsIn(await page()), 'text-1': 'Saal 7.' })).status).toBe(303);

  // A paragraph that the source lost is shown with its translation, until that is emptied.
  await editPost(author.ctx, {
    postId,
    language: 'en',
    text: "The court's room is 7.\n\nThe verdict comes.",
  });
  const lost = await page();
  expect(lost).toContain(translate('en', 'console-paragraph-gone'));
  const { 'text-0': _gone, ...rest } = fieldsIn(lost);
  expect((await post(address, { ...rest, 'text-0': '' })).status).toBe(303);
  expect(await checkOf()).toMatchObject({ check: 'draft', text: 'Saal 7.\n\nDas Urteil kommt.' });

  // What was not taken is shown again, paragraph by paragraph; a text written as a whole is paired by place.
  const refused = await (await post(address, { ...fieldsIn(await page()), 'text-0': '<b>Saal</b>' })).text();
  expect(refused).toContain('&lt;b&gt;Saal&lt;/b&gt;');
  expect(refused).toContain('Das Urteil kommt.');
  await editPost(author.ctx, { postId, language: 'de', text: 'Saal sieben.' });
  expect(await page()).toContain(tally(2, 1, 0));
});

test('what the source says of names, days, hours and addresses is locked: no language says otherwise, and a new hour is in all', async () => {
  const name = { en: 'Emin Milli', ru: 'Эмин Милли' };
  await world.db.insert(persons).values({ id: newId<PersonId>(), caseId: world.caseId, position: 0, name });
  const saying = (hour: string) =>
    `Emin Milli is heard on 11 November 2009 at ${hour}. [Source](https://example.org/a)\n\nThe verdict comes.`;
  const postId = await write(saying('15:00'));
  const address = `/console/posts/${postId}/ru`;
  const page = async () => (await get(address)).text();
  const textIn = async (language: Language) =>
    (await readPost(author.ctx, postId))?.translations.find((one) => one.language === language);
  const empty = await page();
  for (const fact of ['Эмин Милли', '11 ноября 2009 года', '15:00', 'https://example.org/a'])
    expect(empty).toContain(`>{${fact}}</button>`);
  expect(empty).toContain('at <mark>15:00</mark>.');

  const russian = (hour: string) =>
    `Эмина Милли заслушают 11 ноября 2009 года в ${hour}. [Источник](https://example.org/a)`;
  const wrong = { ...fieldsIn(empty), 'text-0': russian('16:00').replace('2009 года', '2009') };
  const refused = await post(address, wrong);
  expect(refused.status).toBe(422);
  const told = (how: 'lost' | 'doubled' | 'altered', ...facts: string[]) =>
    translate('en', 'console-facts-differ', { how, facts: formatList('en', facts) });
  const shown = await refused.text();
  expect(shown).toContain(told('lost', '15:00'));
  expect(shown).toContain(told('altered', '16:00'));
  expect(await textIn('ru')).toBeUndefined();

  // One tap, and no script: the paragraph is right again, kept as a draft.
  expect((await post(address, { ...wrong, put: '0' })).headers.get('location')).toBe(`${address}#text-0`);
  const right = fieldsIn(await page());
  expect(right['text-0']).toBe(
    '{Эмин Милли|Эмина Милли} заслушают {11 ноября 2009 года} в {15:00}. [Источник]({https://example.org/a})',
  );
  const twice = await post(address, { ...right, put: '0-2' });
  expect(twice.status).toBe(303);
  expect(fieldsIn(await page())['text-0']).toMatch(/\{15:00\}.*\{15:00\}$/);
  const doubled = await (await post(address, fieldsIn(await page()))).text();
  expect(doubled).toContain(told('doubled', '15:00'));
  expect((await post(address, { ...right, 'text-1': 'Приговор объявят.' })).status).toBe(303);
  expect(await textIn('ru')).toMatchObject({ text: `${russian('15:00')}\n\nПриговор объявят.` });

  // The hour is changed once: where it is locked it is another everywhere, and approved anew by others than who changed it.
  const translator = await world.staff(['translator', 'approver'], { reads: ['ru', 'en'] });
  const approver = await world.staff(['approver'], { reads: ['ru', 'de', 'fr'] });
  const texts = [
    [translator, 'ru', null],
    [author, 'de', 'Um 15:00 wird er gehört.'],
    [author, 'fr', 'Il sera entendu.'],
  ] as const;
  await post(`${address}/releases`, {});
  for (const [who, language, text] of texts) {
    const words = text ?? (await textIn(language))?.paragraphs ?? '';
    must(await editPost(who.ctx, { postId, language, text: words }));
    const { translationId } = must(await submitPost(author.ctx, { postId, language }));
    const version = (await textIn(language))?.version ?? 0;
    must(await decidePost(approver.ctx, { translationId, version, decision: 'approved' }));
  }
  // What was written as a whole is not locked: whoever decides on it is told in what it says otherwise.
  expect((await reviewText(approver.ctx, { postId, language: 'ru' }))?.facts).toBe(null);
  const review = await (await get(`/console/posts/${postId}/de/approval`)).text();
  expect(review).toContain(told('lost', '11. November 2009', 'https://example.org/a'));
  const other = await world.staff(['author', 'approver'], { reads: ['ru'] });
  await editPost(other.ctx, { postId, language: 'en', text: saying('10:30') });
  expect(await textIn('ru')).toMatchObject({
    text: `${russian('10:30')}\n\nПриговор объявят.`,
    state: 'draft',
    check: 'draft',
  });
  expect(await textIn('de')).toMatchObject({
    text: 'Um 15:00 wird er gehört.',
    state: 'draft',
    check: 'stale',
  });
  expect(await textIn('fr')).toMatchObject({ state: 'approved', check: 'stale' });
  const { translationId } = must(await submitPost(author.ctx, { postId, language: 'ru' }));
  for (const [who, taken] of [
    [other, false],
    [translator, false],
    [approver, true],
  ] as const) {
    const version = (await textIn('ru'))?.version ?? 0;
    const decided = await decidePost(who.ctx, { translationId, version, decision: 'approved' });
    expect(decided).toMatchObject(taken ? { ok: true } : { refusal: { code: 'own-edit' } });
  }

  // Where more was changed a person looks; the new hour is put in the place of the old one by one tap.
  await editPost(author.ctx, {
    postId,
    language: 'en',
    text: saying('09:00').replace('is heard', 'is sentenced'),
  });
  expect(await textIn('ru')).toMatchObject({ state: 'draft', check: 'stale' });
  const changed = fieldsIn(await page());
  expect(changed['text-0']).toContain('{10:30}');
  expect((await post(address, { ...changed, 'fits-0': 'yes' })).status).toBe(422);
  await post(address, { ...changed, put: '0' });
  expect((await post(address, fieldsIn(await page()))).status).toBe(303);
  expect(await textIn('ru')).toMatchObject({
    text: `${russian('09:00')}\n\nПриговор объявят.`,
    check: 'draft',
  });
});

/** A browser in which the author has signed in. */
async function device(javaScriptEnabled = true) {
  const context = await (await browser()).newContext({ locale: 'en', javaScriptEnabled, viewport: phone });
  const session = { name: '__Host-bray', value: holder.cookie, url: 'https://localhost', secure: true };
  await context.addCookies([session]);
  return context;
}
const phone = { width: 390, height: 844 };
/** Where screenshots go that a person looks at; nowhere unless asked for. */
const shots = process.env.CONSOLE_SHOTS;

test('in a real browser whose line is cut every keystroke is kept, and what would go out is shown as one types', async () => {
  const postId = await write('They were **heard**.\n\nThe verdict comes at 10:30.');
  const accountId = newId<AccountId>();
  await world.db.insert(accounts).values({
    id: accountId,
    campaignId: world.campaignId,
    network: 'mastodon',
    language: 'fa',
    remoteId: '1',
    handle: '@bray@example.org',
    capabilities: { text: { max: 500, maxBytes: null, perAddress: 23 }, images: null },
    state: 'active',
    createdAt: world.clock.now(),
  });
  await world.db.insert(postAccounts).values({ postId, accountId, position: 0 });
  const address = `${world.site.origin}/console/posts/${postId}/fa`;
  const context = await device();
  const errors: string[] = [];
  const open = async () => {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (line) => /Content Security Policy/.test(line.text()) && errors.push(line.text()));
    await page.clock.install();
    await page.goto(address);
    return page;
  };
  const told = (page: Page, key: 'console-draft-kept' | 'console-draft-offline' | 'console-draft-shown') =>
    page.locator('#draft-status').getByText(translate('en', key)).waitFor();

  const page = await open();
  await page.locator('#text-0').fill('از آنان شنیدند.');
  await page.clock.fastForward(3000);
  await told(page, 'console-draft-kept');
  const left = translate('en', 'console-preview-left', {
    account: '@bray@example.org (Mastodon)',
    left: '485',
    limit: '500',
  });
  await page.locator('#preview').getByText(left).waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect((await readPost(author.ctx, postId))?.translations).toHaveLength(1);
  const other = await world.staff(['author']);
  expect(await editPost(other.ctx, { postId, language: 'fa', text: 'شنیدند.' })).toMatchObject({
    refusal: { code: 'text-claimed' },
  });

  await context.setOffline(true);
  await page.locator('#text-1').pressSequentially('حکم ساعت ۱۰:۳۰');
  await told(page, 'console-draft-offline');
  // Not even to save leads away from what was typed.
  await page.getByRole('button', { name: translate('en', 'console-edit-save'), exact: true }).click();
  expect(page.url()).toBe(address);
  await page.close();
  await context.setOffline(false);

  const again = await open();
  expect(await again.locator('#text-1').inputValue()).toBe('حکم ساعت ۱۰:۳۰');
  await again.locator('#text-1').fill('حکم ساعت ');
  await again.getByRole('button', { name: '{۱۰:۳۰}', exact: true }).click();
  expect(await again.locator('#text-1').inputValue()).toBe('حکم ساعت {۱۰:۳۰}');
  await again.clock.fastForward(3000);
  await told(again, 'console-draft-kept');
  await again.locator('#preview').getByText('۱۰:۳۰').first().waitFor();
  await again.clock.fastForward(3000);
  await expect.poll(() => again.evaluate(() => localStorage.length)).toBe(0);
  for (const language of ['en', 'fa'] as const) {
    await setStaffLanguage(world.operator, { staffId: author.id, language });
    await again.goto(address);
    await again.emulateMedia({ colorScheme: language === 'en' ? 'light' : 'dark' });
    expect(await again.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    if (shots !== undefined)
      await again.screenshot({ path: `${shots}/writing-${language}.png`, fullPage: true });
    expect(await axe(again)).toEqual([]);
  }
  await setStaffLanguage(world.operator, { staffId: author.id, language: 'en' });
  expect(errors).toEqual([]);
  await context.close();

  // On another device, also without JavaScript, the draft is there; saved, it is the text and no draft any more.
  const spare = await device(false);
  const plain = await spare.newPage();
  await plain.goto(address);
  await told(plain, 'console-draft-shown');
  expect(await plain.locator('#text-1').inputValue()).toBe('حکم ساعت {۱۰:۳۰}');
  await plain.getByRole('button', { name: translate('en', 'console-edit-save'), exact: true }).click();
  await plain.getByText(translate('en', 'console-note', { what: 'saved' }), { exact: true }).waitFor();
  const saved = (await readPost(author.ctx, postId))?.translations.find(({ language }) => language === 'fa');
  expect(saved?.text).toBe('از آنان شنیدند.\n\nحکم ساعت ۱۰:۳۰');
  const unsaved = world.db.select({ draft: textClaims.draft }).from(textClaims);
  expect(await unsaved.where(eq(textClaims.postId, postId))).toEqual([{ draft: null }]);
  await spare.close();
});

test('a draft is its writer’s alone, and is not sent where another has the text in hand', async () => {
  const postId = await write();
  const colleague = await world.staff(['author'], { name: 'Nigar' });
  const hers = await withKey(world, colleague, world.site);
  const drafts = `/console/posts/${postId}/ru/drafts`;
  const body = () => new URLSearchParams({ version: '0', text: 'Суд заседал.' });
  expect((await world.send(hers, drafts, { method: 'POST', body: body() })).status).toBe(200);
  const mine = await post(drafts, { version: '0', text: 'Заседание.' });
  expect([mine.status, await mine.json()]).toEqual([
    409,
    { kept: false, said: translate('en', 'console-refused-claimed', { name: 'Nigar', minutes: '30' }) },
  ]);
  expect(await (await get(`/console/posts/${postId}/ru`)).text()).not.toContain('Суд заседал.');
  // What cannot be sent as it stands is kept all the same, with why.
  const odd = new URLSearchParams({ version: '0', text: '# Суд' });
  const told = await world.send(hers, drafts, { method: 'POST', body: odd });
  expect(await told.json()).toMatchObject({
    kept: true,
    said: expect.stringContaining(
      translate('en', 'console-edit-unreadable', {
        line: '1',
        remedy: translate('en', 'console-text-fault', { fault: 'heading' }),
      }),
    ),
  });
  expect((await post(drafts, { text: 'x' })).status).toBe(400);

  // Of a case that is not theirs any more nothing is kept, whatever they have in hand.
  const elsewhere = { ...colleague.ctx, actor: { ...colleague.ctx.actor, cases: [newId<CaseId>()] } };
  const draft = { version: 0, text: 'Суд', alt: '' };
  expect(await keepDraft(elsewhere, { postId, language: 'ru', draft })).toMatchObject({
    refusal: { code: 'post-unknown' },
  });
});

test('a text that is in the hands of one is saved and handed over by nobody else, until half an hour after the last save', async () => {
  const translator = await world.staff(['translator'], { name: 'Aysel' });
  const hers = await withKey(world, translator, world.site);
  const byHer = (path: string, fields: Record<string, string> = {}) =>
    world.send(hers, path, { method: 'POST', body: new URLSearchParams(fields) });
  const postId = await write();
  // Whoever only translates finds it once its source was handed in.
  expect(await submitPost(author.ctx, { postId, language: 'en' })).toMatchObject({ ok: true });
  const place = { postId, language: 'de' } as const;
  const address = `/console/posts/${postId}/de`;
  const text = { text: 'Das Gericht tagte.', version: '0' };
  expect(await (await get(address)).text()).toContain(translate('en', 'console-claim-none'));

  expect((await byHer(`${address}/claims`)).headers.get('location')).toBe(address);
  const kept = await post(address, text);
  expect(kept.status).toBe(422);
  const page = await kept.text();
  expect(page).toContain(translate('en', 'console-refused-claimed', { name: 'Aysel', minutes: '30' }));
  expect(page).toContain('Das Gericht tagte.');
  expect(await (await get(`/console/posts/${postId}`)).text()).toContain('Aysel');
  expect((await post(`${address}/claims`, {})).status).toBe(422);
  expect((await post(`${address}/releases`, {})).status).toBe(422);

  // Each save moves the end on; one who has nothing in hand keeps nobody out by a save.
  world.clock.advance({ minutes: 29 });
  expect(await editPost(translator.ctx, { ...place, text: text.text })).toMatchObject({ ok: true });
  world.clock.advance({ minutes: 29 });
  expect(await submitPost(author.ctx, place)).toMatchObject({
    refusal: { code: 'text-claimed', name: 'Aysel', minutes: 1 },
  });
  world.clock.advance({ minutes: 1 });
  // The sessions of half an hour ago have ended.
  const colleague = await world.staff(['author']);
  const later = await withKey(world, colleague, world.site);
  expect(await (await world.send(later, address)).text()).toMatch(/Aysel\S* had this text in hand until/);
  expect((await world.send(later, `${address}/claims`, { method: 'POST' })).status).toBe(303);
  expect(await editPost(translator.ctx, { ...place, text: 'Es tagte.' })).toMatchObject({
    refusal: { code: 'text-claimed' },
  });

  // Handed to a second person, or given back, it is in nobody's hands.
  expect(await submitPost(colleague.ctx, place)).toMatchObject({ ok: true });
  expect(await editPost(translator.ctx, { ...place, text: 'Es tagte.' })).toMatchObject({ ok: true });
  expect(await editPost(author.ctx, { ...place, text: 'Es tagte nicht.' })).toMatchObject({ ok: true });

  // The same over the API; and who left the staff has nothing in hand.
  const program = await world.client(translator);
  const at = `/posts/${postId}/translations/de/claims`;
  expect((await program.post(at)).status).toBe(201);
  const listed = { items: [{ language: 'de', staffId: translator.id }] };
  expect((await program.get(`/posts/${postId}/claims`)).json).toMatchObject(listed);
  const other = await world.client(author);
  expect(await other.post(at)).toMatchObject({ status: 409, json: { code: 'text-claimed' } });
  expect((await program.delete(at)).status).toBe(200);
  expect((await program.get(`/posts/${postId}/claims`)).json).toEqual({ items: [] });
  await program.post(at);
  await revokeStaff(world.operator, translator.id);
  expect((await other.post(at)).status).toBe(201);

  // A week after it was in anybody's hand it is forgotten, by who cannot read it; and at once when its writer leaves.
  const draft = { version: 0, text: 'Суд', alt: '' };
  const left = () => world.db.$count(textClaims, eq(textClaims.postId, postId));
  const mine = keepDraft(colleague.ctx, { postId, language: 'ru', draft });
  expect(await mine).toMatchObject({ ok: true });
  const { db } = world.as('scheduler');
  const prune = () => pruneDrafts({ ...world.job, db });
  world.clock.advance({ hours: 7 * 24 });
  await prune();
  expect(await left()).toBe(2);
  world.clock.advance({ minutes: 31 });
  await prune();
  expect(await left()).toBe(0);
  expect(await keepDraft(colleague.ctx, { postId, language: 'ru', draft })).toMatchObject({ ok: true });
  await expect(db.select({ draft: textClaims.draft }).from(textClaims)).rejects.toThrow();
  await revokeStaff(world.operator, colleague.id);
  expect(await left()).toBe(0);
});
