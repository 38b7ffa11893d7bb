import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalText } from '../../../src/api/console/refusals.ts';
import {
  accountDeliveries,
  accounts,
  alerts,
  events,
  media,
  persons,
  translations,
} from '../../../src/db/schema/index.ts';
import type { HearingFacts } from '../../../src/domain/hearing.ts';
import {
  type AccountId,
  type HearingId,
  type MediaId,
  newId,
  type PersonId,
  type PostId,
  parseId,
} from '../../../src/domain/ids.ts';
import type { IncidentFacts } from '../../../src/domain/incident.ts';
import { languages } from '../../../src/domain/language.ts';
import {
  formatList,
  formatMegabytes,
  formatNumber,
  formatTime,
  formatUsd,
} from '../../../src/i18n/format.ts';
import { type MessageArgs, translate } from '../../../src/i18n/index.ts';
import { factsOf } from '../../../src/services/hearings/facts.ts';
import { readHearing } from '../../../src/services/hearings/find.ts';
import { reviseHearing } from '../../../src/services/hearings/record.ts';
import { incidentFactsOf } from '../../../src/services/incidents/facts.ts';
import { readIncident } from '../../../src/services/incidents/find.ts';
import { recordIncident } from '../../../src/services/incidents/record.ts';
import { pausePosts } from '../../../src/services/pauses/pause.ts';
import { standingPauses } from '../../../src/services/pauses/standing.ts';
import { createPost } from '../../../src/services/posts/create.ts';
import { decidePost } from '../../../src/services/posts/decide.ts';
import { editPost } from '../../../src/services/posts/edit.ts';
import { readPost } from '../../../src/services/posts/read.ts';
import { sharedFactsOf } from '../../../src/services/posts/set-sheet.ts';
import { submitPost } from '../../../src/services/posts/submit.ts';
import { revokeStaff } from '../../../src/services/staff/revoke.ts';
import { broadcastRow, deliveryCounts, deliveryRows } from '../../helpers/broadcasts.ts';
import type { TestStaff } from '../../helpers/campaign.ts';
import { announce, pair, verdictFacts } from '../../helpers/hearing.ts';
import { arrestFacts, happens } from '../../helpers/incident.ts';
import { type KeyHolder, withKey } from '../../helpers/keys.ts';
import { must } from '../../helpers/must.ts';
import { type ConsoleWorld, consoleWorld, factsIn } from './world.ts';

let world: ConsoleWorld;
let author: TestStaff;
let holder: KeyHolder;

beforeAll(async () => {
  world = await consoleWorld();
  author = await world.staff(['author'], { name: 'Emin' });
  holder = await withKey(world, author, world.site);
});
afterAll(() => world.close());

const get = (path: string) => world.send(holder, path);
const post = (
  path: string,
  fields: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {},
) => world.send(holder, path, { method: 'POST', body: new URLSearchParams(fields), headers });

const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1];
const basedOnIn = (page: string) => /name="basedOn" value="(\w+)"/.exec(page)?.[1] ?? '';
const insteadIn = (page: string) => /name="instead" value="(\d+)"/.exec(page)?.[1];

async function write(mediaId: MediaId | null = null) {
  const made = await createPost(author.ctx, {
    caseId: world.caseId,
    sourceLanguage: 'en',
    text: 'The court sat.',
    mediaId,
    notBefore: null,
    notAfter: null,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.postId;
}

test('what a colleague saved meanwhile is never overwritten unseen', async () => {
  const colleague = await world.staff(['author'], { name: 'Leyla' });
  const postId = await write();
  const address = `/console/posts/${postId}/en`;
  const standing = async () => (await readPost(author.ctx, postId))?.translations[0]?.text;
  expect(versionIn(await (await get(address)).text())).toBe('1');
  await editPost(colleague.ctx, { postId, language: 'en', text: 'The court sat for one hour & more.' });

  const mine = { text: 'The court rose.', version: '1' };
  const told = await post(address, mine);
  expect(told.status).toBe(422);
  const page = await told.text();
  expect(page).toContain(translate('en', 'console-edit-standing-title', { name: 'Leyla' }));
  expect(page).toContain('The court sat for one hour &amp; more.');
  expect(page).toContain('The court rose.');
  expect([versionIn(page), insteadIn(page)]).toEqual(['1', '2']);

  // Sent again as it stands, it is refused again; and so is what was to stand instead of an older text.
  expect((await post(address, mine)).status).toBe(422);
  await editPost(colleague.ctx, { postId, language: 'en', text: 'The court sat for two hours.' });
  expect(insteadIn(await (await post(address, { ...mine, instead: '2' })).text())).toBe('3');
  expect(await standing()).toBe('The court sat for two hours.');

  expect((await post(address, { ...mine, instead: '3' })).status).toBe(303);
  expect(await standing()).toBe('The court rose.');
  expect((await post(address, { ...mine, instead: 'x' })).status).toBe(400);
});

test('what was typed is shown again with why it was not taken: text, words for the picture, case and language', async () => {
  const mediaId = newId<MediaId>();
  await world.db.insert(media).values({
    id: mediaId,
    campaignId: world.campaignId,
    contentType: 'image/jpeg',
    sha256: '0'.repeat(64),
    width: 1,
    height: 1,
    size: 1,
    content: Buffer.alloc(1),
    addedBy: author.id,
    createdAt: world.clock.now(),
  });
  const typed = { version: '1', text: '<b>We</b>', alt: 'A red "square"' };
  const edited = await post(`/console/posts/${await write(mediaId)}/en`, typed);
  const page = await edited.text();
  expect([edited.status, page]).toEqual([422, expect.stringContaining('&lt;b&gt;We&lt;/b&gt;')]);
  expect(page).toContain('value="A red &quot;square&quot;"');

  const other = await world.addCase('second-case');
  const begun = await post('/console/posts/new', { case: other, language: 'ru', text: ' ' });
  const form = await begun.text();
  expect(form).toContain(translate('en', 'console-refused', { reason: 'no-text' }));
  expect(form).toContain(`<option value="${other}" selected>`);
  expect(form).toContain('<option value="ru" selected>');
});

test('a refusal says what is the matter and names what it is about', async () => {
  const protectedId = newId<PersonId>();
  await world.db.insert(persons).values({
    id: protectedId,
    caseId: world.caseId,
    position: 0,
    name: { en: 'Orkhan' },
    shownAs: 'minor',
  });
  const postId = await write();
  await editPost(author.ctx, { postId, language: 'en', text: 'Orkhan was heard.' });
  const page = await (await post(`/console/posts/${postId}/en/submissions`, {})).text();
  expect(page).toContain(translate('en', 'console-refused-name', { where: 'text' }));

  const on = { handle: '@bray@example.org', network: 'mastodon' } as const;
  for (const language of languages) {
    const budget = refusalText(language, {
      code: 'over-budget',
      ...on,
      cost: 200_000,
      left: 10_000,
      budget: 5_000_000,
    });
    const amounts = [200_000, 10_000, 5_000_000].map((micros) => formatUsd(language, micros));
    for (const part of ['@bray@example.org (Mastodon)', ...amounts]) expect(budget).toContain(part);
    const missing = refusalText(language, { code: 'account-without-text', language: 'fr', ...on });
    expect(missing).toContain('@bray@example.org');
    expect(missing).toContain(translate(language, 'language-name', { language: 'fr' }));
    const tooLong = { code: 'post-too-long', length: 512, limit: 500 } as const;
    const long = refusalText(language, { code: 'not-for-account', ...on, fault: tooLong });
    if (language === 'en') expect(long).toMatch(/@bray@example.org \(Mastodon\).*512.*500/);
  }
});

test('the page of a case tells what happened, incidents too, the newest first, each with its source', async () => {
  const decider = await world.staff(['approver']);
  const caseId = await world.addCase('third-case');
  await happens({ ...world, caseId }, { recorder: author, decider });
  const event = (date: string, text: string) => ({
    id: randomUUID(),
    caseId,
    date,
    what: { en: text },
    sources: ['A newspaper'],
  });
  await world.db
    .insert(events)
    .values([event('2009-09', 'The trial began.'), event('2009-06-28', 'A film.')]);
  const waiting = await recordIncident(author.ctx, { caseId, facts: arrestFacts });
  if (!waiting.ok) throw new Error(waiting.refusal.code);
  const page = await (await get(`/console/cases/${caseId}`)).text();
  const places = ['The trial began.', 'Two men were taken away by the police.', 'A film.'].map((told) =>
    page.lastIndexOf(told),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(page).toContain('A newspaper');
  expect(page).toContain(`/console/incidents/${waiting.value.incidentId}/revisions/1/approval`);
  expect(page).toContain(`/console/incidents/${waiting.value.incidentId}/revisions/new`);
});

test('whoever signed out is told so at once, and not when they sign in again', async () => {
  const leaving = await withKey(world, await world.staff(['author']), world.site);
  const out = await world.send(leaving, '/console/sign-out', { method: 'POST' });
  const [note = ''] = out.headers.getSetCookie().filter((one) => one.startsWith('__Host-bray-note='));
  const headers = { Cookie: note.split(';')[0] ?? '' };
  const shown = await world.send(leaving, '/console/sign-in', { headers });
  expect(await shown.text()).toContain(translate('en', 'console-note', { what: 'signed-out' }));
  expect(shown.headers.getSetCookie()).toContainEqual(
    expect.stringMatching(/^__Host-bray-note=;.*Max-Age=0/),
  );
});

describe('the image of a post', () => {
  /** Whether the preview of a text shows the image, and says that nobody has described it. */
  const previewIn = (page: string) => {
    const [, preview = ''] = page.split(translate('en', 'console-preview-title'));
    return [/<img class="thumb" src="[^"]*\/image"/.test(preview), preview.includes(undescribed)];
  };
  const undescribed = translate('en', 'console-image-undescribed');

  const sheetOf = (postId: PostId) => `/console/posts/${postId}/sheet`;
  const basedOnAt = async (postId: PostId) => basedOnIn(await (await get(sheetOf(postId))).text());
  const picture = (width: number, height = width) =>
    sharp({ create: { width, height, channels: 3, background: '#336699' } });

  /** As a browser sends a form with a file; `file` is null where none was chosen. */
  async function send(postId: PostId, basedOn: string, file: Uint8Array<ArrayBuffer> | null, by = holder) {
    const form = new FormData();
    form.set('basedOn', basedOn);
    if (file === null) form.set('image', '');
    else form.set('image', new File([file], 'photo.jpg'));
    // The type comes with the boundary of its parts.
    const sent = new Request(world.site.origin, { method: 'POST', body: form });
    return world.send(by, `/console/posts/${postId}/image`, {
      method: 'POST',
      headers: { 'Content-Type': sent.headers.get('Content-Type') ?? '' },
      body: await sent.arrayBuffer(),
    });
  }

  test('is uploaded, shown with who has not described it, and taken away', async () => {
    const postId = await write();
    await editPost(author.ctx, { postId, language: 'de', text: 'Das Gericht.', alt: 'Ein <blaues> Feld.' });
    const made = await send(
      postId,
      await basedOnAt(postId),
      new Uint8Array(await picture(9).png().toBuffer()),
    );
    expect([made.status, made.headers.get('location')]).toEqual([303, sheetOf(postId)]);
    const page = await (await get(sheetOf(postId))).text();
    const [address = ''] = /\/console\/posts\/[\w-]+\/\w\w\/image/.exec(page) ?? [];
    const shown = await get(address);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(page).toContain('Ein &lt;blaues&gt; Feld.');
    // In English alone nobody has said what it shows; there is where to say it.
    expect(page.split(translate('en', 'console-image-undescribed'))).toHaveLength(2);
    expect(page).toContain(`href="/console/posts/${postId}/en"`);

    // Nothing is put in the place of what somebody has not seen.
    const other = new Uint8Array(await picture(8).png().toBuffer());
    const late = await send(postId, '0'.repeat(64), other);
    expect([late.status, await late.text()]).toEqual([
      422,
      expect.stringContaining(translate('en', 'console-refused', { reason: 'changed-since' })),
    ]);
    const removals = `/console/posts/${postId}/image/removals`;
    expect((await post(removals, { basedOn: '0'.repeat(64) })).status).toBe(422);
    expect((await post(removals, { basedOn: await basedOnAt(postId) })).status).toBe(303);
    expect((await readPost(author.ctx, postId))?.mediaId).toBeNull();
  });

  test('has words that are refused when they are too long, and taken away when their field is emptied', async () => {
    const postId = await write();
    await send(postId, await basedOnAt(postId), new Uint8Array(await picture(6).png().toBuffer()));
    const editor = `/console/posts/${postId}/en`;
    const standing = async () => (await readPost(author.ctx, postId))?.translations[0];
    const altOf = async () => (await standing())?.alt;
    const save = async (alt: string) =>
      post(editor, { version: String((await standing())?.version), text: 'The court sat.', alt });
    const long = 'w'.repeat(10_000);
    const refused = await save(long);
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain(
      translate('en', 'console-refused-alt', { fault: 'too-long', length: '10,000', limit: '1,000' }),
    );
    expect(page).toContain(`value="${long}"`);
    expect(await altOf()).toBeNull();
    expect((await save('A field.')).status).toBe(303);
    expect(await altOf()).toBe('A field.');
    expect((await save('')).status).toBe(303);
    expect(await altOf()).toBeNull();
  });

  test('may wait for its words in an emergency: who approves sees it, and it waits before and after it is out', async () => {
    const postId = await write();
    await send(postId, await basedOnAt(postId), new Uint8Array(await picture(7).png().toBuffer()));
    const approver = await withKey(world, await world.staff(['approver']), world.site);
    const editor = `/console/posts/${postId}/en`;
    const button = translate('en', 'console-submit-undescribed');
    const writing = await (await get(editor)).text();
    expect(writing).toContain(button);
    // What would go out is shown with the picture, and with what is missing of it.
    expect(previewIn(writing)).toEqual([true, true]);
    const refused = await post(`${editor}/submissions`, {});
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining(translate('en', 'console-refused', { reason: 'alt-missing' })),
    ]);
    expect((await post(`${editor}/submissions`, { deferAlt: 'yes' })).status).toBe(303);
    const told = translate('en', 'staff-approval-undescribed');
    const out = translate('en', 'console-undescribed-out');
    const review = await (await world.send(approver, `${editor}/approval`)).text();
    expect([review.includes(told), review.includes(out)]).toEqual([true, false]);
    const waiting = async () => {
      const [, list] = (await (await get('/console')).text()).split(
        translate('en', 'console-waiting-undescribed'),
      );
      return list;
    };
    expect(await waiting()).toContain(`href="${editor}"`);
    await world.db
      .update(translations)
      .set({ state: 'published', publishedAt: world.clock.now() })
      .where(eq(translations.postId, postId));
    const page = `/console/posts/${postId}`;
    expect(await waiting()).toContain(`href="${page}"`);
    expect(await (await get(`${editor}/approval`)).text()).toContain(out);
    // The page of the post says so too, and whoever owes the words says there that they stand by now.
    const settle = translate('en', 'console-undescribed-settle');
    const forApprover = await (await world.send(approver, page)).text();
    expect([forApprover.includes(out), forApprover.includes(settle)]).toEqual([true, false]);
    expect(await (await get(page)).text()).toContain(settle);
    expect((await post(`${editor}/alt-settlements`, {})).headers.get('location')).toBe(page);
    expect(await (await get(page)).text()).not.toContain(out);
    expect(await waiting()).toBeUndefined();
    // Where the picture is described there is nothing to put off.
    const described = await write();
    await editPost(author.ctx, {
      postId: described,
      language: 'en',
      text: 'The court sat.',
      alt: 'A field.',
    });
    await send(described, await basedOnAt(described), new Uint8Array(await picture(7).png().toBuffer()));
    const whole = await (await get(`/console/posts/${described}/en`)).text();
    expect(whole).not.toContain(button);
    expect(previewIn(whole)).toEqual([true, false]);
  });

  test('is refused with what is the matter, in the words of whoever reads it, and the post keeps none', async () => {
    const postId = await write();
    const basedOn = await basedOnAt(postId);
    const persian = await withKey(
      world,
      await world.staff(['author'], { name: 'Sara', language: 'fa' }),
      world.site,
    );
    const bytes = (text: string) => new TextEncoder().encode(text);
    // Of 200 megapixels only the head is there to be read: its measures are in it.
    const huge = new Uint8Array(await picture(1).png().toBuffer());
    new DataView(huge.buffer).setUint32(16, 20_000);
    new DataView(huge.buffer).setUint32(20, 10_000);
    new DataView(huge.buffer).setUint32(29, crc32(huge.subarray(12, 29)));
    const refusals = [
      [bytes('%PDF-1.7\n'), 'image-unreadable', 422],
      [huge, 'image-too-many-pixels', 422],
      [bytes(''), 'image-empty', 422],
      [null, 'image-empty', 422],
      [new Uint8Array(await picture(63, 3).png().toBuffer()), 'image-too-narrow', 422],
      [new Uint8Array(10 * 1_048_576 + 1), 'image-too-large', 422],
    ] as const;
    for (const [file, why, status] of refusals) {
      for (const [by, language] of [[holder, 'en'] as const, [persian, 'fa'] as const]) {
        const told = await send(postId, basedOn, file, by);
        const limit =
          why === 'image-too-large'
            ? formatMegabytes(language, 10_485_760)
            : formatNumber(language, why === 'image-too-narrow' ? 20 : 60);
        const kinds = formatList(language, ['JPEG', 'PNG', 'WebP']);
        expect([told.status, await told.text()], why).toEqual([
          status,
          expect.stringContaining(translate(language, 'console-refused-image', { why, limit, kinds })),
        ]);
      }
    }
    // What is larger than any file that is taken is not read at all.
    const flood = await send(postId, basedOn, new Uint8Array(12 * 1_048_576)).catch(() => null);
    expect([413, undefined]).toContain(flood?.status);
    expect((await post(`/console/posts/${postId}/image`, { basedOn })).status).toBe(400);
    const multipart = (body: string) =>
      world.send(holder, `/console/posts/${postId}/image`, {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
        body,
      });
    expect((await multipart('--x\r\nbroken')).status).toBe(400);
    // A file without a name and without bytes: what browsers send where none was chosen.
    const part = (head: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}\r\n`;
    const unchosen = `${part('name="basedOn"', basedOn)}${part('name="image"; filename=""', '')}--x--\r\n`;
    expect((await multipart(unchosen)).status).toBe(422);
    expect((await readPost(author.ctx, postId))?.mediaId).toBeNull();
  });
});

test('an author makes the card of a post from a hearing in effect, and sees with what it was not made', async () => {
  const postId = await write();
  const page = `/console/posts/${postId}`;
  expect(await (await get(page)).text()).not.toContain('<option value="hearing:');
  const hearingId = await announce(world, await pair(world));
  expect(await (await get(page)).text()).toContain(`<option value="hearing:${hearingId}">`);
  const basedOn = async () => basedOnIn(await (await get(page)).text());
  const made = await post(`${page}/card`, { of: `hearing:${hearingId}`, basedOn: await basedOn() });
  expect([made.status, made.headers.get('location')]).toEqual([303, page]);
  expect(await (await get(page)).text()).toContain(`<option value="hearing:${hearingId}" selected>`);
  expect(await (await get(`${page}/en`)).text()).toContain('value="Verdict. The donkey bloggers.');
  const before = { of: `hearing:${hearingId}`, basedOn: '0'.repeat(64) };
  expect(await (await post(`${page}/card`, before)).text()).toContain(
    translate('en', 'console-refused', { reason: 'changed-since' }),
  );
  const another = { of: `incident:${hearingId}`, basedOn: await basedOn() };
  const refused = await post(`${page}/card`, another);
  expect(await refused.text()).toContain(translate('en', 'console-refused', { reason: 'unknown' }));
  expect((await post(`${page}/card`, { of: 'nothing', basedOn: await basedOn() })).status).toBe(400);
  expect((await post(`${page}/card`, { of: `hearing:${hearingId}` })).status).toBe(400);
});

describe('what the languages of a post share', () => {
  let accountIds: readonly AccountId[];
  let approver: TestStaff;

  beforeAll(async () => {
    approver = await world.staff(['approver']);
    const made = (['mastodon', 'bluesky', 'facebook'] as const).map((network) => ({
      id: newId<AccountId>(),
      campaignId: world.campaignId,
      network,
      language: 'en' as const,
      remoteId: network,
      handle: `@bray@${network}.example`,
      capabilities: {
        text: { max: 500, maxBytes: null, perAddress: 23 },
        images: { max: 1, types: ['image/jpeg'], maxBytes: 10_000_000, maxPixels: null, maxAlt: null },
      },
      state: 'active' as const,
      createdAt: world.clock.now(),
    }));
    await world.db.insert(accounts).values(made);
    accountIds = made.map(({ id }) => id);
  });

  const sharedOf = async (postId: PostId) => {
    const found = await readPost(author.ctx, postId);
    if (found === undefined) throw new Error('There is no such post.');
    return { ...(await sharedFactsOf(author.ctx, found)), card: found.card };
  };
  const sheetOf = (postId: PostId) => `/console/posts/${postId}/sheet`;
  const formAt = async (path: string) => factsIn(await (await get(path)).text());

  test('is chosen where a post is begun, to the last: kind, times, embargo, warning, accounts in turns, a quotation', async () => {
    const [first = '', , third = ''] = accountIds;
    const begun = await formAt('/console/posts/new');
    const fields = {
      text: 'The court sat.',
      kind: 'press_release',
      notBefore: '2009-11-12T09:00',
      notAfter: '2009-11-14T09:00',
      embargoUntil: '2009-11-12T21:30',
      warning: 'torture',
      [`turn-${first}`]: '2',
      [`turn-${third}`]: '1',
      gap: '7.5',
      'words-en': 'We only made a video.',
      'who-en': 'Adnan Hajizade',
      source: '',
    };
    for (const [name, value] of Object.entries(fields)) begun.set(name, value);
    const made = await post('/console/posts/new', begun);
    const to = made.headers.get('location') ?? '';
    expect([made.status, to]).toEqual([303, expect.stringMatching(/^\/console\/posts\/[\w-]+\/en$/)]);
    const postId = parseId<PostId>(to.split('/')[3] ?? '');
    if (postId === null) throw new Error('It leads to no post.');
    const shared = await sharedOf(postId);
    expect(shared).toMatchObject({
      kind: 'press_release',
      warning: 'torture',
      gapSeconds: 450,
      accountIds: [third, first],
      card: { of: 'quote', words: { en: 'We only made a video.' }, source: null },
    });
    // By the clocks of Baku, four hours ahead.
    expect([shared.notBefore, shared.notAfter, shared.embargoUntil].map(String)).toEqual([
      '2009-11-12T05:00:00Z',
      '2009-11-14T05:00:00Z',
      '2009-11-12T17:30:00Z',
    ]);
    // What is on record stands in the form: sent as it is, nothing changes.
    expect((await post(sheetOf(postId), await formAt(sheetOf(postId)))).status).toBe(303);
    expect(await sharedOf(postId)).toEqual(shared);
    const page = await (await get(`/console/posts/${postId}`)).text();
    for (const told of [
      translate('en', 'staff-approval-warning', {
        warning: translate('en', 'content-warning', { kind: 'torture' }),
      }),
      translate('en', 'console-sheet-spread', { minutes: '7.5' }),
      'We only made a video.',
    ]) {
      expect(page).toContain(told);
    }
  });

  test('tells before it is changed which approvals that voids, and voids none where nothing changes', async () => {
    const postId = await write();
    const handed = await submitPost(author.ctx, { postId, language: 'en' });
    if (!handed.ok) throw new Error(handed.refusal.code);
    const { translationId } = handed.value;
    const decided = { translationId, version: 1, decision: 'approved' } as const;
    expect((await decidePost(approver.ctx, decided)).ok).toBe(true);
    const stateOf = async () => (await readPost(author.ctx, postId))?.translations[0]?.state;
    const voids = translate('en', 'console-sheet-void-count', { count: '1' });
    expect(await (await get(sheetOf(postId))).text()).toContain(voids);

    const untouched = await formAt(sheetOf(postId));
    expect((await post(sheetOf(postId), untouched)).status).toBe(303);
    expect(await stateOf()).toBe('approved');
    const changed = new URLSearchParams(untouched);
    changed.set('warning', 'death');
    expect((await post(sheetOf(postId), changed)).status).toBe(303);
    expect([await stateOf(), (await sharedOf(postId)).warning]).toEqual(['draft', 'death']);
    expect(await (await get(sheetOf(postId))).text()).not.toContain(voids);

    // Made from what stood there before that: it is shown, and read first.
    untouched.set('kind', 'press_release');
    const told = await post(sheetOf(postId), untouched);
    const page = await told.text();
    expect([told.status, page]).toEqual([
      422,
      expect.stringContaining(translate('en', 'console-sheet-standing')),
    ]);
    expect((await sharedOf(postId)).kind).toBe('update');
    untouched.set('instead', /name="instead" value="(\w+)"/.exec(page)?.[1] ?? '');
    expect((await post(sheetOf(postId), untouched)).status).toBe(303);
    expect(await sharedOf(postId)).toMatchObject({ kind: 'press_release', warning: null });
    expect((await post(sheetOf(postId), { kind: 'update' })).status).toBe(400);

    await world.db.update(translations).set({ state: 'published' }).where(eq(translations.postId, postId));
    expect(await (await get(sheetOf(postId))).text()).toContain(
      translate('en', 'console-refused', { reason: 'not-editable' }),
    );
  });

  test('is refused at its field, with what to do, where it can never be', async () => {
    const postId = await write();
    const reason = (name: MessageArgs['console-refused']['reason']) =>
      translate('en', 'console-refused', { reason: name });
    const fault = (name: 'unusable' | 'clock' | 'minutes') =>
      translate('en', 'console-facts-fault', { reason: name });
    for (const [over, field, text] of [
      [{ notBefore: '2009-11-01T10:00' }, 'notBefore', reason('start-past')],
      [{ notAfter: '2009-11-01T10:00' }, 'notAfter', reason('end-past')],
      [{ notBefore: '2009-11-12T10:00', notAfter: '2009-11-12T09:00' }, 'notAfter', reason('window-empty')],
      [{ embargoUntil: '2009-11-01T10:00' }, 'embargoUntil', reason('embargo-past')],
      [
        { notBefore: '2009-11-12T10:00', embargoUntil: '2009-11-12T09:00' },
        'embargoUntil',
        reason('embargo-outside-window'),
      ],
      [{ notBefore: '2010-03-28T04:30' }, 'notBefore', fault('clock')],
      [{ notBefore: '2010-02-30T04:30' }, 'notBefore', fault('unusable')],
      [{ warning: 'rain' }, 'warning', fault('unusable')],
      [{ [`turn-${accountIds[0]}`]: '1', gap: '1441' }, 'gap', fault('minutes')],
      [{ [`turn-${accountIds[0]}`]: '1', gap: '-5' }, 'gap', fault('minutes')],
      [{ [`turn-${accountIds[0]}`]: 'first' }, 'accounts', fault('unusable')],
    ] as const) {
      for (const path of [sheetOf(postId), '/console/posts/new']) {
        const sent = await formAt(path);
        if (path !== sheetOf(postId)) sent.set('text', 'The court sat.');
        for (const [name, value] of Object.entries(over)) sent.set(name, value);
        const answer = await post(path, sent);
        expect([answer.status, field, await answer.text()]).toEqual([
          422,
          field,
          expect.stringContaining(`id="${field}-fault">${text}`),
        ]);
      }
    }
    expect(await sharedOf(postId)).toMatchObject({ notBefore: null, accountIds: [] });

    // A quotation that cannot be drawn: the post is kept, and what was written of it shown again.
    const begun = await formAt('/console/posts/new');
    for (const [name, value] of [
      ['text', 'The court sat.'],
      ['words-en', 'We only made a 🎬.'],
      ['who-en', 'Adnan Hajizade'],
    ] as const) {
      begun.set(name, value);
    }
    const told = await (await post('/console/posts/new', begun)).text();
    expect(told).toContain(reason('card-undrawable'));
    const [, again = ''] = /action="(\/console\/posts\/[\w-]+\/card)"/.exec(told) ?? [];
    const quote = factsIn(told);
    expect([quote.get('words-en'), quote.get('of')]).toEqual(['We only made a 🎬.', 'quote']);
    quote.set('words-en', '');
    expect(await (await post(again, quote)).text()).toContain('id="words-fault"');
    quote.set('words-en', 'We only made a video.');
    expect((await post(again, quote)).status).toBe(303);
  });
});

/** Sends a form of facts as it stands on its page, but for what is said here; a null leaves a field empty. */
async function send(address: string, over: Record<string, string>) {
  const sent = factsIn(await (await get(address)).text());
  for (const [name, value] of Object.entries(over)) sent.set(name, value);
  const answer = await post(address, sent);
  return { status: answer.status, to: answer.headers.get('location'), page: await answer.text() };
}

const newest = async (hearingId: HearingId) => {
  const revision = (await readHearing(author.ctx, hearingId))?.revisions.at(-1);
  if (revision === undefined) throw new Error('No such hearing.');
  return { number: revision.revision, facts: factsOf(revision) };
};

test('the form of a hearing or an incident loses nothing of what is on record: sent as it stands, it says the same', async () => {
  const people = await pair(world);
  const caseId = await world.addCase('fourth-case');
  const personId = newId<PersonId>();
  await world.db.insert(persons).values({ id: personId, caseId, position: 0, name: { en: 'Adnan H.' } });
  const full: HearingFacts = {
    ...verdictFacts,
    status: 'held',
    localDate: '2009-11-09',
    court: { en: 'The "Sabail" <District> Court', fa: 'دادگاه سابایل', az: 'Səbail rayon məhkəməsi' },
    judge: 'A. Quliyev',
    outcome: { en: 'First line.\nSecond & last.', ru: 'Итог' },
    decided: [
      {
        personId,
        charge: { en: 'hooliganism', az: 'xuliqanlıq' },
        ruling: 'convicted',
        penalty: { kind: 'prison', years: 2, months: 6, days: 0, amount: null },
        note: { en: 'in part' },
      },
      { personId, charge: { en: 'harm' }, ruling: 'dropped', penalty: null, note: null },
    ],
    adjourned: {
      next: {
        localDate: '2009-12-20',
        localTime: '11:00',
        kind: 'appeal',
        court: { en: 'Court of Appeal' },
        room: null,
        openness: 'closed',
      },
    },
    disagree: [{ field: 'room', value: '6', source: 'A lawyer' }],
    sources: ['RFE/RL', 'IRFS'],
  };
  const hearingId = await announce({ ...world, caseId }, people, full);
  const address = `/console/hearings/${hearingId}/revisions/new`;
  const again = await send(address, { do: 'record' });
  expect(again).toMatchObject({ status: 303, to: `/console/hearings/${hearingId}/revisions/2/approval` });
  expect(await newest(hearingId)).toEqual({ number: 2, facts: full });
  // One ruling taken out by its person, and a row asked for: what is left moves up.
  const fewer = await send(address, { 'decided-0-personId': '', do: 'add-decided' });
  expect([fewer.status, factsIn(fewer.page).get('decided-0-charge-en')]).toEqual([200, 'harm']);
  expect(factsIn(fewer.page).get('decided-rows')).toBe('2');

  const incident = {
    ...arrestFacts,
    personIds: [personId],
    bystanders: { witness: 2 },
    certainty: 'alleged',
    localTime: null,
  } as const satisfies IncidentFacts;
  const incidentId = await happens({ ...world, caseId }, people, incident);
  const where = `/console/incidents/${incidentId}/revisions/new`;
  expect((await send(where, { do: 'record', amendment: 'corrects' })).status).toBe(303);
  const revision = (await readIncident(author.ctx, incidentId))?.revisions.at(-1);
  expect(revision && incidentFactsOf(revision)).toEqual({ ...incident, amendment: 'corrects' });
  // How it stands to what was told before is nothing that a form can guess.
  const unsaid = await send(where, { do: 'record', amendment: '' });
  expect([unsaid.status, unsaid.page]).toEqual([422, expect.stringContaining('id="amendment-fault"')]);
});

test('facts that a colleague recorded meanwhile are read before one’s own take their place', async () => {
  const people = await pair(world);
  const hearingId = await announce(world, people);
  const address = `/console/hearings/${hearingId}/revisions/new`;
  const mine = factsIn(await (await get(address)).text());
  await reviseHearing(people.recorder.ctx, {
    hearingId,
    basedOn: 1,
    facts: { ...verdictFacts, localTime: '10:30', room: '17' },
  });
  mine.set('room', '9');
  mine.set('do', 'record');
  const told = await post(address, mine);
  const page = await told.text();
  expect([told.status, page]).toEqual([
    422,
    expect.stringContaining(translate('en', 'hearing-room', { room: '17' })),
  ]);
  expect([factsIn(page).get('basedOn'), factsIn(page).get('room')]).toEqual(['1', '9']);
  expect(page).toContain(translate('en', 'console-facts-standing', { name: people.recorder.ctx.actor.name }));
  expect((await newest(hearingId)).number).toBe(2);
  mine.set('instead', '2');
  expect((await post(address, mine)).status).toBe(303);
  expect(await newest(hearingId)).toMatchObject({ number: 3, facts: { room: '9', localTime: '15:00' } });
  mine.delete('basedOn');
  expect((await post(address, mine)).status).toBe(400);
});

test('before anything is recorded one sees what followers would be told; what is wrong is said at its field', async () => {
  const hearingId = await announce(world, await pair(world));
  const address = `/console/hearings/${hearingId}/revisions/new`;
  const looked = await send(address, { time: '10:30', do: 'look' });
  const [to, from] = ['10:30', '15:00'].map((time) => formatTime('en', Temporal.PlainTime.from(time)));
  // Nobody has been told of it yet: to whoever follows, the hearing is a new one.
  expect(looked.page).toContain(translate('en', 'console-facts-told'));
  expect(looked.page).toContain(`${to}`);
  expect(looked.page).not.toContain(`${from}`);
  expect([looked.status, (await newest(hearingId)).number]).toEqual([200, 1]);

  for (const [over, field, text] of [
    [{ zone: 'Mars/Olympus' }, 'zone', translate('en', 'console-refused', { reason: 'zone-unknown' })],
    [
      { 'court-en': '', 'court-az': '' },
      'court',
      translate('en', 'console-refused', { reason: 'court-missing' }),
    ],
    [{ date: '2009-11-31' }, 'date', translate('en', 'console-refused', { reason: 'date-malformed' })],
    [{ sources: ' \n ' }, 'sources', translate('en', 'console-refused', { reason: 'source-missing' })],
    [{ checkedOn: '' }, 'checkedOn', translate('en', 'console-facts-fault', { reason: 'missing' })],
    [
      { 'disagreements-0-source': 'IRFS', 'disagreements-rows': '1' },
      'disagreements-0-value',
      translate('en', 'console-facts-fault', { reason: 'missing' }),
    ],
    [{ room: 'x'.repeat(201) }, 'room', translate('en', 'console-facts-fault', { reason: 'unusable' })],
  ] as const) {
    for (const pressed of ['look', 'record']) {
      const { status, page } = await send(address, { ...over, do: pressed });
      expect([status, field, page]).toEqual([
        422,
        field,
        expect.stringContaining(`id="${field}-fault">${text}`),
      ]);
      expect(page).toMatch(new RegExp(`id="${field}"[^>]*aria-describedby="[^"]*${field}-fault`));
    }
  }
  expect((await newest(hearingId)).number).toBe(1);
  const reader = await withKey(world, await world.staff(['approver']), world.site);
  expect(await (await world.send(reader, `/console/cases/${world.caseId}`)).text()).not.toContain(
    '/revisions/new',
  );
  expect(await (await get(`/console/cases/${world.caseId}`)).text()).toContain(address);
});

test('whoever decides on a text sees of an account that it was paused or disconnected meanwhile', async () => {
  const accountId = newId<AccountId>();
  await world.db.insert(accounts).values({
    id: accountId,
    campaignId: world.campaignId,
    network: 'mastodon',
    language: 'en',
    remoteId: accountId,
    handle: '@stopped@example.social',
    capabilities: { text: { max: 500, maxBytes: null, perAddress: 23 }, images: null },
    state: 'active',
    createdAt: world.clock.now(),
  });
  const schedule = { notBefore: null, notAfter: null };
  const words = { caseId: world.caseId, sourceLanguage: 'en', text: 'The court sat.' } as const;
  const { postId } = must(await createPost(author.ctx, { ...words, ...schedule, accountIds: [accountId] }));
  must(await submitPost(author.ctx, { postId, language: 'en' }));
  const approver = await withKey(world, await world.staff(['approver']), world.site);
  for (const state of ['active', 'paused', 'disconnected'] as const) {
    await world.db.update(accounts).set({ state }).where(eq(accounts.id, accountId));
    const page = await (await world.send(approver, `/console/posts/${postId}/en/approval`)).text();
    expect(page).toContain('@stopped@example.social');
    const told = `<strong>${translate('en', 'console-account-state', { state })}</strong>`;
    expect([state, page.includes(told)]).toEqual([state, state !== 'active']);
  }
});

test('the retraction of a post that stands on no account says that there is nothing to take back, and lists nothing', async () => {
  const approver = await withKey(world, await world.staff(['approver']), world.site);
  const page = await (await world.send(approver, `/console/posts/${await write()}/retraction`)).text();
  expect(page).toContain(translate('en', 'console-retract-nothing'));
  expect(page).not.toMatch(/<ul[^>]*>\s*<\/ul>/);
});

test('the page of accounts tells their health, and what a person saw of a delivery settles it', async () => {
  const { accountId, deliveryId } = await world.unknownDelivery(author);
  const approver = await withKey(world, await world.staff(['approver']), world.site);
  const page = async () => (await world.send(approver, '/console/accounts')).text();
  const findings = `/console/account-deliveries/${deliveryId}/findings`;
  const say = (path: string, fields: Record<string, string> = {}) =>
    world.send(approver, path, { method: 'POST', body: new URLSearchParams(fields) });
  const stands = () => world.db.select().from(accountDeliveries).where(eq(accountDeliveries.id, deliveryId));
  // An address that somebody typed leads to a page or nowhere.
  await world.db
    .update(accountDeliveries)
    .set({ url: 'javascript:alert(1)' })
    .where(eq(accountDeliveries.id, deliveryId));
  const shown = await page();
  for (const told of [
    'The court sat.',
    'href="https://t.me/bray_channel" rel="noreferrer noopener"',
    formatUsd('en', 15_000),
    findings,
  ]) {
    expect(shown).toContain(told);
  }
  expect(shown).toContain(translate('en', 'console-account-failures', { count: '1' }));
  expect(shown).not.toContain('javascript:');
  expect(await (await get('/console/accounts')).text()).not.toContain(findings);

  for (const [fields, field] of [
    [{ remoteId: '' }, 'remoteId'],
    [{ remoteId: '7', url: 'javascript:alert(1)' }, 'url'],
  ] as const) {
    const refused = await say(findings, { seen: 'stands', ...fields });
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining(`id="${field}-${deliveryId}-fault"`),
    ]);
  }
  expect((await say(findings, { seen: 'perhaps' })).status).toBe(400);
  expect(await stands()).toMatchObject([{ state: 'unknown' }]);
  expect(
    (await say(findings, { seen: 'stands', remoteId: '7', url: 'https://t.me/bray_channel/7' })).status,
  ).toBe(303);
  expect(await stands()).toMatchObject([
    { state: 'sent', remoteId: '7', url: 'https://t.me/bray_channel/7' },
  ]);
  expect(await (await say(findings, { seen: 'absent' })).text()).toContain(
    translate('en', 'staff-refused', { reason: 'already-decided' }),
  );

  expect((await say(`/console/accounts/${accountId}/pauses`)).status).toBe(303);
  expect(await page()).toContain(translate('en', 'console-account-why', { why: 'staff' }));
  expect((await say(`/console/accounts/${accountId}/resumptions`)).status).toBe(303);
  expect(await page()).toContain(translate('en', 'console-account-state', { state: 'paused' }));
  const second = await withKey(world, await world.staff(['approver']), world.site);
  await world.send(second, `/console/accounts/${accountId}/resumptions`, { method: 'POST' });
  expect(await page()).toContain(translate('en', 'console-account-state', { state: 'active' }));
});

test('a post that is out is retracted on its page, from one account or from all, and the page says what became of it', async () => {
  const { postId, accountIds } = await world.outOnAccounts(author);
  const [mastodon, list] = accountIds;
  const page = `/console/posts/${postId}`;
  const approver = await withKey(world, await world.staff(['approver']), world.site);
  const text = async (path: string) => (await world.send(approver, path)).text();
  const press = (path: string) => world.send(approver, path, { method: 'POST' });
  type Standing = MessageArgs['console-standing']['standing'];
  const stands = (standing: Standing) => translate('en', 'console-standing', { standing });
  const will = (what: MessageArgs['console-retract-will']['will']) =>
    translate('en', 'console-retract-will', { will: what });
  const found = (told: readonly string[], shown: string) => told.filter((one) => shown.includes(one));

  const before = await text(page);
  expect(before).toContain(
    `href="https://example.social/@bray/1" rel="noreferrer noopener">${stands('stands')}</a>`,
  );
  expect(before).toContain(`${stands('stands')} (3)`);
  const ways = [`${page}/retraction"`, ...accountIds.map((id) => `${page}/accounts/${id}/retraction"`)];
  // Of mails that are out nothing is taken back: no way is offered that does nothing.
  expect(found(ways, before)).toEqual(ways.slice(0, 2));
  const mails = await text(`${page}/accounts/${list}/retraction`);
  expect(mails).toContain(will('stays'));
  expect(mails).toContain(translate('en', 'console-retract-nothing'));
  expect(mails).not.toContain(translate('en', 'console-retract-elsewhere'));
  expect(found(ways, await (await get(page)).text())).toEqual([]);

  // What it would do is said before it is done: by a page that changes nothing.
  const all = await text(`${page}/retraction`);
  for (const told of [will('goes'), will('stays'), will('stops')]) expect(all).toContain(told);
  expect(all).toContain(translate('en', 'console-retract-followers'));
  const one = await text(`${page}/accounts/${mastodon}/retraction`);
  expect([one.includes(will('goes')), one.includes(will('stays'))]).toEqual([true, false]);
  expect(one).toContain(translate('en', 'console-retract-elsewhere'));
  const states = async () => {
    const rows = await world.db.select().from(accountDeliveries).where(eq(accountDeliveries.postId, postId));
    return rows.map(({ state, retraction }) => retraction ?? state).toSorted();
  };
  expect(await states()).toEqual(['planned', 'sent', 'sent', 'sent', 'sent']);

  expect((await press(`${page}/accounts/${mastodon}/retraction`)).headers.get('location')).toBe(page);
  expect(await states()).toEqual(['asked', 'cancelled', 'sent', 'sent', 'sent']);
  const leaving = await text(page);
  expect(found([stands('leaving'), ways[1] ?? ''], leaving)).toEqual([stands('leaving')]);
  expect((await press(`${page}/retraction`)).status).toBe(303);
  expect(await states()).toEqual(['asked', 'cancelled', 'failed', 'failed', 'failed']);
  await world.db
    .update(accountDeliveries)
    .set({ retraction: 'done' })
    .where(eq(accountDeliveries.retraction, 'asked'));
  const after = await text(page);
  expect(found([stands('retracted'), `${stands('stays')} (3)`, ...ways], after)).toEqual([
    stands('retracted'),
    `${stands('stays')} (3)`,
  ]);
  expect(after).toContain(
    translate('en', 'console-retracted-at', { at: '' }).split('\u2068')[0]?.trim() ?? '?',
  );
  expect(await text(`${page}/retraction`)).toContain(translate('en', 'console-retract-nothing'));
  expect(await text(`${page}/accounts/${list}/retraction`)).toContain(
    translate('en', 'console-retract-nothing'),
  );
});

test('what never reached its readers is listed by its reason, and an approver sends once more what is safe', async () => {
  const id = await broadcastRow(world, author, { kind: 'alert', state: 'finished' });
  await deliveryRows(world, id, { count: 25, state: 'failed', outcome: 'no-rights' });
  await deliveryRows(world, id, { count: 1, state: 'cancelled', outcome: 'expired' });
  const approver = await withKey(world, await world.staff(['approver']), world.site);
  const address = `/console/broadcasts/${id}/dead-letters`;
  expect(await (await get('/console/broadcasts')).text()).toContain(`href="${address}"`);
  const page = await (await world.send(approver, address)).text();
  expect(page).toContain(translate('en', 'console-delivery-count', { state: 'failed', count: '25' }));
  expect(page).toContain(
    translate('en', 'console-delivery-count', { state: 'cancelled', count: translate('en', 'console-few') }),
  );
  expect(page).toContain(translate('en', 'console-dead-why', { why: 'too-late' }));
  expect([...page.matchAll(/name="outcome" value="([^"]*)"/g)].map(([, outcome]) => outcome)).toEqual([
    'no-rights',
  ]);
  expect(await (await get(address)).text()).not.toContain('/resends');
  const resends = (outcome: string, state: string) =>
    world.send(approver, `/console/broadcasts/${id}/resends`, {
      method: 'POST',
      body: new URLSearchParams({ state, outcome, language: 'en' }),
    });
  expect(await (await resends('expired', 'cancelled')).text()).toContain(
    translate('en', 'console-refused', { reason: 'not-resendable' }),
  );
  expect((await resends('no-rights', 'failed')).status).toBe(303);
  expect(await deliveryCounts(world, id)).toEqual({ planned: 25, 'cancelled expired': 1 });

  expect(await (await get('/console/expired-alerts')).text()).toContain(translate('en', 'console-none'));
  await world.db.update(alerts).set({ state: 'expired' });
  const expired = await (await get('/console/expired-alerts')).text();
  expect(expired).toContain(
    translate('en', 'staff-alert-expired', { kind: 'changed', case: 'The donkey bloggers' }),
  );
});

test('whoever agrees to start posts again after the request has lapsed is told so, and asks for nothing by it', async () => {
  const [one, two] = [await world.staff(['approver']), await world.staff(['approver'])];
  const [first, second] = [await withKey(world, one, world.site), await withKey(world, two, world.site)];
  const paused = await pausePosts(author.ctx, { caseId: null });
  if (!paused.ok) throw new Error(paused.refusal.code);
  const path = `/console/pauses/${paused.value.pauseId}/lifts`;
  const page = async (who: KeyHolder) => (await world.send(who, '/console/statistics')).text();
  /** Sends the form that stands on the page, whatever it holds. */
  const presses = async (who: KeyHolder, seen: string) => {
    const form = new RegExp(`action="${path}">(.*?)</form>`, 's').exec(seen)?.[1] ?? '';
    const fields = [...form.matchAll(/name="(\w+)" value="(\w+)"/g)].map(([, name, value]) => [name, value]);
    return world.send(who, path, { method: 'POST', body: new URLSearchParams(Object.fromEntries(fields)) });
  };
  expect((await presses(first, await page(first))).status).toBe(303);
  const agreeing = await page(second);
  expect(agreeing).toContain(translate('en', 'button-pause-agree'));
  // A session ends by itself after a quarter of an hour without use.
  for (let at = 0; at < 30; at += 10) {
    world.clock.advance({ minutes: 10 });
    for (const who of [first, second]) await page(who);
  }
  const late = await presses(second, agreeing);
  expect(late.status).toBe(409);
  expect(await late.text()).toContain(refusalText('en', { code: 'request-lapsed' }));
  const agree = translate('en', 'button-pause-agree');
  expect(await page(first)).not.toContain(agree);
  // Of who left nobody waits for an answer either.
  expect((await presses(second, await page(second))).status).toBe(303);
  expect(await page(first)).toContain(agree);
  must(await revokeStaff(world.operator, two.id));
  expect(await page(first)).not.toContain(agree);
  const third = await withKey(world, await world.staff(['approver']), world.site);
  for (const who of [first, third]) await presses(who, await page(who));
  expect(await standingPauses(world.operator)).toEqual([]);
});
